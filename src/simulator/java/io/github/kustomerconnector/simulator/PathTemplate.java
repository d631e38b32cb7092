package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.regex.Pattern;

/** A path template of an OpenAPI description and its operations by method. The most specific template sorts first. */
record PathTemplate(String template, JsonNode operations) implements Comparable<PathTemplate> {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final Pattern QUERY = Pattern.compile("\\?.*$");

    boolean matches(String path) {
        String expression = Pattern.quote(template);
        String variables = VARIABLE.matcher(expression).replaceAll("\\\\E[^/]+\\\\Q");
        return Pattern.matches(variables, QUERY.matcher(path).replaceAll(""));
    }

    private int literalLength() {
        return VARIABLE.matcher(template).replaceAll("").length();
    }

    @Override
    public int compareTo(PathTemplate other) {
        return Comparator.comparingInt(PathTemplate::literalLength)
                .reversed()
                .thenComparing(PathTemplate::template)
                .compare(this, other);
    }
}
