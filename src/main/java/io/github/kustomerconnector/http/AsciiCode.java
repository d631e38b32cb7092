package io.github.kustomerconnector.http;

import java.util.HexFormat;

/** The code of an ASCII character as text: two digits, three from 100 on, or hex digits such as {@code 0x41}. */
final class AsciiCode {

    private AsciiCode() {}

    /** Whether the characters from {@code start} to {@code end} are a code. Without a regular expression, for speed. */
    static boolean isBetween(String text, int start, int end) {
        return switch (end - start) {
            case 2 -> isNumber(text, start, end);
            case 3 -> text.charAt(start) == '1' && isNumber(text, start + 1, end);
            case 4 -> isHex(text, start, end);
            case 6 -> text.startsWith("00", start + 2) && isHex(text, start, end);
            default -> false;
        };
    }

    private static boolean isNumber(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(String text, int start, int end) {
        return text.regionMatches(true, start, "0x", 0, 2)
                && text.charAt(end - 2) >= '0'
                && text.charAt(end - 2) <= '7'
                && HexFormat.isHexDigit(text.charAt(end - 1));
    }
}
