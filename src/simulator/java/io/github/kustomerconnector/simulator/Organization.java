package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The records of an organization, and the ways past the API by which a test or a person adds and changes them. */
final class Organization {

    private static final String ATTACHMENT = "attachment";

    private final Map<String, Records> records = new ConcurrentHashMap<>();
    private final Uploads uploads = new Uploads();
    private final Settings settings;
    private final Webhooks webhooks;
    private final Store store;
    private final Resources resources;
    private final WorkItems workItems;
    private final RecordMemory memory;

    Organization(Settings settings) {
        this.settings = settings;
        webhooks = new Webhooks(settings, this::resources);
        store = new Store(settings, webhooks.source());
        resources = new Resources(settings, recordsOf("tag"));
        workItems = new WorkItems(settings, resources, this::recordsOf);
        memory = new RecordMemory(
                settings,
                () -> Stream.concat(Stream.of(store), records.values().stream()).toList());
    }

    Store store() {
        return store;
    }

    Resources resources() {
        return resources;
    }

    WorkItems workItems() {
        return workItems;
    }

    Webhooks webhooks() {
        return webhooks;
    }

    Uploads uploads() {
        return uploads;
    }

    /** Drops the oldest records if all together take too much memory. */
    void trim() {
        memory.trim();
    }

    /** The records of a kind other than customer and conversation. */
    Records recordsOf(String type) {
        return records.computeIfAbsent(type, kind -> new Records(listener(kind), () -> settings.values().maxRecords));
    }

    private RecordListener listener(String type) {
        return type.matches("message|note") ? webhooks.source().and(new TimelineCounts(store)) : webhooks.source();
    }

    /** Copies of the records of a kind, oldest first. */
    List<ObjectNode> all(String type) {
        return switch (type) {
            case "customer" -> store.customers();
            case "conversation" -> store.conversations();
            default -> recordsOf(type).all(record -> true);
        };
    }

    /** Whether there is a record of a kind with an id. */
    boolean has(String type, String id) {
        return switch (type) {
            case "customer" -> store.customer(id).isPresent();
            case "conversation" -> store.conversation(id).isPresent();
            default -> recordsOf(type).find(id).isPresent();
        };
    }

    /** Copies of the KObjects of all klasses. */
    List<ObjectNode> kobjects() {
        return records.keySet().stream()
                .filter(type -> type.startsWith("kobject."))
                .flatMap(type -> all(type).stream())
                .toList();
    }

    /** The records of a search's {@code queryContext}. */
    List<ObjectNode> searched(String context) {
        return context.equals("kobject") ? kobjects() : all(context.replaceFirst("^kobject_", "kobject."));
    }

    /** The kinds of records that exist or existed. */
    Set<String> kinds() {
        Set<String> kinds = new TreeSet<>(records.keySet());
        kinds.addAll(List.of("customer", "conversation"));
        return kinds;
    }

    /**
     * Stores a record without an event. Only uniqueness is checked.
     *
     * @param json the body of a create; it may contain an {@code id}
     * @return the id
     * @throws IllegalArgumentException if the text is not JSON, or an identifier or the id is in use
     */
    String seed(String type, String json) {
        ObjectNode body = (ObjectNode) Json.parse(json);
        return switch (type) {
            case "customer" -> {
                ObjectNode customer = resources.customer(body);
                yield seed(customer, () -> store.addCustomer(customer));
            }
            case "conversation" -> {
                ObjectNode conversation = resources.conversation(body);
                yield seed(conversation, () -> store.addConversation(conversation));
            }
            case WorkItems.TYPE -> workItems.open(body).path("id").asText();
            default -> {
                ObjectNode record = resources.other(type, LookupOperations.withDefaults(type, body));
                MessageAttachments.relate(record);
                yield seed(record, () -> recordsOf(type).add(record));
            }
        };
    }

    /** Stores an attachment with its file: see {@link KustomerSimulator#seedFile}. */
    String seedFile(String json, byte[] content) {
        ObjectNode body = Json.object()
                .put("contentLength", content.length)
                .put("uploaded", true)
                .put("redacted", false);
        body.setAll((ObjectNode) Json.parse(json));
        ObjectNode attachment = resources.other(ATTACHMENT, body);
        String id = seed(attachment, () -> recordsOf(ATTACHMENT).add(attachment));
        uploads.put(id, content);
        return id;
    }

    /** Changes a record, as a person does in Kustomer's pages. Other fields stay. */
    void update(String type, String id, String json) {
        ObjectNode body = (ObjectNode) Json.parse(json);
        ResourceChanges changes = resources.changes();
        switch (type) {
            case "customer" -> byPerson(() -> store.updateCustomer(id, old -> changes.changed(old, body)));
            case "conversation" -> byPerson(() -> store.updateConversation(id, old -> changes.changed(old, body)));
            case WorkItems.TYPE -> recordsOf(type).update(id, item -> workItems.changed(item, body));
            default -> recordsOf(type).update(id, record -> changes.changed(record, body));
        }
    }

    /** The people who write to the organization and work in it. */
    People people() {
        return new People(store, recordsOf("message"), resources, webhooks.source());
    }

    /** Removes all records but those that every organization has. The webhooks are removed too. */
    void clear() {
        store.clear();
        records.values().forEach(Records::clear);
        uploads.clear();
        webhooks.clear();
        addInitialRecords();
    }

    void addInitialRecords() {
        LookupOperations.addInitialRecords(this::recordsOf, resources);
    }

    private void byPerson(Runnable change) {
        webhooks.source().as(EventSource.WEB, change);
    }

    private String seed(ObjectNode record, Runnable add) {
        try {
            webhooks.source().silently(add);
        } catch (ApiErrorException taken) {
            throw new IllegalArgumentException(taken.getMessage(), taken);
        }
        return record.path("id").asText();
    }
}
