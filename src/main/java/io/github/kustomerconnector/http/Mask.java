package io.github.kustomerconnector.http;

import java.util.BitSet;

/** The mask that replaces secret and personal characters of a text. */
final class Mask {

    private static final String CHARACTERS = "***";

    private Mask() {}

    /** {@code text} with one {@value #CHARACTERS} in place of each run of {@code matches}. */
    static String over(String text, BitSet matches) {
        if (matches.isEmpty()) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (matches.get(at)) {
                rest.append(CHARACTERS);
                at = matches.nextClearBit(at) - 1;
            } else {
                rest.append(text.charAt(at));
            }
        }
        return rest.toString();
    }
}
