package io.github.kustomerconnector.connector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How often each task has failed in this runtime, so that its back-off can grow: a job does not say which attempt it is.
 * Forgets the tasks that failed longest ago.
 */
final class Failures {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Integer> counts;

    /** @param capacity how many tasks are remembered */
    Failures(int capacity) {
        counts = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Counts one more failure of the task and yields how many there are now, from 1. */
    int count(long elementInstanceKey) {
        lock.lock();
        try {
            int count = counts.getOrDefault(elementInstanceKey, 0) + 1;
            counts.remove(elementInstanceKey);
            counts.put(elementInstanceKey, count);
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** The task has ended, well or for good. */
    void forget(long elementInstanceKey) {
        lock.lock();
        try {
            counts.remove(elementInstanceKey);
        } finally {
            lock.unlock();
        }
    }
}
