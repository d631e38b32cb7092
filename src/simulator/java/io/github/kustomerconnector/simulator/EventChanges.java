package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** The {@code changes} of an update event: each changed field with its values before and after. */
final class EventChanges {

    private EventChanges() {}

    /** Attributes are compared by their values, relationships by the id of the related record. */
    static ObjectNode between(ObjectNode before, ObjectNode after) {
        ObjectNode changes = Json.object();
        ObjectNode attributes = changes.putObject("attributes");
        names(before.path("attributes"), after.path("attributes"))
                .forEach(name -> add(
                        attributes,
                        name,
                        before.at("/attributes").path(name),
                        after.at("/attributes").path(name)));
        ObjectNode relationships = changes.putObject("relationships");
        names(before.path("relationships"), after.path("relationships"))
                .forEach(name -> add(relationships, name, related(before, name), related(after, name)));
        return changes;
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode related(ObjectNode record, String name) {
        return record.path("relationships").path(name).path("data").path("id");
    }

    private static void add(ObjectNode changes, String name, JsonNode before, JsonNode after) {
        if (before.equals(after) || (isAbsent(before) && isAbsent(after))) {
            return;
        }
        String operation = isAbsent(before) ? "add" : isAbsent(after) ? "remove" : "replace";
        ObjectNode change = changes.putObject(name).put("op", operation);
        change.set("before", valueOf(before));
        change.set("after", valueOf(after));
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static JsonNode valueOf(JsonNode value) {
        return isAbsent(value) ? NullNode.getInstance() : value.deepCopy();
    }
}
