package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A bulk that the simulator accepted. */
final class BulkJob {

    final String id;
    final Instant due;
    final List<RecordedRequest> items;
    final List<String> names;
    final ApiKey key;
    final ObjectNode echo;
    final List<BulkItemResult> results = new ArrayList<>();
    boolean isComplete;

    private final long weight;
    private long weightOfResults;

    /**
     * @param due when it is carried out
     * @param items a request for a single record for each item
     * @param names {@code _clientRef} of each item; empty if the items have none
     * @param echo what the replies repeat of the request
     */
    BulkJob(String id, Instant due, List<RecordedRequest> items, List<String> names, ApiKey key, ObjectNode echo) {
        this.id = id;
        this.due = due;
        this.items = List.copyOf(items);
        this.names = List.copyOf(names);
        this.key = key;
        this.echo = echo;
        weight = Weight.of(echo) + Weight.ofTexts(items.stream().map(RecordedRequest::body));
    }

    void complete() {
        isComplete = true;
        weightOfResults =
                Weight.ofTexts(results.stream().map(result -> result.reply().body()));
    }

    /** The memory of the bulk: see {@link Weight}. */
    long weight() {
        return weight + weightOfResults;
    }

    /**
     * What became of one item.
     *
     * @param index of the item
     * @param objectId the id of the record; empty if there is none
     */
    record BulkItemResult(int index, Reply reply, String objectId) {
        boolean isSuccess() {
            return reply.status() / 100 == 2;
        }
    }
}
