package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stores the records of one JSON file, which {@code docs/simulator.md} describes. A record refers to an earlier one by
 * its id, external id, e-mail address, key or name.
 */
final class World {

    /** The lists of records in the file, in the order in which they are stored, with the kind of their records. */
    private static final List<Section> SECTIONS = List.of(
            new Section("users", "user", ""),
            new Section("teams", "team", ""),
            new Section("queues", "queue", ""),
            new Section("tags", "tag", ""),
            new Section("hooks", HookOperations.HOOK, ""),
            new Section("companies", "company", "/v1/companies"),
            new Section("customers", "customer", "/v1/customers"),
            new Section("conversations", "conversation", "/v1/conversations"),
            new Section("notes", "note", "/v1/conversations/5e0a17c4000000000000000a/notes"),
            new Section("messages", "message", "/v1/messages"));

    private static final Set<String> OTHERS = Set.of("klasses", "customAttributes", "keys", "kobjects");

    private final KustomerSimulator simulator;
    private final WorldReferences references = new WorldReferences();

    /**
     * A list of records in the file.
     *
     * @param path of the create whose schema the records keep; empty if Kustomer documents none
     */
    private record Section(String name, String kind, String path) {}

    World(KustomerSimulator simulator) {
        this.simulator = simulator;
    }

    /**
     * Stores the records of a file.
     *
     * @throws IllegalArgumentException if the file is not valid; the message names the place
     */
    void load(String json) {
        if (!(Json.parse(json) instanceof ObjectNode world)) {
            throw new IllegalArgumentException("a world is a JSON object");
        }
        refuseUnknown(world);
        attributes(world.path("customAttributes"))
                .forEach((kind, names) -> simulator.settings().customAttributes(kind, names));
        attributes(world.path("klasses"))
                .forEach((name, names) -> simulator.settings().klass(name, names));
        world.path("keys").properties().forEach(key -> simulator.addKey(key.getKey(), Set.of(texts(key.getValue()))));
        SECTIONS.forEach(section -> add(section, section.name(), world.path(section.name())));
        world.path("kobjects").properties().forEach(klass -> {
            String name = klass.getKey();
            Section section = new Section("kobjects." + name, "kobject." + name, "/v1/klasses/" + name);
            add(section, section.name(), klass.getValue());
        });
    }

    /**
     * Stores one record.
     *
     * @param kind such as {@code customer} or {@code kobject.order}
     * @return the id
     */
    String add(String kind, ObjectNode record) {
        String path = kind.startsWith("kobject.") ? "/v1/klasses/" + kind.substring("kobject.".length()) : "";
        Section section = SECTIONS.stream()
                .filter(candidate -> candidate.kind().equals(kind))
                .findFirst()
                .orElse(new Section(kind, kind, path));
        return add(section, kind, record);
    }

    private void add(Section section, String place, JsonNode records) {
        if (!records.isMissingNode() && !records.isArray()) {
            throw new IllegalArgumentException(place + " is not a list");
        }
        for (int i = 0; i < records.size(); i++) {
            String record = "%s[%d]".formatted(place, i);
            if (!(records.get(i) instanceof ObjectNode fields)) {
                throw new IllegalArgumentException(record + " is not a JSON object");
            }
            add(section, record, fields);
        }
    }

    private String add(Section section, String place, ObjectNode record) {
        ObjectNode resolved = references.resolved(place, record);
        check(section, place, resolved);
        String id = store(section.kind(), place, resolved.toString());
        references.add(section.kind(), id, record);
        return id;
    }

    private String store(String kind, String place, String json) {
        try {
            return simulator.seedRecord(kind, json);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }

    /** A file may give an id, and a note its conversation; requests of Kustomer's API do not. */
    private static void check(Section section, String place, ObjectNode record) {
        ObjectNode body = record.deepCopy();
        body.remove("id");
        if (section.kind().equals("note")) {
            body.remove(List.of("conversation", "customer"));
        }
        for (Violation violation : ApiDescription.live().requestViolations("POST", section.path(), body)) {
            throw new IllegalArgumentException("%s.%s: %s".formatted(place, violation.parameter(), violation.title()));
        }
    }

    private static void refuseUnknown(ObjectNode world) {
        Set<String> known = new HashSet<>(OTHERS);
        SECTIONS.forEach(section -> known.add(section.name()));
        world.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("a world has no \"%s\"".formatted(name));
            }
        });
    }

    private static Map<String, String[]> attributes(JsonNode named) {
        Map<String, String[]> attributes = new LinkedHashMap<>();
        named.properties().forEach(kind -> attributes.put(kind.getKey(), texts(kind.getValue())));
        return attributes;
    }

    private static String[] texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts.toArray(String[]::new);
    }
}
