package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.call.Registration;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds one record in a list, then changes or creates it. Kustomer accepts no id of ours for such a record. Two
 * runtimes that run the same job may therefore create two. Each runtime reads the list again after its create and
 * keeps only the oldest record of this connector. For one execution.
 */
final class RegisterExecution {

    private final RequestSession session;
    private final Call.Register call;
    private final Registration registration;
    private final RegisteredRecords records;
    private final TaskHistory history;

    /** A corrected address or server makes another record. */
    private final Identity remembered;

    private final Identity update;

    RegisterExecution(RequestSession session, Call.Register call, TaskHistory history) {
        this.session = session;
        this.call = call;
        this.registration = call.registration();
        this.records = new RegisteredRecords(session, call);
        this.history = history;
        this.remembered = call.task().withInputs(Objects.hash(session.endpoint().base(), call.identity()));
        this.update = remembered.part("update");
    }

    /** @throws KustomerException if the record is not as asked in the end, or if that is unknown */
    CallResult.Written run() {
        List<Resource> all = records.all();
        Optional<Resource> found = records.onlyOne(all);
        CallResult.Written result = found.isPresent() ? adjusted(found.get()) : created(all.size());
        return new CallResult.Written(records.whole(result.resource()), result.outcome());
    }

    private CallResult.Written created(int others) {
        if (others >= registration.most()) {
            throw full(others);
        }
        return switch (history.rememberIfLost(remembered, () -> session.sendWithWholeTime(call.create()))) {
            case Verdict.Done<Resource> done -> {
                history.remember(remembered, done.content());
                yield afterCreate(done.content());
            }
            case Verdict.Lost<Resource> lost -> afterFailure(lost.failure());
            case Verdict.Redirected<Resource> redirected -> throw redirected.exception();
            case Verdict.NotDone<Resource> other -> {
                if (other.failure() instanceof Failure.Rejected) {
                    yield afterFailure(other.failure());
                }
                throw other.exception();
            }
        };
    }

    /** Another runtime may have created the record at the same time. */
    private CallResult.Written afterCreate(Resource created) {
        Resource kept = records.onlyOne(records.all()).orElse(created);
        boolean isOurs = kept.id().equals(created.id());
        return new CallResult.Written(kept, isOurs ? Outcome.CREATED : Outcome.EXISTING);
    }

    /** The answer was lost, or another client took the last free place. */
    private CallResult.Written afterFailure(Failure failure) {
        List<Resource> all = records.all();
        Optional<Resource> found = records.onlyOne(all);
        if (found.isPresent()) {
            session.avoidedDuplicate(call.create());
            return adjusted(found.get());
        }
        throw failure instanceof Failure.Rejected && all.size() >= registration.most()
                ? full(all.size())
                : new KustomerException(failure);
    }

    private CallResult.Written adjusted(Resource found) {
        Optional<Request> change = registration.update().apply(found);
        return change.isPresent()
                ? updated(found, change.get())
                : new CallResult.Written(found, outcome(found, Outcome.EXISTING));
    }

    private CallResult.Written updated(Resource found, Request change) {
        AssumedUpdate assumed = new AssumedUpdate(change);
        return switch (history.rememberIfLost(update, () -> session.update(change))) {
            case Verdict.Done<Resource> done -> {
                history.rememberSent(update);
                Resource now = records.known(done.content());
                if (registration.update().apply(now).isPresent()) {
                    throw assumed.withoutEffect();
                }
                yield new CallResult.Written(now, outcome(found, Outcome.UPDATED));
            }
            case Verdict.NotDone<Resource> other -> throw assumed.failed(other.failure());
        };
    }

    /** A repeat of this task finds the record that an earlier attempt created or changed. */
    private Outcome outcome(Resource found, Outcome otherwise) {
        if (history.isBy(remembered, found) || history.sentSince(remembered).isPresent()) {
            return Outcome.CREATED;
        }
        return history.sentSince(update).isPresent() ? Outcome.UPDATED : otherwise;
    }

    private KustomerException full(int number) {
        return new KustomerException(new Failure.Rejected(
                FailureDetails.of(call.create()),
                "%s was not sent or was refused: there are %s already, and Kustomer allows %s. %s"
                        .formatted(call.create(), number, registration.most(), registration.full())));
    }
}
