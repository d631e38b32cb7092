package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.json.InvisibleCharacters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The value of a form's dropdown, as an input contains it. */
public final class Choice {

    private Choice() {}

    /**
     * The value without blanks around it and without invisible characters; {@code defaultValue} if it is null or blank.
     */
    public static String orElse(@Nullable String value, String defaultValue) {
        return value == null || InvisibleCharacters.isBlank(value)
                ? defaultValue
                : InvisibleCharacters.normalized(value);
    }

    /** The exception for a value that is none of {@code choices}. */
    public static KustomerException unknown(String field, String... choices) {
        return Failure.invalid(field, "is not one of " + String.join(", ", choices) + ": choose one of them");
    }

    /**
     * Whether the value is {@code true}, in any case. Null and blank mean {@code false}.
     *
     * @throws KustomerException if it is neither {@code true} nor {@code false}
     */
    public static boolean isTrue(String field, @Nullable String value) {
        return switch (orElse(value, "false").toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unknown(field, "true", "false");
        };
    }
}
