package io.github.kustomerconnector.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A fault that the simulator injects into a request at one step of its handling. What an earlier step stored stays
 * stored.
 *
 * <p>Durations are 0 or more; {@link KustomerSimulator#reset()} and {@link KustomerSimulator#close()} end running
 * faults.
 */
@ForOwnTests
public sealed interface Fault permits ConnectionFault, ReplyFault, ReadFault {

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
        REDIRECT,
        HTML_NOT_FOUND,
        EMPTY_NOT_FOUND,
        NO_CONTENT_WITH_LENGTH,
        GZIP,
        ERRORS_IN_SUCCESS,
        OTHER_ID,
        MOVED_RECORDS,
        READ_LAG;

        /** Whether a request gets another fault of the same step too, because this one ends no request. */
        boolean isCombined() {
            return this == MOVED_RECORDS || this == READ_LAG;
        }
    }

    /** When the fault is injected. */
    Step step();

    /** The kind under which {@link KustomerSimulator#injected()} counts the fault. */
    Kind kind();

    /** Closes the connection in order (FIN) without a reply. */
    static Fault close(Step step) {
        return new ConnectionFault.Close(step);
    }

    /** Resets the connection (RST) without a reply. */
    static Fault reset(Step step) {
        return new ConnectionFault.Reset(step);
    }

    /**
     * Waits, then goes on as if there had been no fault.
     *
     * @param duration how long to wait; if the simulator is reset or closed before, the connection is closed
     */
    static Fault stall(Step step, Duration duration) {
        return new ConnectionFault.Stall(step, duration);
    }

    /**
     * Sends the head of the reply and half of its body, then closes the connection. {@code Content-Length} names
     * the whole body.
     */
    static Fault halfBody(Step step) {
        return new ReplyFault.HalfBody(step);
    }

    /**
     * Sends the body of the reply byte by byte.
     *
     * @param pause the wait before each byte
     */
    static Fault slowDrip(Step step, Duration pause) {
        return new ReplyFault.SlowDrip(step, pause);
    }

    /** Replies 502 with an HTML page, as a gateway does. */
    static Fault htmlError(Step step) {
        return new ReplyFault.Canned(step, Kind.HTML_ERROR, Reply.html(502, "502 Bad Gateway"));
    }

    /** Replies 200 without a body. */
    static Fault emptySuccess(Step step) {
        return new ReplyFault.Canned(step, Kind.EMPTY_SUCCESS, Reply.empty(200));
    }

    /** Replies 200 with an HTML page, as a captive portal does. */
    static Fault htmlSuccess(Step step) {
        return new ReplyFault.Canned(step, Kind.HTML_SUCCESS, Reply.html(200, "Welcome"));
    }

    /**
     * Sends the reply with a longer body.
     *
     * @param bytes how many spaces are added to the end of the body; 0 or more
     */
    static Fault hugeBody(Step step, int bytes) {
        return new ReplyFault.HugeBody(step, bytes);
    }

    /**
     * Replies with an empty body, as a proxy does.
     *
     * @param status an HTTP status
     * @param headers the headers of the reply, such as {@code Retry-After}
     */
    static Fault status(Step step, int status, Map<String, String> headers) {
        return new ReplyFault.Canned(step, Kind.STATUS, Reply.empty(status).with(headers));
    }

    /**
     * Replies with JSON, as Kustomer or another server does.
     *
     * @param status an HTTP status
     */
    static Fault json(Step step, int status, String body) {
        return new ReplyFault.Canned(step, Kind.STATUS, Reply.json(status, body));
    }

    /**
     * Replies with an HTML page, as a gateway does.
     *
     * @param status an HTTP status
     */
    static Fault html(Step step, int status) {
        return new ReplyFault.Canned(step, Kind.STATUS, Reply.html(status, "nginx"));
    }

    /**
     * Replies 302.
     *
     * @param location the value of the {@code Location} header
     */
    static Fault redirect(Step step, String location) {
        return new ReplyFault.Canned(step, Kind.REDIRECT, Reply.empty(302).with(Map.of("Location", location)));
    }

    /** Replies 404 with an HTML page, as a gateway does that does not know the path. */
    static Fault htmlNotFound(Step step) {
        return new ReplyFault.Canned(step, Kind.HTML_NOT_FOUND, Reply.html(404, "404 Not Found"));
    }

    /** Replies 404 without a body. */
    static Fault emptyNotFound(Step step) {
        return new ReplyFault.Canned(step, Kind.EMPTY_NOT_FOUND, Reply.empty(404));
    }

    /**
     * Replies 204 with a {@code Content-Length}, but without a body, as some proxies and mock servers do. Then closes
     * the connection.
     *
     * @param length the value of the header; 0 or more
     */
    static Fault noContentWithLength(Step step, int length) {
        return new ReplyFault.NoContentWithLength(step, length);
    }

    /** Sends the reply with {@code Content-Encoding: gzip}, although the client did not ask for it. */
    static Fault gzip() {
        return new ReplyFault.Gzip();
    }

    /**
     * Replies 200 with a list of errors in place of a record.
     *
     * @param title the title of the only error
     */
    static Fault errorsInSuccess(Step step, String title) {
        ApiError error = ApiError.of(500, ErrorCode.INVALID, title);
        Reply reply = Reply.json(200, ErrorShape.OLD.body(List.of(error)));
        return new ReplyFault.Canned(step, Kind.ERRORS_IN_SUCCESS, reply);
    }

    /** Sends the reply with another id of its record. A reply without a record is sent unchanged. */
    static Fault otherId(String id) {
        return new ReplyFault.OtherId(id);
    }

    /**
     * Moves the records of all lists from this request on, as if other clients had added records before them, and
     * then goes on. So a record moves from one page to the next while a client reads the pages.
     *
     * @param places how far; with a negative number, records move to the page before
     */
    static Fault movedRecords(int places) {
        return new ReadFault.Moved(places);
    }

    /**
     * Hides the record of a create from reads, lists and searches for a time by the simulator's clock, and then goes
     * on.
     */
    static Fault readLag(Duration duration) {
        return new ReadFault.Lag(duration, 0);
    }

    /**
     * Hides the record of a create from reads, lists and searches, and then goes on.
     *
     * @param reads how many reads do not show it
     */
    static Fault readLag(int reads) {
        return new ReadFault.Lag(Duration.ZERO, reads);
    }
}
