package io.github.kustomerconnector.operation.record;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A kind of record that can be deleted ("Core resources", developer.kustomer.com). */
enum DeletableKind {
    KOBJECT("kobject", ""),
    CONVERSATION("conversation", "/v1/conversations/{id}"),
    NOTE("note", "/v1/notes/{id}"),
    /** Kustomer has no DELETE of companies. */
    COMPANY("company", "/v1/companies/{id}");

    private final String type;
    private final String path;

    DeletableKind(String type, String path) {
        this.type = type;
        this.path = path;
    }

    /**
     * The kind that the form names.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if it is missing or unknown
     */
    static DeletableKind of(@Nullable String given) {
        String name = Choice.orElse(given, "");
        return Stream.of(values())
                .filter(kind -> kind.type.equals(name))
                .findFirst()
                .orElseThrow(() -> name.isEmpty()
                        ? Failure.invalid("record.kind", "is missing: choose kobject, conversation, note or company")
                        : Choice.unknown("record.kind", "kobject", "conversation", "note", "company"));
    }

    /** The type of the record, as results name it. */
    String type() {
        return type;
    }

    /**
     * The role that a key needs to delete such a record. That of notes is assumed from the names of the others, because
     * Kustomer's documentation does not name it.
     */
    Role role() {
        return switch (this) {
            case KOBJECT ->
                new Role(
                        "org.permission.kobject.delete",
                        "org.user.kobject.delete",
                        List.of("org.permission.kobject.kobject_*.delete"));
            case COMPANY -> new Role("org.permission.company.update", "org.user.company.write");
            case CONVERSATION, NOTE -> new Role("org.permission." + type + ".delete", "org.user." + type + ".delete");
        };
    }

    /** The request that deletes a record; a KObject has its own path. */
    Request delete(String id) {
        return this == COMPANY
                ? new Request(
                        "PUT",
                        Path.of(path, id),
                        BodyBuilder.bounded("record", Map.of("deleted", Json.of(true))),
                        role())
                : new Request("DELETE", Path.of(path, id), null, role());
    }
}
