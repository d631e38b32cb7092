package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.http.RequestSession;

/** Runs a query that is a part of another call. */
final class QueryExecution {

    private QueryExecution() {}

    /** @throws KustomerException as the execution of the query does */
    static CallResult.Query run(RequestSession session, Call.Query<?> query) {
        return switch (query) {
            case Call.Find find -> new FindExecution(session, find).run();
            case Call.ListAll list -> new ListExecution(session, list).run();
            case Call.ListOrdered list -> new OrderedListExecution(session, list).run();
        };
    }
}
