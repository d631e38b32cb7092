package io.github.kustomerconnector.operation.api;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.json.InvisibleCharacters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A checked path of the API, with or without a query. Characters that are not encoded yet are encoded.
 *
 * <p>An encoded slash or dot, and anything encoded twice, is refused, because servers interpret them differently. A
 * slash after the question mark is refused too, because a value usually inserted the question mark and would cut the
 * path. A slash that a value inserts before the question mark can not be distinguished from the path.
 */
final class ApiPath {

    private static final String FIELD = "request.path";
    private static final int LONGEST = 2048;

    private static final Pattern API = Pattern.compile("/v(1|2|2\\.1|3)/.+", Pattern.DOTALL);
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\\\#]");
    private static final String UNSAFE_PROBLEM = "contains a control character, a backslash or a #";
    private static final Pattern DISGUISED = Pattern.compile("(?i)%(2e|2f|5c|[01][0-9a-f]|7f|25[0-9a-f]{2})");
    /** The largest body of a post to a hook ("Inbound webhooks", developer.kustomer.com). */
    static final int MAX_HOOK_BYTES = 400 * 1024;

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
     * The checked path.
     *
     * @throws KustomerException with {@link Failure.InvalidInput} if the text is not a path or could lead to another
     *     address
     */
    static ApiPath of(String text) {
        refuse(text.strip().chars().anyMatch(Character::isISOControl), UNSAFE_PROBLEM);
        String given = visible(text);
        checkText(given);
        int mark = given.indexOf('?');
        String path = mark < 0 ? given : given.substring(0, mark);
        refuse(
                DISGUISED.matcher(path).find(),
                "contains an encoded dot, slash or control character, or is encoded twice");
        String query = mark < 0 ? "" : given.substring(mark + 1);
        refuse(
                query.contains("/") || query.contains("?"),
                "has a / or a second ? after the ?: write %2F or %3F, or give the values in request.query");
        ApiPath checked = new ApiPath(path, query);
        refuse(checked.parts.stream().anyMatch(String::isBlank), "has an empty part: is a variable missing?");
        refuse(checked.parts.stream().anyMatch(part -> part.matches("\\.+")), "has a part that contains only dots");
        return checked;
    }

    /** The text without invisible characters in the path, because it contains ids. A query may contain free text. */
    private static String visible(String text) {
        int mark = text.indexOf('?');
        return mark < 0
                ? InvisibleCharacters.normalized(text)
                : InvisibleCharacters.normalized(text.substring(0, mark))
                        + text.substring(mark).strip();
    }

    private static void checkText(String given) {
        refuse(given.length() > LONGEST, "is longer than " + LONGEST + " characters");
        refuse(UNSAFE.matcher(given).find(), UNSAFE_PROBLEM);
        refuse(given.contains("://") || given.startsWith("//"), "contains a server: give only the path");
        refuse(!API.matcher(given).matches(), "must begin with /v1/, /v2/, /v2.1/ or /v3/");
        refuse(LONE_PERCENT.matcher(given).find(), "has a % without two hex digits after it: write %25");
    }

    private static void refuse(boolean isInvalid, String problem) {
        if (isInvalid) {
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

    /**
     * Whether the path names the calling API key, in any spelling. Text after a semicolon is ignored, because servers
     * may ignore it.
     */
    boolean isOwnKey() {
        return parts.stream()
                .skip(1)
                .map(part -> part.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .toList()
                .equals(List.of("auth", "tokens", "current"));
    }

    /** Whether the path is a search, which has its own rate limit. */
    boolean isSearch() {
        return parts.getLast().equalsIgnoreCase("search");
    }

    /** Whether the path is the address of an inbound hook, whose posts have their own rate limit and size. */
    boolean isHook() {
        return parts.size() > 3 && parts.get(1).equalsIgnoreCase("hooks");
    }

    /** The encoded path, and a template for messages that shows only Kustomer's words. */
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
                    encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
                }
            }
        });
        return encoded.toString();
    }
}
