package io.github.kustomerconnector.simulator;

import java.time.Duration;
import java.time.Instant;

/** A counter for a fixed window of time. The first count after the end of a window starts the next one. */
final class FixedWindow {

    private Instant end = Instant.MIN;
    private int used;

    /**
     * Counts one.
     *
     * @return the count in this window
     */
    synchronized int take(Instant now, Duration length) {
        if (!now.isBefore(end)) {
            end = now.plus(length);
            used = 0;
        }
        used++;
        return used;
    }

    synchronized int used(Instant now) {
        return now.isBefore(end) ? used : 0;
    }

    synchronized Instant end() {
        return end;
    }
}
