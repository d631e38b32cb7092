package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.related;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The records that belong to a customer: conversations with their timelines, and KObjects. */
final class OwnedRecords {

    private static final String CUSTOMER = "customer";

    private final Store store;
    private final Function<String, Records> records;
    private final Klasses klasses;
    private final ResourceChanges changes;

    /** @param records returns the records of a kind */
    OwnedRecords(Store store, Function<String, Records> records, Klasses klasses, ResourceChanges changes) {
        this.store = store;
        this.records = records;
        this.klasses = klasses;
        this.changes = changes;
    }

    /** Gives all records of a customer to another one. */
    void move(String source, String target) {
        ObjectNode owner = Json.object().put(CUSTOMER, target);
        of(source, store.conversations())
                .forEach(id -> store.updateConversation(id, old -> changes.changed(old, owner)));
        Stream<String> kobjects = klasses.all().stream().map(klass -> "kobject." + Klasses.name(klass));
        Stream.concat(Stream.of("message", "note", "draft"), kobjects)
                .map(records)
                .forEach(kind -> of(source, kind.all(any -> true))
                        .forEach(id -> kind.update(id, old -> changes.changed(old, owner))));
    }

    private static Stream<String> of(String customer, List<ObjectNode> all) {
        return all.stream()
                .filter(record -> related(record, CUSTOMER).equals(customer))
                .map(record -> record.path("id").asText());
    }
}
