package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.client.BoundedMap;

/**
 * The number of failures of each task in this runtime. The back-off needs it, because a job does not contain the
 * number of its attempt. If it is full, it removes the task whose last failure is the oldest.
 */
final class FailureCounts {

    private final BoundedMap<Long, Integer> counts;

    /** @param capacity the maximum number of tasks */
    FailureCounts(int capacity) {
        counts = new BoundedMap<>(capacity);
    }

    /** Counts a failure of the task and returns the number of its failures, from 1. */
    int count(long elementInstanceKey) {
        return counts.put(elementInstanceKey, 1, count -> count + 1);
    }

    /** Removes a task that has ended, successfully or with a final failure. */
    void forget(long elementInstanceKey) {
        counts.remove(elementInstanceKey);
    }
}
