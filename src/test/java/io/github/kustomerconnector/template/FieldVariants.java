package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Fields whose words, choices or checks depend on an earlier choice, such as the recipient of a message on its channel.
 * The form shows one of the variants. All of them write to the same input, which an annotation cannot describe.
 */
final class FieldVariants {

    private static final JsonNode VARIANTS = read();

    private FieldVariants() {}

    /** The properties, each with variants replaced by them. */
    static ArrayNode expanded(JsonNode properties) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (JsonNode property : properties) {
            JsonNode variants = VARIANTS.path(property.path("id").asText());
            if (variants.isMissingNode()) {
                all.add(property);
            }
            variants.forEach(variant -> all.add(variant((ObjectNode) property.deepCopy(), variant)));
        }
        return all;
    }

    private static ObjectNode variant(ObjectNode property, JsonNode variant) {
        variant.path("set").properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                property.remove(entry.getKey());
            } else {
                property.set(entry.getKey(), entry.getValue());
            }
        });
        onlyIf(property, variant.path("when").asText(), (ArrayNode) variant.path("is"));
        return property;
    }

    /** Adds a condition to those that the property has. */
    private static void onlyIf(ObjectNode property, String driver, ArrayNode values) {
        ObjectNode own = JsonNodeFactory.instance.objectNode().put("property", driver);
        if (values.size() == 1) {
            own.set("equals", values.get(0));
        } else {
            own.set("oneOf", values);
        }
        own.put("type", "simple");
        JsonNode before = property.path("condition");
        if (before.isMissingNode()) {
            property.set("condition", own);
            return;
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        (before.has("allMatch") ? before.path("allMatch") : all.arrayNode().add(before)).forEach(all::add);
        property.putObject("condition").set("allMatch", all.add(own));
    }

    private static JsonNode read() {
        try (InputStream file = FieldVariants.class.getResourceAsStream("/form/variants.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
