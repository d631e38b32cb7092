package io.github.kustomerconnector.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a secret in the encoded parts of a text: base64, hex digits, and lists of character codes such as
 * {@code 0x41,0x42} or {@code [65, 66]}. They may be one inside the other, and have two bytes for each character
 * (UTF-16).
 */
final class EncodedTexts {

    /** More layers are not decoded. */
    private static final int LAYERS = 3;

    /** A shorter run is not decoded, because it is an ordinary word, a name or an id. */
    private static final int SHORTEST_RUN = 32;

    private static final String BETWEEN_CODES = " \t\r\n,;:'\"";

    private static final Pattern CODE = Pattern.compile("0[xX]([0-9a-fA-F]+)|([0-9]+)");

    private final Predicate<String> isSecret;

    /** @param isSecret whether a decoded text contains the secret */
    EncodedTexts(Predicate<String> isSecret) {
        this.isSecret = isSecret;
    }

    /** The characters of {@code text} that encode the secret, with what is encoded together with it. */
    BitSet matchesIn(String text) {
        BitSet matches = new BitSet();
        encoded(text).stream()
                .filter(part -> encodes(text, part, LAYERS))
                .forEach(part -> matches.set(part.start(), part.end()));
        return matches;
    }

    /** Whether a part of {@code text} encodes the secret. */
    boolean occurIn(String text) {
        return occurIn(text, LAYERS);
    }

    private boolean occurIn(String text, int layers) {
        // Most texts are shorter than each encoded part.
        if (layers == 0 || text.length() < SHORTEST_RUN) {
            return false;
        }
        for (Part part : encoded(text)) {
            if (encodes(text, part, layers)) {
                return true;
            }
        }
        return false;
    }

    /** A list of character codes, or else a run. */
    private record Part(int start, int end, boolean isList) {
        String of(String text) {
            return text.substring(start, end);
        }
    }

    /** The long runs of base64 characters, and the lists of character codes. Without regular expressions, for speed. */
    private static List<Part> encoded(String text) {
        List<Part> parts = new ArrayList<>();
        int codes = 0;
        int firstCode = 0;
        int lastCode = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isInRun(c)) {
                int end = endOfRun(text, at);
                boolean isCode = AsciiCode.isBetween(text, at, end);
                addCodes(parts, isCode ? 0 : codes, firstCode, lastCode);
                firstCode = codes == 0 ? at : firstCode;
                lastCode = end;
                codes = isCode ? codes + 1 : 0;
                if (end - at >= SHORTEST_RUN) {
                    parts.add(new Part(at, end, false));
                }
                at = end - 1;
            } else if (codes > 0 && BETWEEN_CODES.indexOf(c) < 0) {
                addCodes(parts, codes, firstCode, lastCode);
                codes = 0;
            }
        }
        addCodes(parts, codes, firstCode, lastCode);
        return parts;
    }

    private static void addCodes(List<Part> parts, int codes, int start, int end) {
        if (codes >= KeyParts.SHORTEST) {
            parts.add(new Part(start, end, true));
        }
    }

    private static boolean isInRun(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '_'
                || c == '-';
    }

    private static int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length() && isInRun(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean encodes(String text, Part part, int layers) {
        String encoded = part.of(text);
        return part.isList()
                ? hasSecret(ofCodes(encoded), layers)
                : isInBase64(encoded, layers) || isInHex(encoded, layers);
    }

    /** Whether a decoded text is the secret, or encodes it again. */
    private boolean hasSecret(String decoded, int layers) {
        return !decoded.isEmpty() && (isSecret.test(decoded) || occurIn(decoded, layers - 1));
    }

    private boolean isInBase64(String run, int layers) {
        byte[] standard = run.replace('-', '+').replace('_', '/').getBytes(US_ASCII);
        for (int start = 0; start < 4; start++) {
            if (hasSecret(ofBase64(standard, start), layers)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInHex(String run, int layers) {
        return isHex(run) && (hasSecret(ofHex(run), layers) || hasSecret(ofHex(run.substring(1)), layers));
    }

    private static boolean isHex(String run) {
        int at = 0;
        while (at < run.length() && HexFormat.isHexDigit(run.charAt(at))) {
            at++;
        }
        return at == run.length();
    }

    private static String ofBase64(byte[] standard, int start) {
        int end = start + (standard.length - start) / 4 * 4;
        return text(Base64.getDecoder().decode(Arrays.copyOfRange(standard, start, end)));
    }

    private static String ofHex(String part) {
        return text(HexFormat.of().parseHex(part.substring(0, part.length() / 2 * 2)));
    }

    private static String ofCodes(String part) {
        return CODE.matcher(part)
                .results()
                .map(code ->
                        code.group(1) != null ? Integer.parseInt(code.group(1), 16) : Integer.parseInt(code.group(2)))
                .map(Character::toString)
                .collect(Collectors.joining());
    }

    /**
     * One character for each byte. Zero bytes are removed, because UTF-16 has one beside each ASCII character. Empty if
     * the bytes are no text, which saves the search.
     */
    private static String text(byte[] bytes) {
        int visible = 0;
        for (byte one : bytes) {
            if (one != 0) {
                visible = one >= ' ' && one < 0x7f ? visible + 1 : 0;
            }
            if (visible == KeyParts.SHORTEST) {
                return new String(bytes, ISO_8859_1).replace("\0", "");
            }
        }
        return "";
    }
}
