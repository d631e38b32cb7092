package io.github.kustomerconnector.simulator;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** A map that keeps only its latest entries. Every method is atomic. */
final class LatestEntries<K, V> {

    private final SequencedMap<K, V> entries = new LinkedHashMap<>();
    private final int most;

    /** @param most how many entries are kept; then the oldest is dropped */
    LatestEntries(int most) {
        this.most = most;
    }

    synchronized void put(K key, V value) {
        entries.putLast(key, value);
        if (entries.size() > most) {
            entries.pollFirstEntry();
        }
    }

    synchronized Optional<V> find(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The value of a key; a missing one is added. */
    synchronized V findOrAdd(K key, Supplier<V> added) {
        V found = entries.get(key);
        if (found != null) {
            return found;
        }
        V value = added.get();
        put(key, value);
        return value;
    }

    synchronized int size() {
        return entries.size();
    }

    synchronized void clear() {
        entries.clear();
    }
}
