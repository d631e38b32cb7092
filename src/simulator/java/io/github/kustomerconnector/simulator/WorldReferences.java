package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ids of records by their other identifiers: those of a {@link World}, then those that the simulator has. */
final class WorldReferences {

    private static final List<String> IDENTIFIERS = List.of("externalId", "email", "key", "name");
    private static final Map<String, String> LISTS =
            Map.of("assignedUsers", "user", "members", "user", "assignedTeams", "team");

    private final Map<String, String> ids = new HashMap<>();

    private final KustomerSimulator simulator;

    WorldReferences(KustomerSimulator simulator) {
        this.simulator = simulator;
    }

    /** Remembers a stored record. The first record with an identifier keeps it. */
    void add(String kind, String id, ObjectNode record) {
        ids.put(kind + " " + id, id);
        IDENTIFIERS.forEach(name -> remember(kind, record.path(name), id));
        record.path("emails").forEach(email -> remember(kind, email.path("email"), id));
    }

    private void remember(String kind, JsonNode identifier, String id) {
        if (identifier.isTextual()) {
            ids.putIfAbsent(kind + " " + identifier.asText(), id);
        }
    }

    /**
     * A record whose references are ids.
     *
     * @throws IllegalArgumentException if there is no record with a reference
     */
    ObjectNode resolved(String place, ObjectNode record) {
        ObjectNode resolved = record.deepCopy();
        List.of("customer", "conversation", "company").forEach(field -> {
            if (record.path(field).isTextual()) {
                resolved.put(field, id(place, field, field, record.path(field).asText()));
            }
        });
        JsonNode queue = record.path("queue");
        if (queue.isTextual()) {
            resolved.putObject("queue").put("id", id(place, "queue", "queue", queue.asText()));
        }
        if (queue.path("id").isTextual()) {
            id(place, "queue", "queue", queue.path("id").asText());
        }
        workItem(place, resolved);
        LISTS.forEach((field, kind) -> {
            if (record.path(field).isArray()) {
                ArrayNode related = resolved.putArray(field);
                record.path(field).forEach(one -> related.add(id(place, field, kind, one.asText())));
            }
        });
        return resolved;
    }

    private void workItem(String place, ObjectNode record) {
        if (record.path("assignedTo").isTextual()) {
            String user = record.path("assignedTo").asText();
            record.put("assignedTo", id(place, "assignedTo", "user", user));
        }
        if (record.path("resource") instanceof ObjectNode resource
                && resource.path("id").isTextual()) {
            String conversation = resource.path("id").asText();
            resource.put("id", id(place, "resource.id", "conversation", conversation));
        }
    }

    private String id(String place, String field, String kind, String reference) {
        String known = ids.get(kind + " " + reference);
        if (known != null) {
            return known;
        }
        return simulator.organization.has(kind, reference) ? reference : stored(place, field, kind, reference);
    }

    private String stored(String place, String field, String kind, String reference) {
        return simulator.records(kind).stream()
                .filter(record -> isNamed(record.path("attributes"), reference))
                .map(record -> record.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s.%s: there is no %s \"%s\"".formatted(place, field, kind, reference)));
    }

    private static boolean isNamed(JsonNode attributes, String reference) {
        return IDENTIFIERS.stream()
                        .anyMatch(name -> attributes.path(name).asText().equals(reference))
                || attributes
                        .path("emails")
                        .valueStream()
                        .anyMatch(email -> email.path("email").asText().equals(reference));
    }
}
