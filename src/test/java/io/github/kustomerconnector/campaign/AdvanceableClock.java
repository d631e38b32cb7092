package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.http.UtcClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The system clock plus every wait that the simulated engine skips. Thread-safe. */
final class AdvanceableClock extends UtcClock {

    private final AtomicLong ahead = new AtomicLong();

    void forward(Duration wait) {
        ahead.addAndGet(wait.toMillis());
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plusMillis(ahead.get());
    }
}
