package io.github.kustomerconnector.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The size of JSON numbers. A few characters such as {@code 1e999999999} can stand for digits that fill the memory. */
public final class JsonNumbers {

    /** The number of zeros, or of digits, that a number may have to be written or calculated as plain digits. */
    static final int MAX_ZEROS = 100;

    /** The fewest digits of a whole number that may have more than 64 bits. */
    private static final int FEWEST_DIGITS = 19;

    private static final Pattern MANY_DIGITS = Pattern.compile("[0-9]{" + FEWEST_DIGITS + "}");

    /** A larger whole number may lose digits as a decimal number of 64 bits: 2 to the power of 53. */
    private static final double MOST_WITH_ALL_DIGITS = 1L << 53;

    private JsonNumbers() {}

    /**
     * Whether {@code text} can be a whole number of more than 64 bits. The engine does not accept it in a variable, so
     * the job would never end. {@link JsonTexts#map} makes it a decimal number.
     */
    public static boolean isLong(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == text.length() && end - start >= FEWEST_DIGITS;
    }

    /** Whether {@code json} may contain a number that {@link #isLong}. */
    public static boolean mayHaveLong(String json) {
        return MANY_DIGITS.matcher(json).find();
    }

    /** Whether {@code json} is a number with a point or an exponent that may stand for a whole number of more digits. */
    public static boolean isRounded(Json json) {
        return json.node().isFloatingPointNumber() && Math.abs(json.doubleValue()) > MOST_WITH_ALL_DIGITS;
    }

    /** The number in plain digits, or in scientific notation if it has too many zeros. */
    static String plain(BigDecimal number) {
        return hasFewZeros(number) ? number.toPlainString() : number.toString();
    }

    /** Whether the number has at most {@value #MAX_ZEROS} digits and zeros. A longer sum could fill the memory. */
    static boolean isShort(BigDecimal number) {
        return hasFewZeros(number) && number.precision() <= MAX_ZEROS;
    }

    private static boolean hasFewZeros(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_ZEROS;
    }
}
