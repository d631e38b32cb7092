package io.github.kustomerconnector.connector;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long the engine waits before the next attempt. A function of what is known; chance comes in as an argument.
 *
 * @param base the wait after the first failure
 */
public record BackOff(Duration base) {

    /** Growth ends here, unless the base is longer. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    /** For a task that says nothing else. */
    public static final BackOff DEFAULT = new BackOff(Duration.ofSeconds(10));

    public BackOff {
        if (base.isNegative() || base.isZero()) {
            throw new IllegalArgumentException("a back-off is longer than nothing: " + base);
        }
    }

    /** This, beginning with {@code shortest} at the least. */
    public BackOff atLeast(Duration shortest) {
        return base.compareTo(shortest) < 0 ? new BackOff(shortest) : this;
    }

    /**
     * Doubles with each failure, between 75 % and 125 % of the exact value.
     *
     * @param failures how often this task has failed in a row, from 1
     */
    public Duration growing(int failures, RandomGenerator random) {
        double longest = Math.max(millis(base), millis(LONGEST));
        double exact = Math.min(longest, millis(base) * (1 << Math.clamp(failures - 1, 0, 20)));
        return Duration.ofMillis((long) (exact * random.nextDouble(0.75, 1.25)));
    }

    /** Without the overflow that a form's back-off of centuries would bring. */
    private static double millis(Duration duration) {
        return duration.toSeconds() * 1e3 + duration.toNanosPart() / 1e6;
    }

    /**
     * The server's own wait and up to a tenth of it on top, at least two seconds' worth of spread, so that jobs refused
     * together do not come back together.
     */
    public static Duration asked(Duration wait, RandomGenerator random) {
        long spread = Math.max(2000, wait.toMillis() / 10);
        return wait.plusMillis(random.nextLong(spread));
    }
}
