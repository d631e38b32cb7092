package io.github.kustomerconnector.simulator;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Limits the memory of all records to a share of the Java heap, so that a load does not end the process. The number of
 * records of a kind has a limit of its own: see {@link Settings#maxRecords}.
 */
final class RecordMemory {

    /** Records take at most one part of so many. A reply with a list copies its records, which takes the same again. */
    private static final int PARTS = 4;

    /** Records whose oldest can be dropped. Its methods are atomic. */
    interface Kind {

        /** The memory of the records: see {@link Weight}. */
        long weight();

        /** Drops the oldest record without an event, unless it is the only one. Returns whether it was dropped. */
        boolean dropOldest();
    }

    private final Settings settings;
    private final Supplier<Collection<? extends Kind>> kinds;

    RecordMemory(Settings settings, Supplier<Collection<? extends Kind>> kinds) {
        this.settings = settings;
        this.kinds = kinds;
    }

    /** Drops the oldest records of the kind that takes most, until all take no more than their share. */
    void trim() {
        long largest = settings.values().memory / PARTS;
        List<Kind> all = List.copyOf(kinds.get());
        boolean dropped = true;
        while (dropped && all.stream().mapToLong(Kind::weight).sum() > largest) {
            dropped = all.stream()
                    .max(Comparator.comparingLong(Kind::weight))
                    .filter(Kind::dropOldest)
                    .isPresent();
        }
    }
}
