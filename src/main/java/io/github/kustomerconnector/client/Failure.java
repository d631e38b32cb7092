package io.github.kustomerconnector.client;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an operation did not do what was asked: a closed list, so that the edge maps every case. Messages say what was
 * tried, what came back and what to do; they hold neither the key nor personal data.
 */
public sealed interface Failure {

    /** One sentence or two for the operator. */
    String message();

    /** The exchange that failed. */
    Trace trace();

    /** The variables are not what the operation takes; nothing was sent. */
    record InvalidInput(Trace trace, String message) implements Failure {}

    /** Kustomer refuses the request: 400, 404 on a reference, 405, 413, 415, 422, or a redirect. */
    record Rejected(Trace trace, String message) implements Failure {}

    /** The record asked for does not exist. */
    record NotFound(Trace trace, String message) implements Failure {}

    /**
     * The record exists already and must not, or the identifiers belong to another record.
     *
     * @param ids the records found, at most one for each identifier; empty if none could be found
     */
    record Duplicate(Trace trace, String message, List<String> ids) implements Failure {
        public Duplicate {
            ids = List.copyOf(ids);
        }
    }

    /** 401 or 403: the key is not valid here, or lacks a role. */
    record Unauthorized(Trace trace, String message) implements Failure {}

    /**
     * 429: the organization's or the customer's requests of this minute are used up.
     *
     * @param askedWait how long Kustomer asks to wait; null if it does not say
     */
    record RateLimited(
            Trace trace, String message, @Nullable Duration askedWait) implements Failure {}

    /**
     * No connection, no answer in time, or a server error, and trying again is safe.
     *
     * @param askedWait how long Kustomer asks to wait; null if it does not say
     */
    record Unavailable(
            Trace trace, String message, @Nullable Duration askedWait) implements Failure {}

    /** Sent, but not answered, and sending again might make a second record. */
    record OutcomeUnknown(Trace trace, String message) implements Failure {}

    /** An answer that is not what the API promises, and trying again is safe. */
    record Unreadable(Trace trace, String message) implements Failure {}

    /** The exception for a record that must be there; {@code problem} goes on after the request: "there is no such record". */
    static KustomerException absent(Request request, String problem) {
        return new KustomerException(new NotFound(Trace.of(request), request + ": " + problem));
    }

    /** The exception for a variable at fault; {@code problem} continues the field's name: "is empty". */
    static KustomerException invalid(String field, String problem) {
        return new KustomerException(new InvalidInput(Trace.ofField(field), field + " " + problem));
    }
}
