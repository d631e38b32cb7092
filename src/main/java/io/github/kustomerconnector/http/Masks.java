package io.github.kustomerconnector.http;

import java.util.BitSet;

/** Replaces characters of a text by {@value #MASK}. */
final class Masks {

    static final String MASK = "***";

    private Masks() {}

    /** {@code text} with one {@value #MASK} in place of each run of {@code matches}. */
    static String masked(String text, BitSet matches) {
        if (matches.isEmpty()) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (matches.get(at)) {
                rest.append(MASK);
                at = matches.nextClearBit(at) - 1;
            } else {
                rest.append(text.charAt(at));
            }
        }
        return rest.toString();
    }
}
