package io.github.kustomerconnector.client;

import io.github.kustomerconnector.http.Endpoint;
import io.github.kustomerconnector.json.Json;
import java.util.Map;
import java.util.Optional;

/**
 * The bulks that this process saw at their end. Their results never change, so a later task needs no request for them.
 * It is safe for use by many threads.
 */
final class EndedBulks {

    /** A bulk at an endpoint, because the id of a bulk is text from the process. */
    record BulkId(Endpoint endpoint, String id) {}

    private final BoundedMap<BulkId, Boolean> complete;
    private final BoundedMap<BulkId, Map<String, Json>> results;

    /** @param capacity the maximum number of bulks */
    EndedBulks(int capacity) {
        complete = new BoundedMap<>(capacity);
        results = new BoundedMap<>(capacity);
    }

    /** Whether the bulk is at its end. Its results may not be read yet. */
    boolean isComplete(BulkId id) {
        return complete.get(id).isPresent();
    }

    void complete(BulkId id) {
        complete.put(id, true, before -> before);
    }

    /** The results of the items, by their names; empty if they were not read. */
    Optional<Map<String, Json>> results(BulkId id) {
        return results.get(id);
    }

    void remember(BulkId id, Map<String, Json> byName) {
        results.put(id, byName, before -> byName);
    }
}
