package io.github.kustomerconnector.json;

import java.math.BigDecimal;

/** The size of JSON numbers. A few characters such as {@code 1e999999999} can stand for digits that fill the memory. */
final class JsonNumbers {

    /** The number of zeros, or of digits, that a number may have to be written or calculated as plain digits. */
    static final int MAX_ZEROS = 100;

    private JsonNumbers() {}

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
