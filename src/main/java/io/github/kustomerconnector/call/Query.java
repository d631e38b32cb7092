package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Resource;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * A call that finds records and changes nothing.
 *
 * @param <R> the result of a call that succeeds
 */
public sealed interface Query<R extends CallResult.Query> extends Call<R> {

    /**
     * Finds the one record that the identifiers lead to.
     *
     * @param lookups the ways to find the record, the strongest identifier first; at least one
     * @param required whether an absent record is a {@link Failure.NotFound}
     */
    record Find(Identity task, List<Lookup> lookups, boolean required, Duration timeout)
            implements Query<CallResult.Read> {
        public Find {
            lookups = List.copyOf(lookups);
        }

        @Override
        public Request request() {
            return lookups.getFirst().request();
        }
    }

    /**
     * Reads a list page by page until it ends, enough records are found, or enough pages are read.
     *
     * @param page makes the request for a page, counted from 1; it changes nothing, also if its method is POST
     * @param wanted selects the records
     * @param most the maximum number of records, at least 1
     * @param pages the maximum number of pages, at least 1
     */
    record ListAll(
            Identity task, IntFunction<Request> page, Predicate<Resource> wanted, int most, int pages, Duration timeout)
            implements Query<CallResult.Listed> {

        /** The maximum number of pages of most lists, because Kustomer returns at most 100 pages of a search. */
        public static final int MOST_PAGES = 100;

        /** Reads at most {@link #MOST_PAGES} pages. */
        public ListAll(
                Identity task, IntFunction<Request> page, Predicate<Resource> wanted, int most, Duration timeout) {
            this(task, page, wanted, most, MOST_PAGES, timeout);
        }

        @Override
        public Request request() {
            return page.apply(1);
        }
    }

    /**
     * Reads a list to its end, at most 100 pages, and returns its first records in an order that Kustomer does not
     * offer.
     *
     * @param page makes the request for a page, counted from 1
     * @param wanted selects the records
     * @param most the maximum number of records that are returned, at least 1
     */
    record ListOrdered(
            Identity task,
            IntFunction<Request> page,
            Predicate<Resource> wanted,
            Comparator<Resource> order,
            int most,
            Duration timeout)
            implements Query<CallResult.Listed> {
        @Override
        public Request request() {
            return page.apply(1);
        }
    }
}
