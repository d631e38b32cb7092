package io.github.kustomerconnector.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** The entries that were put last; the oldest is forgotten where they become too many. Safe for use by many threads. */
public final class Recent<K, V> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, V> entries;

    /** @param capacity how many entries are kept */
    public Recent(int capacity) {
        entries = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The entry of {@code key}. */
    public Optional<V> get(K key) {
        lock.lock();
        try {
            return Optional.ofNullable(entries.get(key));
        } finally {
            lock.unlock();
        }
    }

    /** Puts what {@code next} makes of the entry that is there, else {@code first}, in one step, and yields it. */
    public V put(K key, V first, UnaryOperator<V> next) {
        lock.lock();
        try {
            V there = entries.remove(key);
            V put = there == null ? first : next.apply(there);
            entries.put(key, put);
            return put;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets the entry of {@code key}. */
    public void remove(K key) {
        lock.lock();
        try {
            entries.remove(key);
        } finally {
            lock.unlock();
        }
    }
}
