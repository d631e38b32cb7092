package io.github.kustomerconnector.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A clock that starts at the time of another clock and then runs by itself, in UTC. A correction of the computer's
 * clock would otherwise prolong or end the waits for the rate limit.
 */
final class SteadyClock extends Clock {

    private final Instant start;
    private final LongSupplier nanoTime;
    private final long startNanos;

    /** @param nanoTime a time in nanoseconds that never goes back, such as {@link System#nanoTime} */
    SteadyClock(Clock origin, LongSupplier nanoTime) {
        this.start = origin.instant();
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanoTime.getAsLong() - startNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock is always in UTC");
    }
}
