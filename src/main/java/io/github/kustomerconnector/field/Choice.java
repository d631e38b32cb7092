package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import org.jspecify.annotations.Nullable;

/** A word that a form offers, as a process hands it over. */
public final class Choice {

    private Choice() {}

    /** The word without blanks around it; {@code otherwise} if it is null or blank. */
    public static String orElse(@Nullable String word, String otherwise) {
        return word == null || word.isBlank() ? otherwise : word.strip();
    }

    /**
     * Whether the word is {@code true}; null and blank are {@code false}.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if it is neither
     */
    public static boolean isTrue(String field, @Nullable String word) {
        return switch (orElse(word, "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Failure.invalid(field, "is not one of true, false: choose one of them");
        };
    }
}
