package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fields with an expression as default, such as {@code =customerId}, in a group whose fields depend on a choice. The
 * modeler keeps the FEEL mode of a field for the next field of the same type at its place. A text that is typed there
 * would become an expression. So the presets have the type {@code Text}, and the other fields stay {@code String}. As
 * expressions, both look the same.
 */
final class PresetExpressions {

    private PresetExpressions() {}

    /** Changes the type of such fields. */
    static void setTypes(JsonNode properties) {
        Set<String> changing = properties
                .valueStream()
                .filter(property -> property.has("condition"))
                .map(property -> property.path("group").asText())
                .collect(Collectors.toUnmodifiableSet());
        properties
                .valueStream()
                .filter(property -> changing.contains(property.path("group").asText()))
                .filter(property -> property.path("type").asText().equals("String"))
                .filter(property -> property.path("feel").asText().equals("optional"))
                .filter(property -> property.path("value").asText().startsWith("="))
                .forEach(property -> ((ObjectNode) property).put("type", "Text"));
    }
}
