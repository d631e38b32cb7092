package io.github.kustomerconnector.connector;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The time that the engine waits before the next attempt.
 *
 * @param base the wait after the first failure
 */
public record BackOff(Duration base) {

    /** The longest wait before jitter, unless the base is longer. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    /** The back-off of a task that does not set one. */
    public static final BackOff DEFAULT = new BackOff(Duration.ofSeconds(10));

    public BackOff {
        if (base.isNegative() || base.isZero()) {
            throw new IllegalArgumentException("a back-off must be longer than zero: " + base);
        }
    }

    /** The back-off with a base of at least {@code shortest}. */
    public BackOff atLeast(Duration shortest) {
        return base.compareTo(shortest) < 0 ? new BackOff(shortest) : this;
    }

    /**
     * Exponential back-off with jitter: doubles with each failure, times a random factor from 0.75 to 1.25.
     *
     * @param failures the number of failures of the task in a row, from 1
     */
    public Duration exponential(int failures, RandomGenerator random) {
        double longest = Math.max(millis(base), millis(LONGEST));
        double exact = Math.min(longest, millis(base) * (1 << Math.clamp(failures - 1, 0, 20)));
        return Duration.ofMillis((long) (exact * random.nextDouble(0.75, 1.25)));
    }

    /** As a floating-point number, because a form may set a back-off so long that its milliseconds overflow. */
    private static double millis(Duration duration) {
        return duration.toSeconds() * 1e3 + duration.toNanosPart() / 1e6;
    }
}
