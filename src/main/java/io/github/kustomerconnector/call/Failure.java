package io.github.kustomerconnector.call;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The reason why an operation failed. It is sealed, so that the edge maps every case. A message names the request, the
 * answer and the remedy. It contains neither the API key nor personal data.
 */
public sealed interface Failure {

    /** One or two sentences for the operator. */
    String message();

    /** What is known of the failed request. */
    FailureDetails details();

    /** The operation refuses the variables. Nothing was sent. */
    record InvalidInput(FailureDetails details, String message) implements Failure {}

    /** Kustomer refuses the request: 400, 404 on a reference, 405, 413, 415, 422, or a redirect. */
    record Rejected(FailureDetails details, String message) implements Failure {}

    /** The requested record does not exist. */
    record NotFound(FailureDetails details, String message) implements Failure {}

    /**
     * The record exists already and must not, or the identifiers belong to another record.
     *
     * @param ids the records found, at most one for each identifier; empty if no look-up found one
     */
    record Duplicate(FailureDetails details, String message, List<String> ids) implements Failure {
        public Duplicate {
            ids = List.copyOf(ids);
        }
    }

    /** 401 or 403: the key is not valid here, or lacks a role. */
    record Unauthorized(FailureDetails details, String message) implements Failure {}

    /**
     * 429, or held back before sending: the requests of this minute are used up.
     *
     * @param askedWait the wait that Kustomer asks for; null if it gives none
     */
    record RateLimited(
            FailureDetails details,
            String message,
            @Nullable Duration askedWait) implements Failure {}

    /**
     * No connection, no answer in time, or a server error. A retry is safe.
     *
     * @param askedWait the wait that Kustomer asks for; null if it gives none
     */
    record Unavailable(
            FailureDetails details,
            String message,
            @Nullable Duration askedWait) implements Failure {}

    /** Sent without an answer, and a repeat might create a second record. */
    record OutcomeUnknown(FailureDetails details, String message) implements Failure {}

    /** The answer is not what the API promises. A retry is safe. */
    record Unreadable(FailureDetails details, String message) implements Failure {}

    /** Whether a later attempt may succeed, because the failure is not about the record. */
    default boolean isTemporary() {
        return this instanceof Unavailable || this instanceof Unreadable || this instanceof RateLimited;
    }

    /** The exception for a failure after which a retry is safe. */
    static KustomerException temporary(Failure failure) {
        return temporary(failure, "");
    }

    /**
     * As {@link #temporary(Failure)}, for a conflict with a change in between.
     *
     * @param more follows the failure's message
     */
    static KustomerException temporary(Failure failure, String more) {
        return new KustomerException(new Unavailable(failure.details(), failure.message() + more, null));
    }

    /**
     * The exception for a document that can't be read. Shows only the cause's type, because its message could contain a
     * path, an address or personal data.
     */
    static KustomerException unreadableDocument(FailureDetails details, String field, Exception problem) {
        Throwable shown = Objects.requireNonNullElse(problem.getCause(), problem);
        return new KustomerException(new Unavailable(
                details,
                field + ": the document can't be read (" + shown.getClass().getSimpleName() + ")",
                null));
    }

    /** The exception for a refused variable; {@code problem} continues the field's name: "is empty". */
    static KustomerException invalid(String field, String problem) {
        return new KustomerException(new InvalidInput(FailureDetails.ofField(field), field + " " + problem));
    }

    /** The exception for a request that cannot succeed; {@code problem} follows it: "the list is too long". */
    static KustomerException rejected(Request request, String problem) {
        return new KustomerException(new Rejected(FailureDetails.of(request), request + ": " + problem));
    }

    /** The exception for a record of which others exist; {@code problem} follows the request. */
    static KustomerException duplicate(Request request, String problem, List<String> ids) {
        return new KustomerException(new Duplicate(FailureDetails.of(request), request + ": " + problem, ids));
    }

    /**
     * The exception for a conflict with another record.
     *
     * @param more follows the failure's message; empty for nothing
     */
    static KustomerException duplicate(Failure conflict, String more, List<String> ids) {
        return new KustomerException(new Duplicate(conflict.details(), conflict.message() + more, ids));
    }

    /** The exception for a required record; {@code problem} follows the request: "there is no such record". */
    static KustomerException notFound(Request request, String problem) {
        return new KustomerException(new NotFound(FailureDetails.of(request), request + ": " + problem));
    }

    /** The exception for a required record that no look-up finds. */
    static KustomerException notFound(List<Lookup> lookups) {
        String fields = lookups.stream().map(Lookup::field).distinct().collect(Collectors.joining(", "));
        return notFound(lookups.getFirst().request(), "there is no record with this " + fields);
    }

    /** The exception for a record that was deleted, but that Kustomer still returns. */
    static KustomerException deleted(Request request) {
        return notFound(request, "the record was deleted, but Kustomer still returns it");
    }

    /** The exception for a required record for which Kustomer answers 404. */
    static KustomerException notFound(Rejected absent) {
        return new KustomerException(new NotFound(absent.details(), absent.message()));
    }

    /**
     * The exception for a request without an answer that must not be sent again.
     *
     * @param more follows the failure's message; empty for nothing
     */
    static KustomerException outcomeUnknown(Failure lost, String more) {
        return new KustomerException(new OutcomeUnknown(
                lost.details(),
                lost.message() + more
                        + ". It is unknown whether the request took effect. Look in Kustomer before you retry"));
    }
}
