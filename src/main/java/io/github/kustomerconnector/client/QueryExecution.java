package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.http.RequestSession;

/** Runs a query, alone or as a part of another call. */
final class QueryExecution {

    private QueryExecution() {}

    /** @throws KustomerException as the execution of the query does */
    static CallResult.Query run(RequestSession session, Query<?> query) {
        return switch (query) {
            case Query.Find find -> new FindExecution(session, find).run();
            case Query.ListAll list -> new ListExecution(session, list).run();
            case Query.ListOrdered list -> new OrderedListExecution(session, list).run();
        };
    }
}
