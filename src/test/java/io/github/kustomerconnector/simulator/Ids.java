package io.github.kustomerconnector.simulator;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Object ids: 24 hex digits that begin with the second of their making, so that they sort by time. */
final class Ids {

    /** The organization of all records. */
    static final String ORGANIZATION = "5e0a17c400000000000000a0";

    /** The machine user behind all keys. */
    static final String USER = "5e0a17c400000000000000b0";

    private final AtomicLong count = new AtomicLong();

    String next(Instant now) {
        return "%08x%016x".formatted((int) now.getEpochSecond(), count.incrementAndGet());
    }
}
