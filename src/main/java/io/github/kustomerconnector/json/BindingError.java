package io.github.kustomerconnector.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * An input that does not bind. It does not contain Jackson's own message, because that would repeat the value.
 *
 * @param field such as {@code customer} or {@code server.region}
 * @param problem continues the field's name: "must be an object"
 */
public record BindingError(String field, String problem) {

    /** The error of a value that Jackson does not bind. */
    static BindingError of(IOException problem) {
        if (!(problem instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return new BindingError("The input", "does not fit the operation");
        }
        String field = mapping.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? Integer.toString(step.getIndex()) : shown(step.getFieldName()))
                .collect(Collectors.joining("."));
        return new BindingError(field, wanted(mapping));
    }

    private static String wanted(JsonMappingException problem) {
        if (problem instanceof UnrecognizedPropertyException) {
            return "is not a field of this version of the operation: correct its name, use the additional fields,"
                    + " or upgrade the connector";
        }
        boolean text =
                problem instanceof MismatchedInputException mismatch && String.class.equals(mismatch.getTargetType());
        return text ? "must be text" : "must be an object with the fields of the form";
    }

    /** A name that is not one word may be personal. */
    private static String shown(String name) {
        return name.matches("\\w{1,64}") ? name : "***";
    }
}
