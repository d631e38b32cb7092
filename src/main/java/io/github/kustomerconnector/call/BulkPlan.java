package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Json;
import java.util.List;

/**
 * What a bulk does, without its items.
 *
 * @param action what happens to each item
 * @param first the request that is sent first: create, update or delete
 * @param looksUpFirst whether Kustomer refuses neither a second record nor an outdated update, so that records are
 *     looked up first
 * @param mapping checks an item
 * @param requests makes the requests
 * @param results where the results of the items go
 * @param about what a later task needs to make the same plan
 */
public record BulkPlan(
        BulkAction action,
        BulkAction first,
        boolean looksUpFirst,
        Mapping mapping,
        Requests requests,
        Results results,
        Json about) {

    /** The maximum number of items in one request ("Bulk operations", developer.kustomer.com). */
    public static final int MOST_ITEMS = 100;

    /** The maximum size of a request in bytes. */
    public static final int MOST_BYTES = 100 * 1024;

    /** Checks an item. */
    @FunctionalInterface
    public interface Mapping {

        /**
         * The checked item.
         *
         * @throws KustomerException with {@link Failure.InvalidInput} if the item is invalid
         */
        BulkItem item(long index, Json given);
    }

    /** Makes the requests of a bulk. */
    public interface Requests {

        /**
         * The request for the items.
         *
         * @param action create, update or delete
         */
        Request send(BulkAction action, List<BulkItem> items);

        /** The request for the state of a bulk. */
        Request state(String id);

        /** The request for a page of the results of a bulk, from 1. */
        Request batches(String id, int page);
    }

    /** Where the results of the items go. */
    public enum Results {
        /** Into a list, or into a document if there are many. */
        AUTOMATIC,
        LIST,
        DOCUMENT
    }
}
