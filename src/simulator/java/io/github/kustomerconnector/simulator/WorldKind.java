package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of record that a world may contain.
 *
 * @param section the name of its list in the file
 * @param createPath of the create whose schema the records keep; empty if Kustomer documents none
 * @param path of the collection, for the schema of an update; empty if there is none
 * @param required the fields that a record must have beside those of the schema, one of each list
 */
record WorldKind(String section, String kind, String createPath, String path, List<List<String>> required) {

    /** The lists of records in the file, in the order in which they are stored. */
    static final List<WorldKind> SECTIONS = List.of(
            new WorldKind("users", "user", "/v1/users", "", List.of()),
            new WorldKind("teams", "team", "", "", List.of(List.of("name"))),
            new WorldKind("queues", "queue", "/v1/routing/queues", "", List.of()),
            new WorldKind("tags", "tag", "", "", List.of(List.of("name"))),
            new WorldKind("hooks", HookOperations.HOOK, "", "", List.of(List.of("title"), List.of("hash"))),
            new WorldKind("companies", "company", "/v1/companies", "/v1/companies", List.of()),
            new WorldKind("customers", "customer", "/v1/customers", "/v1/customers", List.of()),
            new WorldKind("conversations", "conversation", "/v1/conversations", "/v1/conversations", List.of()),
            new WorldKind(
                    "notes",
                    "note",
                    "/v1/conversations/5e0a17c4000000000000000a/notes",
                    "/v1/notes",
                    List.of(List.of("conversation", "customer"))),
            new WorldKind("messages", "message", "/v1/messages", "/v1/messages", List.of()),
            new WorldKind("workItems", WorkItems.TYPE, "/v1/routing/work-items", "/v1/routing/work-items", List.of()));

    /** Kinds whose records a test can add only one by one. */
    private static final Set<String> OTHERS =
            Set.of("draft", "workflow", "work_session", "conversation_time", "attachment");

    private static final String KOBJECT = "kobject.";
    private static final String ID = "[0-9a-f]{24}";
    private static final String ANY_ID = "/5e0a17c4000000000000000a";

    /**
     * The kind with a name such as {@code customer} or {@code kobject.order}.
     *
     * @param klasses the names of the klasses that exist
     * @throws IllegalArgumentException if there is no such kind
     */
    static WorldKind of(String kind, Set<String> klasses) {
        if (kind.startsWith(KOBJECT) && klasses.contains(kind.substring(KOBJECT.length()))) {
            return ofKlass(kind.substring(KOBJECT.length()));
        }
        return SECTIONS.stream()
                .filter(candidate -> candidate.kind().equals(kind))
                .findFirst()
                .or(() -> OTHERS.stream()
                        .filter(kind::equals)
                        .map(WorldKind::withoutSchema)
                        .findFirst())
                .orElseThrow(() -> unknown(kind, klasses));
    }

    private static IllegalArgumentException unknown(String kind, Set<String> klasses) {
        String kinds = Stream.of(
                        SECTIONS.stream().map(WorldKind::kind),
                        OTHERS.stream(),
                        klasses.stream().map(klass -> KOBJECT + klass))
                .flatMap(names -> names)
                .sorted()
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException("there is no kind of record \"%s\", only %s".formatted(kind, kinds));
    }

    /** The KObjects of a klass. */
    static WorldKind ofKlass(String name) {
        String path = "/v1/klasses/" + name;
        return new WorldKind("kobjects." + name, KOBJECT + name, path, path, List.of());
    }

    private static WorldKind withoutSchema(String kind) {
        return new WorldKind(kind, kind, "", "", List.of());
    }

    /**
     * Checks a new record. A file may give an id, and a note its conversation; requests of Kustomer's API do not.
     *
     * @throws IllegalArgumentException if a field is wrong or missing; the message begins with the place
     */
    void check(String place, ObjectNode record) {
        required.stream()
                .filter(names -> names.stream().noneMatch(record::has))
                .findFirst()
                .ifPresent(names -> {
                    String name = names.getFirst();
                    throw new IllegalArgumentException(
                            "%s.%s: Missing required property: %s".formatted(place, name, name));
                });
        if (record.has("id") && !record.path("id").asText().matches(ID)) {
            throw new IllegalArgumentException(place + ".id: an id has 24 digits from 0-9 and a-f");
        }
        ObjectNode body = record.deepCopy();
        body.remove("id");
        if (kind.equals("note")) {
            body.remove(List.of("conversation", "customer"));
        }
        refuse(place, ApiDescription.live().requestViolations("POST", createPath, body));
    }

    /**
     * Checks the fields of an update. They may be fewer than those of a request.
     *
     * @throws IllegalArgumentException if a field is wrong; the message begins with the place
     */
    void checkUpdate(String place, ObjectNode fields) {
        refuse(
                place,
                ApiDescription.live().requestViolations("PUT", path + ANY_ID, fields).stream()
                        .filter(violation -> !violation.rule().endsWith("/required"))
                        .toList());
    }

    private static void refuse(String place, List<Violation> violations) {
        for (Violation violation : violations) {
            throw new IllegalArgumentException("%s.%s: %s".formatted(place, violation.parameter(), violation.title()));
        }
    }
}
