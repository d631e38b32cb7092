package io.github.kustomerconnector.http;

import java.time.Duration;
import java.time.Instant;

/** A clock that only moves when a test moves it. */
public final class VirtualClock extends UtcClock {

    private Instant now;

    public VirtualClock(Instant start) {
        this.now = start;
    }

    public void forward(Duration duration) {
        now = now.plus(duration);
    }

    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
