package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.http.UtcClock;
import java.time.Duration;
import java.time.Instant;

/** A clock that starts at the machine's time and then runs {@code speed} times as fast. */
final class ScaledClock extends UtcClock {

    private final int speed;
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    ScaledClock(int speed) {
        this.speed = speed;
    }

    /** The machine's time in which {@code duration} passes on this clock. */
    Duration real(Duration duration) {
        return duration.dividedBy(speed);
    }

    @Override
    public Instant instant() {
        return start.plusNanos((System.nanoTime() - startNanos) * speed);
    }
}
