package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Json;
import java.time.Duration;

/** Deletes one record. For one execution. */
final class DeleteExecution {

    private static final int NO_CONTENT = 204;

    private final RequestSession session;
    private final Call.Delete call;
    private final TaskHistory history;

    DeleteExecution(RequestSession session, Call.Delete call, TaskHistory history) {
        this.session = session;
        this.call = call;
        this.history = history;
    }

    /** @throws KustomerException if the record may still exist */
    CallResult.Deleted run() {
        Duration sentAt = session.elapsed();
        return switch (sent()) {
            case Verdict.Done<?> done -> {
                history.rememberSent(call.task(), session.elapsed().minus(sentAt));
                if (done.status() != NO_CONTENT && done.content().equals(Json.NULL)) {
                    throw notKustomers(done.status());
                }
                yield new CallResult.Deleted(Outcome.DELETED);
            }
            case Verdict.Absent<?> absent ->
                new CallResult.Deleted(history.sentSince(call.task()).isPresent() ? Outcome.DELETED : Outcome.ABSENT);
            case Verdict.Lost<?> lost -> {
                history.rememberSent(call.task(), session.elapsed().minus(sentAt));
                throw lost.exception();
            }
            case Verdict.NotDone<?> other -> throw other.exception();
        };
    }

    /** An update that marks the record as deleted is answered with the record. */
    private Verdict<?> sent() {
        return call.request().method().equals("DELETE")
                ? session.send(call.request(), Reading.ANYTHING)
                : session.send(call.request());
    }

    /** Kustomer answers a delete with 204. A retry is safe, and finds out whether the record exists. */
    private KustomerException notKustomers(int status) {
        String problem = "%s answered %d without a body, where Kustomer answers 204".formatted(call.request(), status);
        return new KustomerException(new Failure.Unreadable(FailureDetails.of(call.request()), problem));
    }
}
