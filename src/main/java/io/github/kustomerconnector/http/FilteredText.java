package io.github.kustomerconnector.http;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** A text without the characters that a filter removes. It maps its characters to their positions in the whole text. */
final class FilteredText {

    private final String text;
    /** The position of each character in the whole text. */
    private final int[] positions;

    private FilteredText(String text, int[] positions) {
        this.text = text;
        this.positions = positions;
    }

    String text() {
        return text;
    }

    /** The letters and digits of {@code text}. */
    static FilteredText ofLettersAndDigits(String text) {
        return of(text, Character::isLetterOrDigit);
    }

    /** {@code text} without format characters, which are invisible. */
    static FilteredText ofVisible(String text) {
        return of(text, c -> Character.getType(c) != Character.FORMAT);
    }

    private static FilteredText of(String text, IntPredicate kept) {
        StringBuilder filtered = new StringBuilder(text.length());
        int[] positions = new int[text.length()];
        for (int at = 0; at < text.length(); at++) {
            if (kept.test(text.charAt(at))) {
                positions[filtered.length()] = at;
                filtered.append(text.charAt(at));
            }
        }
        return new FilteredText(filtered.toString(), Arrays.copyOf(positions, filtered.length()));
    }

    /** Marks the characters of the whole text from {@code start} to {@code end} of this one. */
    void mark(BitSet matches, int start, int end) {
        matches.set(positions[start], positions[end - 1] + 1);
    }
}
