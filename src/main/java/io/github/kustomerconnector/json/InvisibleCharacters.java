package io.github.kustomerconnector.json;

/**
 * Characters that a text can contain unseen, because it was copied from a web page, a table or a contacts application:
 * no-break and other special blanks, zero-width characters, directional marks, soft hyphens, no-break hyphens.
 */
public final class InvisibleCharacters {

    /** Below this, Unicode has no special blanks and no format characters. */
    private static final char FIRST_SPECIAL = '\u00A0';

    private static final int COMBINING_GRAPHEME_JOINER = 0x034F;
    private static final int HYPHEN = 0x2010;
    private static final int NO_BREAK_HYPHEN = 0x2011;

    private InvisibleCharacters() {}

    /** Whether the text has no visible character. */
    public static boolean isBlank(String text) {
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (!Character.isWhitespace(point) && !isBlank(point) && !isZeroWidth(point)) {
                return false;
            }
            i += Character.charCount(point);
        }
        return true;
    }

    /**
     * The form in which identifiers are compared and sent: without zero-width characters, with plain blanks and plain
     * hyphens, and without blanks around it.
     */
    public static String normalized(String text) {
        if (isPlain(text)) {
            return text.strip();
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(point -> !isZeroWidth(point)).forEach(point -> plain.appendCodePoint(plain(point)));
        return plain.toString().strip();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_SPECIAL) {
                return false;
            }
        }
        return true;
    }

    private static int plain(int point) {
        if (isBlank(point)) {
            return ' ';
        }
        return point == HYPHEN || point == NO_BREAK_HYPHEN ? '-' : point;
    }

    private static boolean isBlank(int point) {
        return Character.isSpaceChar(point);
    }

    /** Unicode's format characters, among them zero-width blanks, directional marks and the soft hyphen. */
    private static boolean isZeroWidth(int point) {
        return Character.getType(point) == Character.FORMAT || point == COMBINING_GRAPHEME_JOINER;
    }
}
