package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns changes of records into Kustomer's events, as "Event catalog" (developer.kustomer.com) describes them. The
 * name of an event is {@code kustomer.}, the type of the record and {@code create}, {@code update} or {@code delete}.
 */
final class EventSource implements RecordListener {

    /** The {@code client} of changes that the API made. */
    static final String API = "api-gw";

    /** The {@code client} of changes that people made in Kustomer's own pages. */
    static final String WEB = "web-client";

    private static final String SILENT = "";

    private final Settings settings;
    private final Supplier<Boolean> isWanted;
    private final Consumer<ObjectNode> events;
    private final ObjectIds ids = new ObjectIds(1L << 60);
    private final ThreadLocal<String> client = ThreadLocal.withInitial(() -> API);

    /**
     * @param isWanted whether there is a receiver; without one, no event is built
     * @param events receives each event; it must not block
     */
    EventSource(Settings settings, Supplier<Boolean> isWanted, Consumer<ObjectNode> events) {
        this.settings = settings;
        this.isWanted = isWanted;
        this.events = events;
    }

    /** Runs an action whose changes cause no events, such as the seeding of records. */
    void silently(Runnable action) {
        as(SILENT, action);
    }

    /** Runs an action whose events name another client. */
    void as(String name, Runnable action) {
        String outer = client.get();
        client.set(name);
        try {
            action.run();
        } finally {
            client.set(outer);
        }
    }

    @Override
    public void changed(@Nullable ObjectNode before, @Nullable ObjectNode after) {
        String by = client.get();
        if (by.equals(SILENT) || !isWanted.get()) {
            return;
        }
        if (after != null) {
            events.accept(event(before == null ? "create" : "update", before, after, by));
        } else if (before != null) {
            events.accept(event("delete", null, before, by));
        }
    }

    private ObjectNode event(String verb, @Nullable ObjectNode before, ObjectNode record, String by) {
        String id = record.path("id").asText();
        ObjectNode event = Json.object()
                .put("id", ids.next(settings.now()))
                .put("name", "kustomer." + record.path("type").asText() + "." + verb)
                .put("org", ObjectIds.ORGANIZATION)
                .put("partition", ObjectIds.ORGANIZATION)
                .put("orgName", "simulator");
        event.set("data", record.deepCopy());
        event.put("createdAt", Resources.time(settings.now()));
        event.set("changes", before == null ? null : EventChanges.between(before, record));
        event.put("persist", true).put("client", by).put("dataId", id);
        boolean isCustom = before != null && !before.at("/attributes/custom").equals(record.at("/attributes/custom"));
        event.putObject("meta").put("customChanged", isCustom);
        event.putArray("snsFilters");
        return event;
    }
}
