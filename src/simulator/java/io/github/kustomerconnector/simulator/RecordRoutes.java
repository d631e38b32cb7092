package io.github.kustomerconnector.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The endpoints that create, read, update and delete records. */
final class RecordRoutes {

    private final Timeline.Parts parts;
    private final Function<String, Records> records;
    private final Settings settings;
    private final Klasses klasses;
    private final CustomerOperations customers;
    private final ConversationOperations conversations;

    /** @param records the records by type, such as {@code note} or {@code kobject.order} */
    RecordRoutes(Timeline.Parts parts, Function<String, Records> records, Settings settings) {
        this.parts = parts;
        this.records = records;
        this.settings = settings;
        klasses = new Klasses(records.apply("klass"), parts.resources(), settings);
        customers = new CustomerOperations(
                parts,
                records.apply("customer_merge"),
                new OwnedRecords(
                        parts.store(), records, klasses, parts.resources().changes()));
        conversations = new ConversationOperations(
                parts.store(), parts.resources(), parts.replies(), parts.hook(), parts.validator());
    }

    /** The creates that {@link Dialect#REQUESTED} has too. */
    List<Route> creates() {
        List<Route> routes = new ArrayList<>(customers.creates());
        routes.addAll(conversations.creates());
        return routes;
    }

    /** The endpoints that only {@link Dialect#LIVE} has. */
    List<Route> others() {
        List<Route> routes = new ArrayList<>(customers.others());
        routes.addAll(conversations.others());
        routes.addAll(new LookupOperations(records, parts.replies(), settings).all());
        routes.addAll(timelines());
        routes.addAll(kobjects());
        routes.addAll(new HookOperations(records, parts.resources(), parts.replies(), parts.hook()).all());
        routes.addAll(new MetricsOperations(records, parts.store(), parts.replies()).all());
        routes.addAll(new AdministrationOperations(records, parts.resources(), parts.replies()).all());
        return routes;
    }

    private List<Route> timelines() {
        Records messages = records.apply("message");
        List<Route> routes = new ArrayList<>(parts.attachments().all());
        routes.addAll(new NoteOperations(new Timeline("note", records.apply("note"), parts)).all());
        routes.addAll(new MessageOperations(new Timeline("message", messages, parts), settings).all());
        routes.addAll(new DraftOperations(records.apply("draft"), messages, parts, settings).all());
        return routes;
    }

    private List<Route> kobjects() {
        KObjectOperations kobjects = new KObjectOperations(parts, records, klasses, settings);
        List<Route> routes = new ArrayList<>(kobjects.all());
        routes.addAll(new KlassOperations(records.apply("klass"), klasses, kobjects, parts).all());
        routes.addAll(new CompanyOperations(records.apply("company"), parts).all());
        return routes;
    }
}
