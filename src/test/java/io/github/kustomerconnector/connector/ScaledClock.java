package io.github.kustomerconnector.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that starts at the machine's time and then runs {@code speed} times as fast. */
final class ScaledClock extends Clock {

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

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock is always in UTC");
    }
}
