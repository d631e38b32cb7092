package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.Optional;

/** Deletes one record. For one execution. */
final class DeleteExecution {

    private final RequestSession session;
    private final Call.Delete call;
    private final TaskHistory history;
    private final Identity remembered;

    DeleteExecution(RequestSession session, Call.Delete call, TaskHistory history) {
        this.session = session;
        this.call = call;
        this.history = history;
        this.remembered = call.task().withInputs(call.request().checksum());
    }

    /** @throws KustomerException if the record may still exist */
    CallResult.Deleted run() {
        return switch (history.rememberIfLost(remembered, this::sent)) {
            case Verdict.Done<?> done -> {
                history.rememberSent(remembered);
                if (!done.hasNoBody() && done.content() instanceof Json body && !isOfRecord(body)) {
                    throw notKustomers(done.status(), body);
                }
                yield new CallResult.Deleted(Outcome.DELETED);
            }
            case Verdict.Absent<?> absent ->
                new CallResult.Deleted(history.sentSince(remembered).isPresent() ? Outcome.DELETED : Outcome.ABSENT);
            case Verdict.NotDone<?> other -> throw other.exception();
        };
    }

    /** An update that marks the record as deleted is answered with the record. */
    private Verdict<?> sent() {
        return call.request().method().equals("DELETE")
                ? session.send(call.request(), Reading.ANYTHING)
                : session.send(call.request());
    }

    /** Whether the body may be Kustomer's answer to a delete: the record, or an empty object. */
    private boolean isOfRecord(Json body) {
        Optional<String> deleted = call.request().path().recordId();
        return body.isEmptyObject()
                || Resource.read(body)
                        .filter(found -> found.id().equalsIgnoreCase(deleted.orElse("")))
                        .isPresent();
    }

    /** Kustomer answers a delete with 204. A retry is safe, and finds out whether the record exists. */
    private KustomerException notKustomers(int status, Json body) {
        String problem = "%s answered %s %s, where Kustomer answers 204"
                .formatted(call.request(), status, body.isNull() ? "without a body" : "with a body of another kind");
        return new KustomerException(new Failure.Unreadable(FailureDetails.of(call.request()), problem));
    }
}
