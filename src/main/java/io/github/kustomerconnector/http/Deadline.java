package io.github.kustomerconnector.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time limit of one execution, with look-ups and waits. It ends well before five minutes, because the engine then
 * hands the job to another worker.
 */
final class Deadline {

    /** The maximum duration of one execution. */
    static final Duration TOTAL = Duration.ofSeconds(90);

    private final LongSupplier nanoTime;
    private final long start;
    private final Duration perRequest;

    Deadline(LongSupplier nanoTime, Duration perRequest) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.perRequest = perRequest;
    }

    /** The time limit of the next request; zero or less when the deadline has passed. */
    Duration next() {
        Duration left = left();
        return left.compareTo(perRequest) < 0 ? left : perRequest;
    }

    /** Whether a request still has its whole time limit. */
    boolean hasWholeRequest() {
        return left().compareTo(perRequest) >= 0;
    }

    /** The time until the deadline; zero or less when it has passed. */
    Duration left() {
        return TOTAL.minus(elapsed());
    }

    Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
