package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replaces API keys in the texts of a JSON tree. A short key is replaced only as a whole word, because it can be a part
 * of an id.
 */
final class KeyRedactor {

    /** Kustomer's keys are longer. */
    private static final int SHORT = 16;

    private static final String NOTHING = "(?!)";
    private static final String REDACTED = "[key]";

    private final Pattern keys;

    KeyRedactor(Set<String> keys) {
        this.keys = Pattern.compile(
                Stream.concat(Stream.of(NOTHING), longestFirst(keys).map(KeyRedactor::expression))
                        .collect(Collectors.joining("|")));
    }

    /** A key that begins with another key is tried before it, so that no part of it stays. */
    private static Stream<String> longestFirst(Set<String> keys) {
        return keys.stream().sorted(Comparator.comparingInt(String::length).reversed());
    }

    private static String expression(String key) {
        String quoted = Pattern.quote(key);
        return key.length() < SHORT ? "(?<!\\w)" + quoted + "(?!\\w)" : quoted;
    }

    /** The names of fields stay. */
    void redact(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(redacted(field.getValue())));
        } else if (tree instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, redacted(list.get(i)));
            }
        }
    }

    private JsonNode redacted(JsonNode value) {
        if (value.isTextual()) {
            return TextNode.valueOf(keys.matcher(value.asText()).replaceAll(REDACTED));
        }
        redact(value);
        return value;
    }
}
