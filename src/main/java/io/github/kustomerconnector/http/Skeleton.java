package io.github.kustomerconnector.http;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** Some of the characters of a text, with their positions in it. */
final class Skeleton {

    private final String text;
    /** The position of each character. */
    private final int[] positions;

    private Skeleton(String text, int[] positions) {
        this.text = text;
        this.positions = positions;
    }

    String text() {
        return text;
    }

    /** The letters and digits of {@code text}. */
    static Skeleton ofLettersAndDigits(String text) {
        return of(text, Character::isLetterOrDigit);
    }

    /** {@code text} without format characters, which are invisible. */
    static Skeleton ofVisible(String text) {
        return of(text, c -> Character.getType(c) != Character.FORMAT);
    }

    private static Skeleton of(String text, IntPredicate kept) {
        StringBuilder rest = new StringBuilder(text.length());
        int[] positions = new int[text.length()];
        for (int at = 0; at < text.length(); at++) {
            if (kept.test(text.charAt(at))) {
                positions[rest.length()] = at;
                rest.append(text.charAt(at));
            }
        }
        return new Skeleton(rest.toString(), Arrays.copyOf(positions, rest.length()));
    }

    /** Marks the characters of the whole text from {@code start} to {@code end} of this one. */
    void mark(BitSet matches, int start, int end) {
        matches.set(positions[start], positions[end - 1] + 1);
    }
}
