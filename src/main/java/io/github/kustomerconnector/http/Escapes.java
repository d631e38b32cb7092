package io.github.kustomerconnector.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the escapes of JSON, of addresses (RFC 3986) and of HTML, because an error may repeat a value escaped. */
final class Escapes {

    /** An error may escape a value that is escaped already. */
    private static final int ROUNDS = 3;

    private static final Pattern ESCAPE = Pattern.compile("(?<percent>(?:%[0-9a-fA-F]{2})+)"
            + "|\\\\u(?<unit>[0-9a-fA-F]{4})|\\\\x(?<byte>[0-9a-fA-F]{2})|\\\\(?<plain>[\"'/\\\\])|\\\\(?<space>[nrtbf])"
            + "|&#(?<decimal>\\d{1,7});|&#[xX](?<hex>[0-9a-fA-F]{1,6});|&(?<name>[A-Za-z]{2,7});");

    private Escapes() {}

    /** Whether {@code text} has a character that begins an escape. Cheaper than to decode it. */
    static boolean mayOccur(String text) {
        return text.indexOf('\\') >= 0 || text.indexOf('%') >= 0 || text.indexOf('&') >= 0;
    }

    /** {@code text} without escapes. It is not longer than the text. */
    static String decode(String text) {
        String decoded = text;
        for (int round = 0; round < ROUNDS; round++) {
            String again = ESCAPE.matcher(decoded).replaceAll(match -> Matcher.quoteReplacement(character(match)));
            if (again.equals(decoded)) {
                return decoded;
            }
            decoded = again;
        }
        return decoded;
    }

    private static String character(MatchResult escape) {
        if (escape.group("percent") != null) {
            return percentDecoded(escape.group());
        }
        if (escape.group("plain") != null) {
            return escape.group("plain");
        }
        if (escape.group("space") != null) {
            return " ";
        }
        if (escape.group("name") != null) {
            return HtmlNames.character(escape.group("name")).orElse(escape.group());
        }
        return escape.group("decimal") != null
                ? codePoint(escape.group(), Integer.parseInt(escape.group("decimal")))
                : codePoint(escape.group(), Integer.parseInt(hexDigits(escape), 16));
    }

    private static String hexDigits(MatchResult escape) {
        return escape.group().replaceAll("^(\\\\[ux]|&#[xX])|;$", "");
    }

    private static String codePoint(String escape, int codePoint) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : escape;
    }

    /** The text of encoded bytes; unchanged if the bytes are not UTF-8. */
    private static String percentDecoded(String encoded) {
        String decoded = new String(HexFormat.of().parseHex(encoded.replace("%", "")), UTF_8);
        return decoded.indexOf('\uFFFD') < 0 ? decoded : encoded;
    }
}
