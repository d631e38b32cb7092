package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import org.jspecify.annotations.Nullable;

/** The value of a form's dropdown, as an input contains it. */
public final class Choice {

    private Choice() {}

    /** The value without blanks around it; {@code defaultValue} if it is null or blank. */
    public static String orElse(@Nullable String value, String defaultValue) {
        return value == null || value.isBlank() ? defaultValue : value.strip();
    }

    /**
     * Whether the value is {@code true}. Null and blank mean {@code false}.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if it is neither {@code true} nor {@code false}
     */
    public static boolean isTrue(String field, @Nullable String value) {
        return switch (orElse(value, "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Failure.invalid(field, "is not one of true, false: choose one of them");
        };
    }
}
