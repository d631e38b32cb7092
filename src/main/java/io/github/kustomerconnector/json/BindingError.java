package io.github.kustomerconnector.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A variable that does not bind to its input, because an object or a text is required. It replaces the mapper's
 * message, because that message contains the value.
 *
 * @param field such as {@code customer} or {@code server.region}
 * @param problem continues a sentence that starts with the field: "must be text"
 */
public record BindingError(String field, String problem) {

    /** The error in the mapper's exception; empty for another exception, or one that names no field. */
    public static Optional<BindingError> of(@Nullable Throwable problem) {
        if (!(problem instanceof JsonMappingException mapping)) {
            return Optional.empty();
        }
        String field = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
        return field.isEmpty() ? Optional.empty() : Optional.of(new BindingError(field, requirement(mapping)));
    }

    private static String requirement(JsonMappingException problem) {
        boolean isText =
                problem instanceof MismatchedInputException mismatch && String.class.equals(mismatch.getTargetType());
        return isText ? "must be text" : "must be an object with the fields of the form";
    }
}
