package io.github.kustomerconnector.operation;

import org.jspecify.annotations.Nullable;

/** A word that a form offers, as a process hands it over. */
public final class Word {

    private Word() {}

    /** The word without blanks around it; {@code otherwise} if it is null or blank. */
    public static String orElse(@Nullable String word, String otherwise) {
        return word == null || word.isBlank() ? otherwise : word.strip();
    }
}
