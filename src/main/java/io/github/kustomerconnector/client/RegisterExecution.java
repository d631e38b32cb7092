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
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Listing;
import io.github.kustomerconnector.json.Resource;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds one record in a list, then changes or creates it. Kustomer accepts no id of ours for such a record. Two runtimes
 * that run the same job may therefore create two. Each runtime reads the list again after its create and keeps only the
 * oldest record of this connector. For one execution.
 */
final class RegisterExecution {

    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final RequestSession session;
    private final Call.Register call;
    private final Registration registration;
    private final TaskHistory history;
    private final Identity update;

    RegisterExecution(RequestSession session, Call.Register call, TaskHistory history) {
        this.session = session;
        this.call = call;
        this.registration = call.registration();
        this.history = history;
        this.update = call.task().part("update");
    }

    /** @throws KustomerException if the record is not as asked in the end, or if that is unknown */
    CallResult.Written run() {
        List<Resource> all = list();
        Optional<Resource> found = onlyOne(all);
        CallResult.Written result = found.isPresent() ? adjusted(found.get()) : created(all.size());
        return new CallResult.Written(read(result.resource()), result.outcome());
    }

    private List<Resource> list() {
        return switch (session.send(call.list(), Reading.LIST)) {
            case Verdict.Done<Listing> done -> done.content().resources();
            case Verdict.Redirected<Listing> redirected -> throw redirected.temporary();
            case Verdict.NotDone<Listing> other -> throw other.exception();
        };
    }

    /** The oldest of the records that the task asks for. The others that this connector created are deleted. */
    private Optional<Resource> onlyOne(List<Resource> all) {
        List<Resource> same = all.stream()
                .filter(registration.same())
                .sorted(Comparator.comparing(Resource::id))
                .toList();
        same.stream().skip(1).filter(registration.own()).forEach(copy -> delete(copy.id()));
        return same.stream().findFirst();
    }

    private void delete(String id) {
        if (session.send(registration.delete().apply(id), Reading.ANYTHING) instanceof Verdict.NotDone<Json> problem
                && !(problem instanceof Verdict.Absent<Json>)) {
            throw problem.exception();
        }
    }

    private CallResult.Written created(int others) {
        if (others >= registration.most()) {
            throw full(others);
        }
        Duration sentAt = session.elapsed();
        return switch (session.sendWithWholeTime(call.create())) {
            case Verdict.Done<Resource> done -> {
                history.remember(call.task(), done.content());
                yield afterCreate(done.content());
            }
            case Verdict.Lost<Resource> lost -> {
                history.rememberSent(call.task(), session.elapsed().minus(sentAt));
                yield afterFailure(lost.failure());
            }
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
        Resource kept = onlyOne(list()).orElse(created);
        boolean isOurs = kept.id().equals(created.id());
        return new CallResult.Written(kept, isOurs ? Outcome.CREATED : Outcome.EXISTING);
    }

    /** The answer was lost, or another client took the last free place. */
    private CallResult.Written afterFailure(Failure failure) {
        List<Resource> all = list();
        Optional<Resource> found = onlyOne(all);
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
        Duration sentAt = session.elapsed();
        Verdict<Resource> verdict = session.update(change);
        if (verdict instanceof Verdict.Done || verdict instanceof Verdict.Lost) {
            history.rememberSent(update, session.elapsed().minus(sentAt));
        }
        return switch (verdict) {
            case Verdict.Done<Resource> done -> {
                Resource now = known(done.content());
                if (registration.update().apply(now).isPresent()) {
                    throw assumed(change, FailureDetails.of(change), change + ": the record did not change");
                }
                yield new CallResult.Written(now, outcome(found, Outcome.UPDATED));
            }
            case Verdict.NotDone<Resource> other ->
                throw isUnknown(other.failure())
                        ? assumed(
                                change,
                                other.failure().details(),
                                other.failure().message())
                        : other.exception();
        };
    }

    /** After an answer without a body, the list shows the record. */
    private Resource known(Resource answer) {
        return answer.attributes().size() > 0
                ? answer
                : list().stream()
                        .filter(listed -> listed.id().equals(answer.id()))
                        .findFirst()
                        .orElse(answer);
    }

    /** Whether Kustomer does not know the request. */
    private static boolean isUnknown(Failure failure) {
        Integer status = failure.details().status();
        return failure instanceof Failure.Rejected
                && status != null
                && (status == NOT_FOUND || status == METHOD_NOT_ALLOWED);
    }

    /** A repeat of this task finds the record that an earlier attempt created or changed. */
    private Outcome outcome(Resource found, Outcome otherwise) {
        boolean isCreated = history.isBy(call.task(), found)
                || history.sentSince(call.task()).isPresent();
        if (isCreated) {
            return Outcome.CREATED;
        }
        return history.sentSince(update).isPresent() ? Outcome.UPDATED : otherwise;
    }

    private Resource read(Resource record) {
        return registration
                .read()
                .map(request -> switch (session.send(request.apply(record.id()))) {
                    case Verdict.Done<Resource> done -> done.content();
                    case Verdict.Redirected<Resource> redirected -> throw redirected.temporary();
                    case Verdict.NotDone<Resource> other -> throw other.exception();
                })
                .orElse(record);
    }

    private KustomerException full(int number) {
        return new KustomerException(new Failure.Rejected(
                FailureDetails.of(call.create()),
                "%s was not sent or was refused: there are %d already, and Kustomer allows %d. %s"
                        .formatted(call.create(), number, registration.most(), registration.full())));
    }

    private static KustomerException assumed(Request change, FailureDetails details, String problem) {
        return new KustomerException(new Failure.Rejected(
                details,
                problem + ". That " + change + " changes the record is an assumption of this connector, because"
                        + " Kustomer's documentation does not name the request. Change it in Kustomer's settings"));
    }
}
