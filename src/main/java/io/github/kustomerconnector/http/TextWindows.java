package io.github.kustomerconnector.http;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All runs of a number of letters and digits in some texts. Finds them in other texts in linear time, whatever stands
 * between the letters and digits. Ignores case.
 */
final class TextWindows {

    private static final int DIGITS = Character.MAX_RADIX;
    private static final int FILTER_BITS = 17;

    /** {@link #digit} of each ASCII character. */
    private static final byte[] ASCII = ascii();

    private final int size;
    /** The weight of the first character of a window. */
    private final long first;
    /** The windows as numbers of base 36. */
    private final Set<Long> windows = new HashSet<>();
    /** Excludes most other numbers without an object for each character of a text. */
    private final BitSet filter = new BitSet(1 << FILTER_BITS);

    private interface Visitor {
        /** Whether to go on. Both bounds are indexes of the text, the end is exclusive. */
        boolean visit(long window, int start, int end);
    }

    /** @param size at most 12, because 36^12 is below 2^63 */
    TextWindows(int size, List<String> texts) {
        this.size = size;
        this.first = power(size - 1);
        texts.forEach(text -> scan(text, (window, start, end) -> {
            windows.add(window);
            filter.set(hash(window));
            return true;
        }));
    }

    /** The characters of {@code text} that belong to a window. */
    BitSet in(String text) {
        BitSet matches = new BitSet();
        scan(text, (window, start, end) -> {
            if (has(window)) {
                matches.set(start, end);
            }
            return true;
        });
        return matches;
    }

    /** Whether {@code text} contains a window. */
    boolean occurIn(String text) {
        return !scan(text, (window, start, end) -> !has(window));
    }

    private boolean has(long window) {
        return filter.get(hash(window)) && windows.contains(window);
    }

    /** Visits each window of a text. Returns false if the visitor ended it. */
    private boolean scan(String text, Visitor visitor) {
        int[] digits = new int[size];
        int[] positions = new int[size];
        long window = 0;
        int count = 0;
        int slot = 0;
        for (int at = 0; at < text.length(); at++) {
            int digit = digit(text.charAt(at));
            if (digit >= 0) {
                window = (window - digits[slot] * first) * DIGITS + digit;
                digits[slot] = digit;
                positions[slot] = at;
                slot = slot + 1 == size ? 0 : slot + 1;
                count++;
                if (count >= size && !visitor.visit(window, positions[slot], at + 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The value of a letter or digit; negative for any other character. */
    private static int digit(char c) {
        return c < ASCII.length ? ASCII[c] : Character.digit(c, DIGITS);
    }

    private static byte[] ascii() {
        byte[] digits = new byte[128];
        for (char c = 0; c < digits.length; c++) {
            digits[c] = (byte) Character.digit(c, DIGITS);
        }
        return digits;
    }

    private static int hash(long window) {
        return (int) ((window * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - FILTER_BITS));
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= DIGITS;
        }
        return power;
    }
}
