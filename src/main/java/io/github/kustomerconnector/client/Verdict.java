package io.github.kustomerconnector.client;

import java.net.http.HttpHeaders;

/**
 * What a reply means for the call.
 *
 * @param <T> what the answer holds
 */
sealed interface Verdict<T> {

    /** Done; what was asked for is in the answer. */
    record Done<T>(int status, T content, HttpHeaders headers) implements Verdict<T> {}

    /** Not done, or not known to be. */
    sealed interface NotDone<T> extends Verdict<T> {

        /** What to report if nothing is made of it. */
        Failure failure();

        /** To report it as it is. */
        default KustomerException exception() {
            return new KustomerException(failure());
        }
    }

    /** 404. */
    record Absent<T>(Failure.Rejected failure) implements NotDone<T> {}

    /**
     * Refused because of what is there already, or because of an identifier: a look-up tells.
     *
     * @param certain whether Kustomer says that it is a conflict, not only which identifier it refuses
     */
    record Conflict<T>(Failure failure, boolean certain) implements NotDone<T> {}

    /** Sent, and nobody knows whether it was done: the failure to report if it may be repeated. */
    record Lost<T>(Failure failure) implements NotDone<T> {}

    /** Not done, for certain. */
    record Refused<T>(Failure failure) implements NotDone<T> {}
}
