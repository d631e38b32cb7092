package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Parses JSON text. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** @throws IllegalArgumentException if the text is not JSON */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if a value is not JSON data */
    static ObjectNode of(Map<String, ?> fields) {
        return MAPPER.valueToTree(fields);
    }

    static Map<String, Object> map(ObjectNode object) {
        return MAPPER.convertValue(object, new TypeReference<>() {});
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
