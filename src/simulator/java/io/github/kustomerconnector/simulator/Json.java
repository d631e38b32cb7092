package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Parses JSON text. */
final class Json {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** @throws IllegalArgumentException if the text is not JSON */
    static JsonNode parse(String text) {
        return parse(text, MAPPER.reader());
    }

    /** @throws IllegalArgumentException if the text is not JSON, or an object has two fields of the same name */
    static JsonNode parseStrictly(String text) {
        return parse(text, MAPPER.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION));
    }

    private static JsonNode parse(String text, ObjectReader reader) {
        try {
            return reader.readTree(text);
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
