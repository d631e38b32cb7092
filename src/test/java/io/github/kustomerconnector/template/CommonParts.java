package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The parts that the templates of all operations have: documentation link, engine range, icon, shared groups. */
final class CommonParts {

    private static final String DOCUMENTATION =
            "https://github.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/docs/operations.md#";

    private static final String ENGINES = "^8.8";
    private static final String ICON = icon();

    /** The groups before and after those of the operation, with their labels. */
    private static final Map<String, String> FIRST_GROUP = Map.of("connection", "Authentication and server");

    private static final Map<String, String> LAST_GROUP = Map.of("options", "Options");

    /** The operation's own groups that start closed: fields that few people need. */
    private static final Set<String> CLOSED = Set.of("moreFields");

    /** The keys of a template in the order of its file. */
    private static final List<String> KEYS = List.of(
            "$schema",
            "name",
            "id",
            "description",
            "documentationRef",
            "version",
            "category",
            "appliesTo",
            "elementType",
            "engines",
            "groups",
            "properties",
            "icon",
            "keywords");

    private CommonParts() {}

    /**
     * The template with the common parts, its keys in the order of the file.
     *
     * @param ownGroups the ids of the groups that the operation declares
     */
    static ObjectNode complete(ObjectNode generated, Set<String> ownGroups) {
        return complete(generated, groups(generated.path("groups"), ownGroups));
    }

    /** The template with the common parts and with the groups, its keys in the order of the file. */
    static ObjectNode complete(ObjectNode generated, ArrayNode groups) {
        String section =
                generated.path("name").asText().toLowerCase(Locale.ROOT).replace(' ', '-');
        generated.put("documentationRef", DOCUMENTATION + section);
        generated.putObject("engines").put("camunda", ENGINES);
        generated.putObject("icon").put("contents", ICON);
        generated.set("groups", groups);
        generated.set("properties", inOrderOf(groups, generated.path("properties")));
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        KEYS.forEach(key -> ordered.set(key, generated.path(key)));
        return ordered;
    }

    private static ArrayNode groups(JsonNode generated, Set<String> ownGroups) {
        Map<String, String> labels = new LinkedHashMap<>(FIRST_GROUP);
        generated.forEach(group -> {
            if (ownGroups.contains(group.path("id").asText())) {
                labels.put(group.path("id").asText(), group.path("label").asText());
            }
        });
        labels.putAll(LAST_GROUP);
        generated.forEach(group -> labels.putIfAbsent(
                group.path("id").asText(), group.path("label").asText()));
        ArrayNode groups = JsonNodeFactory.instance.arrayNode();
        labels.forEach((id, label) -> groups.addObject()
                .put("id", id)
                .put("label", label)
                .put("openByDefault", FIRST_GROUP.containsKey(id) || (ownGroups.contains(id) && !CLOSED.contains(id))));
        return groups;
    }

    /** The properties in the order of their groups; those without a group first. */
    private static ArrayNode inOrderOf(ArrayNode groups, JsonNode properties) {
        List<String> ids =
                groups.valueStream().map(group -> group.path("id").asText()).toList();
        return properties
                .valueStream()
                .sorted(Comparator.comparingInt(
                        property -> ids.indexOf(property.path("group").asText())))
                .collect(
                        JsonNodeFactory.instance::arrayNode,
                        (array, property) -> array.add(property),
                        (array, other) -> array.addAll(other));
    }

    private static String icon() {
        try (InputStream svg = CommonParts.class.getResourceAsStream("/kustomer-connector-icon.svg")) {
            return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
