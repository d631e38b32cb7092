package io.github.kustomerconnector.simulator;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** How many places the records of all lists have moved, because other clients added or removed records before them. */
final class MovedRecords {

    private final AtomicInteger places = new AtomicInteger();

    void move(int more) {
        places.addAndGet(more);
    }

    void clear() {
        places.set(0);
    }

    /**
     * The records of a page. The records that other clients added are on no page.
     *
     * @param page from 1
     */
    <T> Stream<T> onPage(List<T> all, int page, int size) {
        return all.stream().skip(Math.max(0, (page - 1L) * size - places.get())).limit(size);
    }

    /** The number of records, with those that other clients added. */
    int total(List<?> all) {
        return Math.max(0, all.size() + places.get());
    }
}
