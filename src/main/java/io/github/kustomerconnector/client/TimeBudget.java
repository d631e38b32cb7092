package io.github.kustomerconnector.client;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time that one execution may take. The engine hands a job that is older than five minutes to another worker, so the
 * whole of it, look-ups and waits included, ends well before.
 */
final class TimeBudget {

    /** The most that one execution takes. */
    static final Duration TOTAL = Duration.ofSeconds(90);

    private final LongSupplier nanoTime;
    private final long start;
    private final Duration perRequest;

    TimeBudget(LongSupplier nanoTime, Duration perRequest) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.perRequest = perRequest;
    }

    /** How long the next request may take; zero or less if the time is up. */
    Duration next() {
        Duration left = left();
        return left.compareTo(perRequest) < 0 ? left : perRequest;
    }

    /** Whether a request may still take as long as the task allows. */
    boolean hasWholeRequest() {
        return left().compareTo(perRequest) >= 0;
    }

    /** How long the execution may still take; zero or less if the time is up. */
    Duration left() {
        return TOTAL.minus(elapsed());
    }

    Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
