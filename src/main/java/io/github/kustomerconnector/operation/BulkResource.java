package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The records of one kind, as a bulk creates, updates and deletes them. */
public interface BulkResource {

    /**
     * An item that is not checked yet.
     *
     * @param index the place of the item among all items, from 0
     * @param fields the fields of the record, without the key
     * @param key the value that identifies the item in all tasks; empty if it has none
     * @param updates whether an existing record gets the fields of the item
     */
    record Given(long index, Json fields, Optional<String> key, Identities identities, boolean updates) {

        /** The identity of the record: its key, its external id, else its place in the task. */
        public Identity identity(String operation, Optional<String> externalId) {
            return key.map(value -> Identity.ofKey(identities.namespace(), value, operation))
                    .or(() -> externalId.map(id -> ofExternalId(operation, id)))
                    .orElseGet(this::ofPlace);
        }

        /** The identity that all items with the external id share, so that they do not go into one request. */
        public Identity ofExternalId(String operation, String externalId) {
            return Identity.ofExternalId(identities.namespace(), externalId, operation);
        }

        /** The identity of the place of the item in the task. */
        public Identity ofPlace() {
            return Identity.ofKey(identities.namespace(), identities.task() + "/" + index, "bulk-item");
        }
    }

    /**
     * What the identities of all items have in common.
     *
     * @param task the identity of the task that began the bulk
     */
    record Identities(String namespace, String task) {}

    /** The path of the bulk, such as {@code /v1/customers/bulk}. */
    Path path();

    /** What Kustomer can do with many of these records. */
    Set<BulkAction> actions();

    /** The role that the key needs to create, update or delete. */
    Role role(BulkAction action);

    /** Whether Kustomer refuses neither a second record nor an outdated update, so that records are looked up first. */
    boolean looksUpFirst(BulkAction action);

    /**
     * Checks the item of a create or an upsert.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if it is invalid
     */
    BulkItem create(Given given);

    /**
     * Checks the item of an update, whose fields have an {@code id}.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if it is invalid
     */
    BulkItem update(Given given);

    /** The request that deletes records: a delete, or an update. */
    default BulkAction deletesBy() {
        return BulkAction.DELETE;
    }

    /**
     * Checks the item of a delete, whose fields have an {@code id}.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if it is invalid
     */
    default BulkItem delete(Given given) {
        String id = BulkMapping.id("record", given.fields());
        return new BulkItem(
                given.index(), Json.object(Map.of("id", Json.of(id))), BulkItem.Existing.none(given.ofPlace()));
    }
}
