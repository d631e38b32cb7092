package io.github.kustomerconnector.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where variables do not bind: a container that is no object, or a text that is none. The mapper's own words would repeat
 * the value.
 *
 * @param field such as {@code customer} or {@code server.region}
 * @param problem continues the field's name: "must be an object"
 */
public record BindingError(String field, String problem) {

    /** What {@code problem} says of a field; empty if it is not the mapper's or names no field. */
    public static Optional<BindingError> of(@Nullable Throwable problem) {
        if (!(problem instanceof JsonMappingException mapping)) {
            return Optional.empty();
        }
        String field = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
        return field.isEmpty() ? Optional.empty() : Optional.of(new BindingError(field, wanted(mapping)));
    }

    private static String wanted(JsonMappingException problem) {
        boolean text =
                problem instanceof MismatchedInputException mismatch && String.class.equals(mismatch.getTargetType());
        return text ? "must be text" : "must be an object with the fields of the form";
    }
}
