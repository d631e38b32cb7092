package io.github.kustomerconnector.http;

import java.util.BitSet;
import java.util.List;

/**
 * Excludes quickly that a text contains an {@linkplain NGrams n-gram} of some texts. Each n-gram contains shorter runs of
 * letters and digits, one of which ends at each k-th letter or digit of the text. So it looks up only these runs.
 */
final class ShortRuns {

    /** The number of letters and digits of a run. A shorter one would occur in too many texts. */
    private static final int LENGTH = 5;

    private static final int BITS = 6;
    private static final int MASK = (1 << (BITS * LENGTH)) - 1;
    private static final int FILTER_BITS = 17;

    /** 2^32 divided by the golden ratio (Fibonacci hashing). */
    private static final int MULTIPLIER = 0x9E3779B9;

    private final int step;
    /** A Bloom filter with one hash function. */
    private final BitSet filter = new BitSet(1 << FILTER_BITS);

    /** @param size the least size of the n-grams */
    ShortRuns(int size, List<String> texts) {
        step = size - LENGTH + 1;
        texts.forEach(this::add);
    }

    private void add(String text) {
        int run = 0;
        int count = 0;
        for (int at = 0; at < text.length(); at++) {
            int digit = NGrams.digit(text.charAt(at));
            if (digit >= 0) {
                run = after(run, digit);
                count++;
                if (count >= LENGTH) {
                    filter.set(hash(run));
                }
            }
        }
    }

    /** Whether {@code text} may contain an n-gram. It allocates nothing. */
    boolean mayOccurIn(String text) {
        int run = 0;
        int left = step;
        for (int at = 0; at < text.length(); at++) {
            int digit = NGrams.digit(text.charAt(at));
            if (digit < 0) {
                continue;
            }
            run = after(run, digit);
            if (--left == 0) {
                if (filter.get(hash(run))) {
                    return true;
                }
                left = step;
            }
        }
        return false;
    }

    private static int after(int run, int digit) {
        return ((run << BITS) | digit) & MASK;
    }

    private static int hash(int run) {
        return (run * MULTIPLIER) >>> (Integer.SIZE - FILTER_BITS);
    }
}
