package io.github.kustomerconnector.operation.api;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Path;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A path of the API that a process has put together, with or without a query: checked so that it leads to where it says, and
 * encoded where it is not yet. A slash or a dot that is encoded, or anything that is encoded twice, is refused, since servers
 * differ in what they read in it. A slash behind the question mark is refused too: as a rule a value brought the mark, and the call
 * would end before the slash. A value that brings a slash of its own cannot be told from a path.
 */
final class ApiPath {

    private static final String FIELD = "request.path";
    private static final int LONGEST = 2048;

    private static final Pattern API = Pattern.compile("/v(1|2|2\\.1|3)/.+", Pattern.DOTALL);
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\\\#]");
    private static final Pattern TRICK = Pattern.compile("(?i)%(2e|2f|5c|[01][0-9a-f]|7f|25[0-9a-f]{2})");
    private static final Pattern LONE_PERCENT = Pattern.compile("(?i)%(?![0-9a-f]{2})");
    private static final String PLAIN = "-._~=,:";
    private static final String PLAIN_IN_QUERY = PLAIN + "&+@!$'()*";

    private final String path;
    private final String query;
    private final List<String> parts;

    private ApiPath(String path, String query) {
        this.path = path;
        this.query = query;
        this.parts = Stream.of(path.substring(1).split("/", -1))
                .map(ApiPath::decoded)
                .toList();
    }

    /**
     * The path that {@code text} is.
     *
     * @throws KustomerException with {@link Failure.InvalidInput} if it is none, or may lead elsewhere
     */
    static ApiPath of(String text) {
        String given = text.strip();
        refuse(given.length() > LONGEST, "is longer than " + LONGEST + " characters");
        refuse(UNSAFE.matcher(given).find(), "has control characters, a backslash or a # in it");
        refuse(given.contains("://") || given.startsWith("//"), "is an address: give what follows the server alone");
        refuse(!API.matcher(given).matches(), "must begin with /v1/, /v2/, /v2.1/ or /v3/");
        refuse(LONE_PERCENT.matcher(given).find(), "has a % without two hex digits behind it: write %25");
        int mark = given.indexOf('?');
        String path = mark < 0 ? given : given.substring(0, mark);
        refuse(TRICK.matcher(path).find(), "has an encoded dot, slash or control character, or is encoded twice");
        String query = mark < 0 ? "" : given.substring(mark + 1);
        refuse(
                query.contains("/") || query.contains("?"),
                "has a / or a second ? behind its ?: write %2F or %3F, or give the values in the query");
        ApiPath checked = new ApiPath(path, query);
        refuse(checked.parts.stream().anyMatch(String::isBlank), "has an empty part: is a variable missing?");
        refuse(checked.parts.stream().anyMatch(part -> part.matches("\\.+")), "has a part of dots alone");
        return checked;
    }

    private static void refuse(boolean isWrong, String problem) {
        if (isWrong) {
            throw Failure.invalid(FIELD, problem);
        }
    }

    private static String decoded(String part) {
        byte[] bytes = new byte[part.length() * 4];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) == '%') {
                buffer.put((byte) Integer.parseInt(part.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                int point = part.codePointAt(i);
                buffer.put(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(point) - 1;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer.flip()).toString();
        } catch (CharacterCodingException e) {
            throw Failure.invalid(FIELD, "has an encoded part that is not UTF-8");
        }
    }

    /** Whether it names the key that asks, however it is spelled: what comes behind a semicolon may be ignored by a server. */
    boolean isOwnKey() {
        return parts.stream()
                .skip(1)
                .map(part -> part.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .toList()
                .equals(List.of("auth", "tokens", "current"));
    }

    /** Whether it is a search, which has a limit of its own. */
    boolean isSearch() {
        return parts.getLast().equalsIgnoreCase("search");
    }

    /** The path encoded, and a template that shows nothing but Kustomer's own words. */
    Path path() {
        String template =
                '/' + String.join("/", parts.stream().map(PathVocabulary::shown).toList());
        String encoded = encoded(path, "/" + PLAIN);
        return new Path(template, query.isEmpty() ? encoded : encoded + '?' + encoded(query, PLAIN_IN_QUERY));
    }

    private static String encoded(String text, String plain) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            String one = Character.toString(point);
            if (point == '%' || plain.contains(one) || one.matches("[A-Za-z0-9]")) {
                encoded.append(one);
            } else {
                for (byte b : one.getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append("%02X".formatted(b & 0xff));
                }
            }
        });
        return encoded.toString();
    }
}
