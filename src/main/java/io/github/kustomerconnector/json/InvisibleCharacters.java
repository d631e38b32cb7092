package io.github.kustomerconnector.json;

import java.text.Normalizer;

/**
 * Characters that a text can contain unseen, because it was copied from a web page, a table or a contacts application.
 * They are no-break and other special blanks, zero-width characters, directional marks, control characters, soft
 * hyphens and no-break hyphens.
 */
public final class InvisibleCharacters {

    /** ASCII has only visible characters between the space and this. */
    private static final char DELETE = '\u007F';

    private static final int NEXT_LINE = 0x0085;

    /** Unicode counts these as a symbol and as letters, but no font draws them. */
    private static final String BLANK_SIGNS = "\u2800\u3164\uFFA0";

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

    /** The text in this form; empty if the value is no text. */
    public static String normalized(Json value) {
        return value.text().map(InvisibleCharacters::normalized).orElse("");
    }

    /** As {@link #normalized(String)}, with composed characters (NFC), because an accent has two spellings. */
    public static String composed(String text) {
        return normalized(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= DELETE || (c < ' ' && isZeroWidth(c))) {
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
        return Character.isSpaceChar(point) || point == NEXT_LINE || BLANK_SIGNS.indexOf(point) >= 0;
    }

    /**
     * Unicode's format characters, among them zero-width blanks, directional marks and the soft hyphen, and control
     * characters that are no blanks.
     */
    private static boolean isZeroWidth(int point) {
        return Character.getType(point) == Character.FORMAT
                || point == COMBINING_GRAPHEME_JOINER
                || (Character.isISOControl(point) && !Character.isWhitespace(point) && point != NEXT_LINE);
    }
}
