package io.github.kustomerconnector.simulator;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Generates object ids: 24 hex digits that begin with the creation time in seconds, so that ids sort by time. */
final class ObjectIds {

    /** The id of the organization that all records belong to. */
    static final String ORGANIZATION = "5e0a17c400000000000000a0";

    /** The id of the machine user that all keys belong to. */
    static final String USER = "5e0a17c400000000000000b0";

    private final AtomicLong count;

    ObjectIds() {
        this(0);
    }

    /** @param before the first id counts one more; two generators with different ranges never return the same id */
    ObjectIds(long before) {
        count = new AtomicLong(before);
    }

    String next(Instant now) {
        return HexFormat.of().toHexDigits((int) now.getEpochSecond())
                + HexFormat.of().toHexDigits(count.incrementAndGet());
    }
}
