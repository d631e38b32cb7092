package io.github.kustomerconnector.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The system clock plus every wait that the simulated engine skips. Thread-safe. */
final class AdvanceableClock extends Clock {

    private final AtomicLong ahead = new AtomicLong();

    void forward(Duration wait) {
        ahead.addAndGet(wait.toMillis());
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plusMillis(ahead.get());
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
