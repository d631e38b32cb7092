package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Resource;
import java.net.http.HttpHeaders;

/** What a reply means for the call. */
sealed interface Verdict {

    /** Done; the record is in the answer. */
    record Done(Resource resource, HttpHeaders headers) implements Verdict {}

    /** 404. */
    record Absent(Failure failure) implements Verdict {}

    /**
     * Refused because of what is there already, or because of an identifier: a look-up tells.
     *
     * @param certain whether Kustomer says that it is a conflict, not only which identifier it refuses
     */
    record Conflict(Failure failure, boolean certain) implements Verdict {}

    /** Sent, and nobody knows whether it was done: the failure to report if it may be repeated. */
    record Lost(Failure failure) implements Verdict {}

    /** Not done, for certain. */
    record Refused(Failure failure) implements Verdict {}
}
