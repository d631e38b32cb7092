package io.github.kustomerconnector.simulator;

import java.time.Duration;

/** Checks the values of {@link Settings}, because a wrong one would fail a later request without naming the setting. */
final class SettingRules {

    private SettingRules() {}

    /** @throws IllegalArgumentException if the value is neither of the two */
    static int oneOf(int value, int first, int second) {
        if (value != first && value != second) {
            throw new IllegalArgumentException("the status is %s or %s, not %s".formatted(first, second, value));
        }
        return value;
    }

    /** @throws IllegalArgumentException if the value is smaller */
    static int atLeast(int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException("the value is %s or more, not %s".formatted(least, value));
        }
        return value;
    }

    /** @throws IllegalArgumentException if the number is negative */
    static int rateLimit(int requests) {
        if (requests < 0) {
            throw new IllegalArgumentException("a rate limit is 0 or more, not " + requests);
        }
        return requests;
    }

    /** @throws IllegalArgumentException if the duration is shorter */
    static Duration atLeast(Duration least, Duration value) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException("the duration is %s or more, not %s".formatted(least, value));
        }
        return value;
    }
}
