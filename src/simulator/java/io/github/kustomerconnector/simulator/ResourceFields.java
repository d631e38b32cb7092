package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.attributes;
import static io.github.kustomerconnector.simulator.ResourceParts.relationships;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Writes the fields of a request body into a resource, in the form in which Kustomer returns them. */
final class ResourceFields {

    private final Settings settings;
    private final UnaryOperator<String> tags;

    /** @param tags the id of a tag by its name or id */
    ResourceFields(Settings settings, UnaryOperator<String> tags) {
        this.settings = settings;
        this.tags = tags;
    }

    void write(ObjectNode body, ObjectNode resource) {
        body.properties().forEach(field -> apply(field.getKey(), field.getValue(), resource));
        if (resource.path("type").asText().equals("customer")) {
            attributes(resource).put("displayName", displayName(attributes(resource)));
        }
    }

    private void apply(String field, JsonNode value, ObjectNode resource) {
        switch (field) {
            case "id", "rev" -> {}
            case "customer", "conversation", "company", "campaign" ->
                ResourceLinks.relate(relationships(resource), field, field, value.asText());
            case "queue" ->
                ResourceLinks.relate(
                        relationships(resource), field, field, value.path("id").asText());
            case "tags" -> {
                var known = attributes(resource).putArray("tags");
                value.forEach(tag -> known.add(tags.apply(tag.asText())));
            }
            case "custom" -> merge(attributes(resource).withObject("/custom"), (ObjectNode) value);
            case "emails" ->
                set(attributes(resource), field, settings.values().lowerCaseEmails ? inLowerCase(value) : value);
            default -> set(attributes(resource), field, value);
        }
    }

    private static JsonNode inLowerCase(JsonNode emails) {
        JsonNode lower = emails.deepCopy();
        lower.forEach(entry ->
                ((ObjectNode) entry).put("email", entry.path("email").asText().toLowerCase(Locale.ROOT)));
        return lower;
    }

    private static void merge(ObjectNode target, ObjectNode values) {
        values.properties().forEach(value -> set(target, value.getKey(), value.getValue()));
    }

    private static void set(ObjectNode target, String field, JsonNode value) {
        if (value.isNull()) {
            target.remove(field);
            return;
        }
        JsonNode copy = value.deepCopy();
        if (field.matches("(?i)(shared)?(emails|phones|socials|externalIds)|whatsapps")) {
            copy.forEach(entry ->
                    ((ObjectNode) entry).putIfAbsent("verified", Json.object().booleanNode(false)));
        }
        target.set(field, copy);
    }

    private static String displayName(ObjectNode attributes) {
        return Stream.of(
                        attributes.path("name"),
                        attributes.at("/emails/0/email"),
                        attributes.at("/phones/0/phone"),
                        attributes.path("username"))
                .map(JsonNode::asText)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("Silver Scissors");
    }
}
