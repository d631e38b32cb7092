package io.github.kustomerconnector.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** A map that keeps the entries put last and removes the oldest. It is safe for use by many threads. */
public final class BoundedMap<K, V> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, V> entries;

    /** @param capacity the maximum number of entries */
    public BoundedMap(int capacity) {
        entries = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The value of {@code key}; empty if there is none. */
    public Optional<V> get(K key) {
        lock.lock();
        try {
            return Optional.ofNullable(entries.get(key));
        } finally {
            lock.unlock();
        }
    }

    /** Puts {@code first}, or {@code next} of the current value, as one atomic step. Returns the new value. */
    public V put(K key, V first, UnaryOperator<V> next) {
        lock.lock();
        try {
            V current = entries.remove(key);
            V put = current == null ? first : next.apply(current);
            entries.put(key, put);
            return put;
        } finally {
            lock.unlock();
        }
    }

    /** Removes {@code key}. */
    public void remove(K key) {
        lock.lock();
        try {
            entries.remove(key);
        } finally {
            lock.unlock();
        }
    }
}
