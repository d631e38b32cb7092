package io.github.kustomerconnector.simulator;

import java.time.Duration;
import java.util.Map;

/** Something that goes wrong with a request at one step of its way. What was stored before the step stays stored. */
public sealed interface Fault {

    /** When a fault strikes. */
    enum Step {
        /** The head has come, the body is not read. */
        BEFORE_READING,
        /** The request has been read and nothing been done. */
        AFTER_READING,
        /** All has been done as in a success, and nothing answered. */
        AFTER_STORING
    }

    /** What a fault looks like, for counting. */
    enum Kind {
        CLOSE,
        RESET,
        STALL,
        HALF_BODY,
        SLOW_DRIP,
        HTML_ERROR,
        EMPTY_SUCCESS,
        HTML_SUCCESS,
        HUGE_BODY,
        STATUS,
        REDIRECT
    }

    /** When it strikes. */
    Step step();

    /** What it looks like. */
    Kind kind();

    /** The connection is closed in order (FIN), without an answer. */
    static Fault close(Step step) {
        return new Close(step);
    }

    /** The connection is reset (RST), without an answer. */
    static Fault reset(Step step) {
        return new Reset(step);
    }

    /** Nothing happens for a while; then all goes on as if nothing had been, if the client is still there. */
    static Fault stall(Step step, Duration duration) {
        return new Stall(step, duration);
    }

    /** The answer ends in the middle of its body. */
    static Fault halfBody(Step step) {
        return new HalfBody(step);
    }

    /** The answer's body comes byte by byte. */
    static Fault slowDrip(Step step, Duration pause) {
        return new SlowDrip(step, pause);
    }

    /** A gateway's 502 page. */
    static Fault htmlError(Step step) {
        return new Canned(step, Kind.HTML_ERROR, Answer.html(502, "502 Bad Gateway"));
    }

    /** A 200 without a body. */
    static Fault emptySuccess(Step step) {
        return new Canned(step, Kind.EMPTY_SUCCESS, Answer.empty(200));
    }

    /** A 200 with a page, as from a captive portal. */
    static Fault htmlSuccess(Step step) {
        return new Canned(step, Kind.HTML_SUCCESS, Answer.html(200, "Welcome"));
    }

    /** The answer, its body padded with blanks by so many bytes. */
    static Fault hugeBody(Step step, int bytes) {
        return new HugeBody(step, bytes);
    }

    /** A status of somebody in between, with an empty body. */
    static Fault status(Step step, int status, Map<String, String> headers) {
        return new Canned(step, Kind.STATUS, Answer.empty(status).with(headers));
    }

    /** A 302 to another place. */
    static Fault redirect(Step step, String location) {
        return new Canned(step, Kind.REDIRECT, Answer.empty(302).with(Map.of("Location", location)));
    }

    /** {@link Fault#close}. */
    record Close(Step step) implements Fault {
        @Override
        public Kind kind() {
            return Kind.CLOSE;
        }
    }

    /** {@link Fault#reset}. */
    record Reset(Step step) implements Fault {
        @Override
        public Kind kind() {
            return Kind.RESET;
        }
    }

    /** {@link Fault#stall}. */
    record Stall(Step step, Duration duration) implements Fault {
        @Override
        public Kind kind() {
            return Kind.STALL;
        }
    }

    /** {@link Fault#halfBody}. */
    record HalfBody(Step step) implements Fault {
        @Override
        public Kind kind() {
            return Kind.HALF_BODY;
        }
    }

    /** {@link Fault#slowDrip}. */
    record SlowDrip(Step step, Duration pause) implements Fault {
        @Override
        public Kind kind() {
            return Kind.SLOW_DRIP;
        }
    }

    /** {@link Fault#hugeBody}. */
    record HugeBody(Step step, int bytes) implements Fault {
        @Override
        public Kind kind() {
            return Kind.HUGE_BODY;
        }
    }

    /** An answer that is not the simulator's own. */
    record Canned(Step step, Kind kind, Answer answer) implements Fault {}
}
