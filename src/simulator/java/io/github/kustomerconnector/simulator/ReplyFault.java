package io.github.kustomerconnector.simulator;

import java.time.Duration;

/** A fault of the reply. It ends the request. */
sealed interface ReplyFault extends Fault {

    /** {@link Fault#halfBody}. */
    record HalfBody(Step step) implements ReplyFault {
        @Override
        public Kind kind() {
            return Kind.HALF_BODY;
        }
    }

    /** {@link Fault#slowDrip}. */
    record SlowDrip(Step step, Duration pause) implements ReplyFault {
        @Override
        public Kind kind() {
            return Kind.SLOW_DRIP;
        }
    }

    /** {@link Fault#hugeBody}. */
    record HugeBody(Step step, int bytes) implements ReplyFault {
        @Override
        public Kind kind() {
            return Kind.HUGE_BODY;
        }
    }

    /** {@link Fault#noContentWithLength}. */
    record NoContentWithLength(Step step, int length) implements ReplyFault {
        @Override
        public Kind kind() {
            return Kind.NO_CONTENT_WITH_LENGTH;
        }
    }

    /** {@link Fault#gzip}. */
    record Gzip() implements ReplyFault {
        @Override
        public Step step() {
            return Step.AFTER_STORING;
        }

        @Override
        public Kind kind() {
            return Kind.GZIP;
        }
    }

    /** {@link Fault#otherId}. */
    record OtherId(String id) implements ReplyFault {
        @Override
        public Step step() {
            return Step.AFTER_STORING;
        }

        @Override
        public Kind kind() {
            return Kind.OTHER_ID;
        }
    }

    /** A fixed reply in place of the simulator's own. */
    record Canned(Step step, Kind kind, Reply reply) implements ReplyFault {
        @Override
        public String toString() {
            return "%s %s %s".formatted(kind, reply.status(), reply.headers());
        }
    }
}
