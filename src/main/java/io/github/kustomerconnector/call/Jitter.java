package io.github.kustomerconnector.call;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Spreads the retries of jobs that were refused at the same time. */
public final class Jitter {

    private Jitter() {}

    /** The wait plus up to a tenth of it, or plus up to two seconds if that is longer. */
    public static Duration addedTo(Duration wait, RandomGenerator random) {
        return wait.plusMillis(random.nextLong(Math.max(2000, wait.toMillis() / 10)));
    }
}
