package io.github.kustomerconnector.operation.search;

import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The size of a search result.
 *
 * @param most the maximum number of records
 * @param pageSize the number of records of each request
 */
record Paging(int most, int pageSize) {

    private static final int MOST_RECORDS = 1000;

    /** At this size, a search for the most records needs 100 pages, which is the maximum of Kustomer. */
    private static final int SMALLEST_PAGE = 10;

    private static final int LARGEST_PAGE = 500;
    private static final int DEFAULT = 100;

    static Paging of(SearchFields search) {
        int most = number("search.most", search.most(), 1, MOST_RECORDS, DEFAULT);
        int pageSize = number("search.pageSize", search.pageSize(), SMALLEST_PAGE, LARGEST_PAGE, LARGEST_PAGE);
        return new Paging(most, Math.min(most, pageSize));
    }

    private static int number(String field, @Nullable Json given, int least, int most, int missing) {
        return given == null || given.isBlank()
                ? missing
                : Integer.parseInt(Formats.integer(least, most)
                        .check(field, given)
                        .scalar()
                        .orElseThrow());
    }
}
