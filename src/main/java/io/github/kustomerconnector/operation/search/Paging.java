package io.github.kustomerconnector.operation.search;

import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * How much of a list is read.
 *
 * @param most how many records at the most
 * @param pageSize how many of them each request asks for
 */
record Paging(int most, int pageSize) {

    private static final int MOST_RECORDS = 1000;

    /** With the most records, no search has more than the hundred pages that Kustomer gives. */
    private static final int SMALLEST_PAGE = 10;

    private static final int LARGEST_PAGE = 500;
    private static final int DEFAULT = 100;

    static Paging of(SearchFields search) {
        int most = number("search.most", search.most(), 1, MOST_RECORDS);
        return new Paging(
                most, Math.min(most, number("search.pageSize", search.pageSize(), SMALLEST_PAGE, LARGEST_PAGE)));
    }

    private static int number(String field, @Nullable Json given, int least, int most) {
        return given == null || given.isBlank()
                ? DEFAULT
                : Integer.parseInt(Formats.integer(least, most)
                        .check(field, given)
                        .scalar()
                        .orElseThrow());
    }
}
