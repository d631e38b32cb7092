package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Json;

/** Sends one request and returns its answer unchanged. For one execution. */
final class RawExecution {

    private final RequestSession session;
    private final Call.Raw call;

    RawExecution(RequestSession session, Call.Raw call) {
        this.session = session;
        this.call = call;
    }

    /** @throws KustomerException if the request is refused or gets no answer */
    CallResult.Raw run() {
        return switch (session.send(call.request(), Reading.ANYTHING)) {
            case Verdict.Done<Json> done ->
                new CallResult.Raw(
                        done.status(), done.content(), done.head().pod().orElse(null));
            case Verdict.Absent<Json> absent -> throw Failure.notFound(absent.failure());
            case Verdict.Lost<Json> lost ->
                throw call.repeatable() ? lost.exception() : Failure.outcomeUnknown(lost.failure(), "");
            case Verdict.NotDone<Json> other -> throw other.exception();
        };
    }
}
