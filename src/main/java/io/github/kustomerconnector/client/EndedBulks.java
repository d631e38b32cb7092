package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Json;
import java.util.Map;
import java.util.Optional;

/**
 * The bulks that this process saw at their end. Their results never change, so a later task needs no request for them.
 * It is safe for use by many threads.
 */
final class EndedBulks {

    private final BoundedMap<String, Boolean> complete;
    private final BoundedMap<String, Map<String, Json>> results;

    /** @param capacity the maximum number of bulks */
    EndedBulks(int capacity) {
        complete = new BoundedMap<>(capacity);
        results = new BoundedMap<>(capacity);
    }

    /** Whether the bulk is at its end. Its results may not be read yet. */
    boolean isComplete(String id) {
        return complete.get(id).isPresent();
    }

    void complete(String id) {
        complete.put(id, true, before -> before);
    }

    /** The results of the items, by their names; empty if they were not read. */
    Optional<Map<String, Json>> results(String id) {
        return results.get(id);
    }

    void remember(String id, Map<String, Json> byName) {
        results.put(id, byName, before -> byName);
    }
}
