package io.github.kustomerconnector.simulator;

import java.time.Duration;

/** A fault of what later reads find. The request itself goes on. */
sealed interface ReadFault extends Fault {

    /** {@link Fault#movedRecords}. */
    record Moved(int places) implements ReadFault {
        @Override
        public Step step() {
            return Step.AFTER_READING;
        }

        @Override
        public Kind kind() {
            return Kind.MOVED_RECORDS;
        }
    }

    /** {@link Fault#readLag(Duration)} and {@link Fault#readLag(int)}. */
    record Lag(Duration duration, int reads) implements ReadFault {
        @Override
        public Step step() {
            return Step.AFTER_STORING;
        }

        @Override
        public Kind kind() {
            return Kind.READ_LAG;
        }
    }
}
