package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Learns of each change of a stored record. It is called while the store is locked, so it must not block. */
@FunctionalInterface
interface RecordListener {

    /** Ignores every change. */
    RecordListener NONE = (before, after) -> {};

    /**
     * A record was created, updated or deleted. The listener must not change the arguments.
     *
     * @param before null if the record is new
     * @param after null if the record was deleted
     */
    void changed(@Nullable ObjectNode before, @Nullable ObjectNode after);

    /** Calls the other listener after this one. */
    default RecordListener and(RecordListener other) {
        return (before, after) -> {
            changed(before, after);
            other.changed(before, after);
        };
    }
}
