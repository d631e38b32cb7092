package io.github.kustomerconnector.http;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The n-grams of some texts: all runs of n letters and digits. Case does not count, nor do other characters between
 * them. Finds the n-grams in another text in linear time, with a rolling value as in the Rabin-Karp search.
 */
final class NGrams {

    private static final int DIGITS = Character.MAX_RADIX;
    private static final int FILTER_BITS = 17;

    /** 2^64 divided by the golden ratio (Fibonacci hashing). */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    /** {@link #digit} of each ASCII character. */
    private static final byte[] ASCII = ascii();

    private final int size;
    /** The weight of the first character of an n-gram. */
    private final long firstWeight;
    /** The n-grams as numbers of base 36. */
    private final Set<Long> values = new HashSet<>();
    /** A Bloom filter with one hash function. It avoids an object for each character of a text. */
    private final BitSet filter = new BitSet(1 << FILTER_BITS);
    /** Goes on until the first of these n-grams. */
    private final Visitor untilFound = (value, start, end) -> !has(value);

    private interface Visitor {
        /** Whether to go on. Both bounds are indexes of the text, the end is exclusive. */
        boolean visit(long value, int start, int end);
    }

    /** @param size at most 12, because 36^12 is below 2^63 */
    NGrams(int size, List<String> texts) {
        this.size = size;
        this.firstWeight = power(size - 1);
        texts.forEach(text -> scan(text, (value, start, end) -> {
            values.add(value);
            filter.set(hash(value));
            return true;
        }));
    }

    /** The characters of {@code text} that belong to an n-gram. */
    BitSet matchesIn(String text) {
        BitSet matches = new BitSet();
        scan(text, (value, start, end) -> {
            if (has(value)) {
                matches.set(start, end);
            }
            return true;
        });
        return matches;
    }

    /** Whether {@code text} contains an n-gram. */
    boolean occurIn(String text) {
        return text.length() >= size && !scan(text, untilFound);
    }

    private boolean has(long value) {
        return filter.get(hash(value)) && values.contains(value);
    }

    /**
     * Visits each n-gram of a text. Returns false if the visitor ended it. It allocates nothing, because a result may
     * have thousands of texts.
     */
    private boolean scan(String text, Visitor visitor) {
        long value = 0;
        int count = 0;
        int start = nextDigit(text, 0);
        for (int at = start; at < text.length(); at++) {
            int digit = digit(text.charAt(at));
            if (digit < 0) {
                continue;
            }
            if (count < size) {
                count++;
            } else {
                value -= digit(text.charAt(start)) * firstWeight;
                start = nextDigit(text, start + 1);
            }
            value = value * DIGITS + digit;
            if (count == size && !visitor.visit(value, start, at + 1)) {
                return false;
            }
        }
        return true;
    }

    /** The index of the first letter or digit from {@code from} on; the length of the text if there is none. */
    private static int nextDigit(String text, int from) {
        int at = from;
        while (at < text.length() && digit(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** The value of a letter or digit, below {@value #DIGITS}; negative for any other character. */
    static int digit(char c) {
        return c < ASCII.length ? ASCII[c] : Character.digit(c, DIGITS);
    }

    private static byte[] ascii() {
        byte[] digits = new byte[128];
        for (char c = 0; c < digits.length; c++) {
            digits[c] = (byte) Character.digit(c, DIGITS);
        }
        return digits;
    }

    private static int hash(long value) {
        return (int) ((value * MULTIPLIER) >>> (Long.SIZE - FILTER_BITS));
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= DIGITS;
        }
        return power;
    }
}
