package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.client.BoundedMap;

/**
 * How often each task has failed in this runtime, so that its back-off can grow: a job does not say which attempt it is.
 * Forgets the tasks that failed longest ago.
 */
final class FailureCounts {

    private final BoundedMap<Long, Integer> counts;

    /** @param capacity how many tasks are remembered */
    FailureCounts(int capacity) {
        counts = new BoundedMap<>(capacity);
    }

    /** Counts one more failure of the task and yields how many there are now, from 1. */
    int count(long elementInstanceKey) {
        return counts.put(elementInstanceKey, 1, count -> count + 1);
    }

    /** The task has ended, well or for good. */
    void forget(long elementInstanceKey) {
        counts.remove(elementInstanceKey);
    }
}
