package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.client.BoundedMap;

/**
 * The failures of each task in this runtime and its waits for the rate limit. Back-off and retries need them, because a
 * job does not contain the number of its attempt. If it is full, it removes the task that was counted longest ago.
 */
final class FailureCounts {

    private final BoundedMap<Long, Counts> counts;

    /**
     * The counts of a task.
     *
     * @param failures without the waits
     * @param waits for the rate limit
     */
    record Counts(int failures, int waits) {}

    /** @param capacity the maximum number of tasks */
    FailureCounts(int capacity) {
        counts = new BoundedMap<>(capacity);
    }

    /** Counts a failure of the task and returns the number of its failures, from 1. */
    int count(long elementInstanceKey) {
        return counts.put(
                        elementInstanceKey,
                        new Counts(1, 0),
                        before -> new Counts(before.failures() + 1, before.waits()))
                .failures();
    }

    /** Counts a wait of the task for the rate limit and returns its counts. */
    Counts countWait(long elementInstanceKey) {
        return counts.put(
                elementInstanceKey, new Counts(0, 1), before -> new Counts(before.failures(), before.waits() + 1));
    }

    /** Removes a task that has ended, successfully or with a final failure. */
    void forget(long elementInstanceKey) {
        counts.remove(elementInstanceKey);
    }
}
