package io.github.kustomerconnector.simulator;

import java.time.Duration;
import java.util.Map;

/**
 * A fault that the simulator injects into a request at one step of its handling. What an earlier step stored stays
 * stored.
 *
 * <p>Durations are 0 or more; {@link KustomerSimulator#reset()} and {@link KustomerSimulator#close()} end running
 * faults.
 */
public sealed interface Fault {

    /** When a fault is injected. */
    enum Step {
        /** The simulator has read the head of the request, but not its body. */
        BEFORE_READING,
        /** The simulator has read the request and has done nothing yet. */
        AFTER_READING,
        /** The simulator has carried out the request and has not replied yet. */
        AFTER_STORING
    }

    /** The kinds of faults, for counting. */
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

    /** When the fault is injected. */
    Step step();

    /** The kind under which {@link KustomerSimulator#injected()} counts the fault. */
    Kind kind();

    /** Closes the connection in order (FIN) without a reply. */
    static Fault close(Step step) {
        return new Close(step);
    }

    /** Resets the connection (RST) without a reply. */
    static Fault reset(Step step) {
        return new Reset(step);
    }

    /**
     * Waits, then goes on as if there had been no fault.
     *
     * @param duration how long to wait; if the simulator is reset or closed before, the connection is closed
     */
    static Fault stall(Step step, Duration duration) {
        return new Stall(step, duration);
    }

    /**
     * Sends the head of the reply and half of its body, then closes the connection. {@code Content-Length} names
     * the whole body.
     */
    static Fault halfBody(Step step) {
        return new HalfBody(step);
    }

    /**
     * Sends the body of the reply byte by byte.
     *
     * @param pause the wait before each byte
     */
    static Fault slowDrip(Step step, Duration pause) {
        return new SlowDrip(step, pause);
    }

    /** Replies 502 with an HTML page, as a gateway does. */
    static Fault htmlError(Step step) {
        return new Canned(step, Kind.HTML_ERROR, Reply.html(502, "502 Bad Gateway"));
    }

    /** Replies 200 without a body. */
    static Fault emptySuccess(Step step) {
        return new Canned(step, Kind.EMPTY_SUCCESS, Reply.empty(200));
    }

    /** Replies 200 with an HTML page, as a captive portal does. */
    static Fault htmlSuccess(Step step) {
        return new Canned(step, Kind.HTML_SUCCESS, Reply.html(200, "Welcome"));
    }

    /**
     * Sends the reply with a longer body.
     *
     * @param bytes how many spaces are added to the end of the body; 0 or more
     */
    static Fault hugeBody(Step step, int bytes) {
        return new HugeBody(step, bytes);
    }

    /**
     * Replies with an empty body, as a proxy does.
     *
     * @param status an HTTP status
     * @param headers the headers of the reply, such as {@code Retry-After}
     */
    static Fault status(Step step, int status, Map<String, String> headers) {
        return new Canned(step, Kind.STATUS, Reply.empty(status).with(headers));
    }

    /**
     * Replies with JSON, as Kustomer or another server does.
     *
     * @param status an HTTP status
     */
    static Fault json(Step step, int status, String body) {
        return new Canned(step, Kind.STATUS, Reply.json(status, body));
    }

    /**
     * Replies with an HTML page, as a gateway does.
     *
     * @param status an HTTP status
     */
    static Fault html(Step step, int status) {
        return new Canned(step, Kind.STATUS, Reply.html(status, "nginx"));
    }

    /**
     * Replies 302.
     *
     * @param location the value of the {@code Location} header
     */
    static Fault redirect(Step step, String location) {
        return new Canned(step, Kind.REDIRECT, Reply.empty(302).with(Map.of("Location", location)));
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

    /** A fixed reply in place of the simulator's own. */
    record Canned(Step step, Kind kind, Reply reply) implements Fault {}
}
