package io.github.kustomerconnector.simulator;

import java.time.Duration;

/** A fault of the connection: it is closed, or the reply is late. */
sealed interface ConnectionFault extends Fault {

    /** {@link Fault#close}. */
    record Close(Step step) implements ConnectionFault {
        @Override
        public Kind kind() {
            return Kind.CLOSE;
        }
    }

    /** {@link Fault#reset}. */
    record Reset(Step step) implements ConnectionFault {
        @Override
        public Kind kind() {
            return Kind.RESET;
        }
    }

    /** {@link Fault#stall}. */
    record Stall(Step step, Duration duration) implements ConnectionFault {
        @Override
        public Kind kind() {
            return Kind.STALL;
        }
    }
}
