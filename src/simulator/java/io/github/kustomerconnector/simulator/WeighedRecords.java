package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Records by their ids, oldest first, with the memory that they take. It is not thread-safe, and copies nothing. */
final class WeighedRecords {

    private final SequencedMap<String, ObjectNode> byId = new LinkedHashMap<>();
    private long weight;

    /** Adds or replaces a record, and returns the one that had the id; null if there was none. */
    @Nullable ObjectNode put(String id, ObjectNode record) {
        ObjectNode replaced = byId.put(id, record);
        weight += Weight.of(record) - weightOf(replaced);
        return replaced;
    }

    /** Removes a record and returns it; null if there was none. */
    @Nullable ObjectNode remove(String id) {
        ObjectNode removed = byId.remove(id);
        weight -= weightOf(removed);
        return removed;
    }

    /** Removes the oldest record, and returns its id. */
    String removeOldest() {
        String oldest = byId.firstEntry().getKey();
        remove(oldest);
        return oldest;
    }

    @Nullable ObjectNode get(String id) {
        return byId.get(id);
    }

    boolean contains(String id) {
        return byId.containsKey(id);
    }

    Collection<ObjectNode> all() {
        return byId.values();
    }

    int size() {
        return byId.size();
    }

    /** The memory of all records: see {@link Weight}. */
    long weight() {
        return weight;
    }

    void clear() {
        byId.clear();
        weight = 0;
    }

    private static long weightOf(@Nullable ObjectNode record) {
        return record == null ? 0 : Weight.of(record);
    }
}
