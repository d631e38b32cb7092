package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.client.LookupRunner.Match;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.json.Resource;
import java.util.Optional;

/** Finds a record that may not exist. For one execution. */
final class FindExecution {

    private final RequestSession session;
    private final Query.Find call;

    FindExecution(RequestSession session, Query.Find call) {
        this.session = session;
        this.call = call;
    }

    /**
     * @throws KustomerException if the identifiers lead to different records, a look-up is refused or gets no answer,
     *     or a required record does not exist
     */
    CallResult.Read run() {
        Optional<Resource> found =
                new LookupRunner(session, call.lookups()).findForCertain().map(Match::resource);
        if (found.isEmpty() && call.required()) {
            throw Failure.notFound(call.lookups());
        }
        return new CallResult.Read(found);
    }
}
