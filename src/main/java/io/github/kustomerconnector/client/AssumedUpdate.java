package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Request;

/** An update whose request Kustomer's documentation does not name. A failure names the assumption. */
record AssumedUpdate(Request request) {

    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    /** Kustomer accepted the request, but the record is as before. */
    KustomerException withoutEffect() {
        return wrong(FailureDetails.of(request), request + ": the record did not change");
    }

    /** The failure, which names the assumption if Kustomer does not know the request. */
    KustomerException failed(Failure failure) {
        return isUnknown(failure) ? wrong(failure.details(), failure.message()) : new KustomerException(failure);
    }

    private static boolean isUnknown(Failure failure) {
        Integer status = failure.details().status();
        return failure instanceof Failure.Rejected
                && status != null
                && (status == NOT_FOUND || status == METHOD_NOT_ALLOWED);
    }

    private KustomerException wrong(FailureDetails details, String problem) {
        return new KustomerException(new Failure.Rejected(
                details,
                problem + ". That " + request + " changes the record is an assumption of this connector, because"
                        + " Kustomer's documentation does not name the request. Change it in Kustomer's settings"));
    }
}
