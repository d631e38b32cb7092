package io.github.kustomerconnector.call;

import io.github.kustomerconnector.call.ItemResult.Status;
import io.github.kustomerconnector.json.Json;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How far a bulk is. It is all that a later task needs to go on, besides the items.
 *
 * @param next the index of the first item that was not sent yet
 * @param total the number of items; empty while it is unknown
 * @param counts the number of items that ended, by status
 * @param open the requests that Kustomer may still carry out
 * @param results of the items that ended, unless they are in {@code documents}
 * @param failures the results of the first {@value #MOST_FAILURES} items that failed
 * @param documents references to the documents that contain results, one JSON object per line
 */
public record BulkProgress(
        long next,
        OptionalLong total,
        Map<Status, Long> counts,
        List<Open> open,
        List<ItemResult> results,
        List<ItemResult> failures,
        List<Json> documents) {

    /** The maximum number of failures that a process variable contains. */
    public static final int MOST_FAILURES = 100;

    /**
     * One request that Kustomer may still carry out.
     *
     * @param id the id of the bulk
     * @param from the index of its first item
     * @param to the index after its last item
     * @param count the number of its items
     * @param only the indexes of its items; empty if it has all valid items from {@code from} to {@code to}
     * @param action create, update or delete
     * @param attempt the number of earlier requests with the same items that ended without results
     * @param hasWaited whether the records that its items conflict with had time to become readable
     */
    public record Open(
            String id,
            long from,
            long to,
            int count,
            List<Long> only,
            BulkAction action,
            int attempt,
            boolean hasWaited) {
        public Open {
            only = List.copyOf(only);
        }
    }

    public BulkProgress {
        Map<Status, Long> copy = new EnumMap<>(Status.class);
        copy.putAll(counts);
        counts = Map.copyOf(copy);
        open = List.copyOf(open);
        results = List.copyOf(results);
        failures = List.copyOf(failures);
        documents = List.copyOf(documents);
    }

    /** A bulk of which nothing was sent. */
    public static BulkProgress start() {
        return new BulkProgress(0, OptionalLong.empty(), Map.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Whether each item ended. */
    public boolean isComplete() {
        return open.isEmpty() && total.isPresent() && total.getAsLong() == next;
    }

    /** Whether nothing was sent yet. */
    public boolean isStart() {
        return next == 0 && open.isEmpty();
    }

    /** The number of items that ended with the status. */
    public long count(Status status) {
        return counts.getOrDefault(status, 0L);
    }

    /** The number of items that ended. */
    public long done() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
