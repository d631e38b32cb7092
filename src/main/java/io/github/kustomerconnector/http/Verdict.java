package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import java.util.Optional;

/**
 * What a reply means for the call.
 *
 * @param <T> the content of the answer
 */
public sealed interface Verdict<T> {

    /**
     * The success of a request that may be sent again.
     *
     * @throws KustomerException for any other verdict; after a redirect, with a temporary failure
     */
    default Done<T> required() {
        return switch (this) {
            case Done<T> done -> done;
            case Redirected<T> redirected -> throw Failure.temporary(redirected.failure());
            case NotDone<T> other -> throw other.exception();
        };
    }

    /** As {@link #required}; empty if the record is absent. */
    default Optional<Done<T>> unlessAbsent() {
        return this instanceof Absent<T> ? Optional.empty() : Optional.of(required());
    }

    /** A success. */
    record Done<T>(int status, T content, ReplyHead head) implements Verdict<T> {

        private static final int NO_CONTENT = 204;

        /** Whether the answer has no body, because its status is 204. */
        public boolean hasNoBody() {
            return status == NO_CONTENT;
        }
    }

    /** No success, or none that is known. */
    sealed interface NotDone<T> extends Verdict<T> {

        /** The failure to report if the execution has no other way to proceed. */
        Failure failure();

        /** The failure as an exception. */
        default KustomerException exception() {
            return new KustomerException(failure());
        }
    }

    /** 404 with Kustomer's own error body. */
    record Absent<T>(Failure.Rejected failure) implements NotDone<T> {}

    /**
     * Refused because of an existing record or because of an identifier. A look-up shows which.
     *
     * @param certain whether Kustomer reports a conflict; false if it only names the identifier that it refuses
     */
    record Conflict<T>(Failure failure, boolean certain) implements NotDone<T> {}

    /** A redirect. It comes from a proxy, not from Kustomer, so it does not show whether the record exists. */
    record Redirected<T>(Failure.Rejected failure) implements NotDone<T> {}

    /** Sent, but the outcome is unknown: the failure to report if the request may be sent again. */
    record Lost<T>(Failure failure) implements NotDone<T> {}

    /** Certainly not done. */
    record Refused<T>(Failure failure) implements NotDone<T> {}
}
