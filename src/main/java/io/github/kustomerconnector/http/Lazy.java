package io.github.kustomerconnector.http;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is created on first use. Creation that fails is tried again on the next use. Safe for use by many
 * threads.
 */
final class Lazy<T> {

    private final Supplier<T> source;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable T value;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    T get() {
        T current = value;
        return current == null ? create() : current;
    }

    private T create() {
        lock.lock();
        try {
            T current = value;
            if (current == null) {
                current = source.get();
                value = current;
            }
            return current;
        } finally {
            lock.unlock();
        }
    }
}
