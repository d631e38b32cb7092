package io.github.kustomerconnector.simulator;

import java.time.Duration;
import java.time.Instant;

/** A count that starts anew when its time has passed. */
final class Window {

    private Instant end = Instant.MIN;
    private int used;

    /** Counts one more and yields how many that makes. */
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
