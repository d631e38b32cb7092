package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.related;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stores the records of one JSON file, which {@code docs/simulator.md} describes. A record refers to another one of the
 * simulator by its id, external id, e-mail address, key or name.
 */
final class World {

    private static final String KOBJECTS = "kobjects";
    private static final List<String> OTHERS = List.of("klasses", "customAttributes", "keys", KOBJECTS);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final KustomerSimulator simulator;
    private final WorldReferences references;

    World(KustomerSimulator simulator) {
        this.simulator = simulator;
        references = new WorldReferences(simulator);
    }

    /**
     * Stores the records of a file.
     *
     * @param json some editors begin a file with a byte order mark, which is ignored
     * @throws IllegalArgumentException if the file is not valid; the message names the place
     */
    void load(String json) {
        String text = json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json;
        if (!(Json.parseStrictly(text) instanceof ObjectNode world)) {
            throw new IllegalArgumentException("a world is a JSON object");
        }
        refuseUnknown(world);
        WorldSchemas.load(world, simulator);
        WorldKind.SECTIONS.forEach(kind -> add(kind, world.path(kind.section())));
        kobjects(world.path(KOBJECTS));
    }

    private void kobjects(JsonNode klasses) {
        if (!klasses.isMissingNode() && !klasses.isObject()) {
            throw new IllegalArgumentException(KOBJECTS + " is not a JSON object");
        }
        klasses.properties().forEach(klass -> {
            if (!klasses().contains(klass.getKey())) {
                throw new IllegalArgumentException(
                        "%s.%s: there is no klass \"%s\"".formatted(KOBJECTS, klass.getKey(), klass.getKey()));
            }
            add(WorldKind.ofKlass(klass.getKey()), klass.getValue());
        });
    }

    /**
     * Stores one record.
     *
     * @param kind such as {@code customer} or {@code kobject.order}
     * @return the id
     * @throws IllegalArgumentException if there is no such kind or a field is wrong; the message names it
     */
    String add(String kind, ObjectNode record) {
        return add(WorldKind.of(kind, klasses()), kind, record);
    }

    /**
     * Changes one record.
     *
     * @param kind such as {@code customer} or {@code kobject.order}
     * @throws IllegalArgumentException if there is no such record or a field is wrong; the message names it
     */
    void update(String kind, String id, ObjectNode fields) {
        ObjectNode resolved = references.resolved(kind, fields);
        WorldKind.of(kind, klasses()).checkUpdate(kind, resolved);
        WorldSchemas.requireKnown(kind, kind, resolved.path("custom"), simulator.settings());
        require(kind, id);
        simulator.updateRecord(kind, id, resolved.toString());
    }

    /** @throws IllegalArgumentException if there is no such kind of record */
    void requireKind(String kind) {
        if (!simulator.kinds().contains(kind)) {
            WorldKind.of(kind, klasses());
        }
    }

    /** @throws IllegalArgumentException if there is no such record */
    void require(String kind, String id) {
        if (!simulator.organization.has(kind, id)) {
            throw new IllegalArgumentException("there is no %s %s".formatted(kind, id));
        }
    }

    private void add(WorldKind kind, JsonNode records) {
        if (!records.isMissingNode() && !records.isArray()) {
            throw new IllegalArgumentException(kind.section() + " is not a list");
        }
        for (int i = 0; i < records.size(); i++) {
            String place = "%s[%s]".formatted(kind.section(), i);
            if (!(records.get(i) instanceof ObjectNode fields)) {
                throw new IllegalArgumentException(place + " is not a JSON object");
            }
            add(kind, place, fields);
        }
    }

    private String add(WorldKind kind, String place, ObjectNode record) {
        ObjectNode resolved = withCustomer(kind.kind(), references.resolved(place, record));
        kind.check(place, resolved);
        WorldSchemas.requireKnown(place, kind.kind(), resolved.path("custom"), simulator.settings());
        String id = store(kind.kind(), place, resolved.toString());
        references.add(kind.kind(), id, record);
        return id;
    }

    /** A note and a message belong to the customer of their conversation. */
    private ObjectNode withCustomer(String kind, ObjectNode record) {
        if (kind.matches("note|message") && !record.has("customer")) {
            simulator
                    .organization
                    .store()
                    .conversation(record.path("conversation").asText())
                    .ifPresent(conversation -> record.put("customer", related(conversation, "customer")));
        }
        return record;
    }

    private String store(String kind, String place, String json) {
        try {
            return simulator.seedRecord(kind, json);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }

    /** The klasses of the settings, and those that a request created. */
    private Set<String> klasses() {
        Set<String> klasses = new HashSet<>(simulator.settings().attributes().klasses());
        simulator.records("klass").forEach(klass -> klasses.add(Klasses.name(klass)));
        return klasses;
    }

    private static void refuseUnknown(ObjectNode world) {
        Set<String> known = new HashSet<>(OTHERS);
        WorldKind.SECTIONS.forEach(kind -> known.add(kind.section()));
        world.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("a world has no \"%s\"".formatted(name));
            }
        });
    }
}
