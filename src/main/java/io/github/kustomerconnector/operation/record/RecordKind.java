package io.github.kustomerconnector.operation.record;

import static io.github.kustomerconnector.field.Formats.objectId;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.field.KlassFormat;
import io.github.kustomerconnector.operation.DirectoryApi;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of records that {@link FindRecord} finds. The path of a single tag is assumed. */
enum RecordKind {
    QUEUE("/v1/routing/queues", 100),
    USER("/v1/users", 500),
    TEAM("/v1/teams", 500),
    COMPANY("/v1/companies", 100),
    TAG("/v1/tags", 100),
    KLASS("/v1/klasses", 100);

    /** The number of records that are compared with a name. */
    static final int MOST_RECORDS = 2_000;

    /** The most records with one name that a result lists. */
    static final int MOST_SEVERAL = 100;

    private final String path;
    private final int pageSize;

    RecordKind(String path, int pageSize) {
        this.path = path;
        this.pageSize = pageSize;
    }

    /** @throws io.github.kustomerconnector.call.KustomerException if the choice is unknown */
    static RecordKind of(@Nullable String choice) {
        String wanted = Choice.orElse(choice, "queue");
        for (RecordKind kind : values()) {
            if (kind.type().equals(wanted)) {
                return kind;
            }
        }
        throw Choice.unknown("record.kind", "queue", "user", "team", "company", "tag", "klass");
    }

    /** The type of the records, as Kustomer names it. */
    String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that the key needs; unknown if Kustomer's documentation names none. */
    Role role() {
        return switch (this) {
            case QUEUE -> DirectoryApi.READ_QUEUES;
            case COMPANY -> DirectoryApi.READ_COMPANIES;
            case KLASS -> DirectoryApi.READ_KLASSES;
            case USER, TEAM, TAG -> Role.UNKNOWN;
        };
    }

    /** The examples of Kustomer's documentation show that the id of a klass is its name. */
    Format id() {
        return this == KLASS ? KlassFormat.NAME : objectId();
    }

    Request byId(String id) {
        return Request.get(Path.of(path + "/{id}", id), role());
    }

    /**
     * A page of the records that may have the name. Kustomer selects only companies by their name, and its
     * documentation does not state how it compares them.
     */
    Request page(String name, int number) {
        Path pages = Path.of(path).with("pageSize", pageSize).with("page", number);
        return Request.get(this == COMPANY ? pages.with("filter", name) : pages, role());
    }

    /** The number of pages with {@link #MOST_RECORDS} records. */
    int pages() {
        return MOST_RECORDS / pageSize;
    }

    /** The path of the list. */
    String path() {
        return path;
    }

    /** The path of a record in the API. */
    String pathOf(String id) {
        return path + "/" + id;
    }
}
