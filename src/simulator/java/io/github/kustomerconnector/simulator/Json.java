package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parses JSON text. */
final class Json {

    /** Dates and times of a test become texts in ISO 8601, as Kustomer has them. */
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .registerModule(new SimpleModule().addSerializer(TemporalAccessor.class, ToStringSerializer.instance));

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
            String problem = e.getOriginalMessage().replaceFirst(" \\((start marker|for \\w+ starting) at .*", "");
            throw new IllegalArgumentException("not JSON: %s%s".formatted(problem, place(e.getLocation())), e);
        }
    }

    private static String place(@Nullable JsonLocation place) {
        return place == null ? "" : " (line %s, column %s)".formatted(place.getLineNr(), place.getColumnNr());
    }

    /** @throws IllegalArgumentException if a value is not JSON data */
    static ObjectNode of(Map<String, ?> fields) {
        return MAPPER.valueToTree(Objects.requireNonNull(fields, "fields"));
    }

    static Map<String, Object> map(ObjectNode object) {
        return MAPPER.convertValue(object, new TypeReference<>() {});
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
