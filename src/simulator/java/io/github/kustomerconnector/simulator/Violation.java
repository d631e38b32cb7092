package io.github.kustomerconnector.simulator;

import com.networknt.schema.Error;
import java.util.regex.Pattern;

/**
 * A violation of a schema by a request body.
 *
 * @param parameter the unknown, missing or invalid field; empty for the body as a whole
 * @param place JSON pointer into the body; empty for the body as a whole
 * @param rule JSON pointer into the schema, without references that were followed
 */
record Violation(String parameter, String place, String rule, String message) {

    private static final Pattern FOLLOWED = Pattern.compile("/(\\$ref|then|else)(?=/)");
    private static final Pattern INDEX = Pattern.compile("/\\d+$");

    static Violation of(Error error) {
        String place = error.getInstanceLocation().toString();
        String rule = FOLLOWED.matcher(error.getEvaluationPath().toString()).replaceAll("");
        return new Violation(parameter(error, place), place, rule, error.getMessage());
    }

    private static String parameter(Error error, String place) {
        if (error.getProperty() != null) {
            return error.getProperty();
        }
        String named = INDEX.matcher(place).replaceAll("");
        return named.substring(named.lastIndexOf('/') + 1);
    }

    String title() {
        String keyword = rule.substring(rule.lastIndexOf('/') + 1);
        return switch (keyword) {
            case "additionalProperties" -> "Additional properties not allowed";
            case "required" -> "Missing required property: " + parameter;
            case "enum", "const" -> "No enum match";
            default -> message;
        };
    }

    @Override
    public String toString() {
        return "'%s' at '%s': %s (%s)".formatted(parameter, place, message, rule);
    }
}
