package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Revision;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Updates one record step by step. For one execution. */
final class UpdateExecution {

    static final String REVISION = "rev";

    static final String DELETED = "deleted";

    private final RequestSession session;
    private final Call.Update call;
    private final TaskHistory history;
    private final TakenValues takenValues;
    private final Identity remembered;
    private @Nullable Failure conflict;

    UpdateExecution(RequestSession session, Call.Update call, TaskHistory history) {
        this.session = session;
        this.call = call;
        this.history = history;
        this.takenValues = new TakenValues(session, call.unique());
        this.remembered = call.revision() instanceof Revision.Given given
                ? call.task().withInputs(given.checksum())
                : call.task();
    }

    /** @throws KustomerException if the record does not exist, or if a step fails */
    CallResult.Written run() {
        return Rounds.run(session, this::runOnce).orElseThrow(this::changedAgain);
    }

    /** Empty if the record changed in between. */
    private Optional<CallResult.Written> runOnce() {
        Optional<Resource> read = read();
        List<Request> steps = call.steps().apply(read);
        read.ifPresent(found -> refuseDeleted(call.request(), found, steps));
        Optional<Resource> updated = Optional.empty();
        for (Request step : steps) {
            updated = send(step, updated.isEmpty());
            if (updated.isEmpty()) {
                return Optional.empty();
            }
            refuseDeleted(step, updated.get(), steps);
        }
        Outcome outcome = updated.isPresent() ? Outcome.UPDATED : Outcome.EXISTING;
        return Optional.of(new CallResult.Written(updated.or(() -> read).orElseThrow(), outcome));
    }

    private Optional<Resource> read() {
        if (call.target().isEmpty()) {
            return Optional.empty();
        }
        Query.Find target = new Query.Find(call.task(), call.target(), true, call.timeout());
        return new FindExecution(session, target).run().resource();
    }

    /** Refuses a record that Kustomer returns although it was deleted, unless a step deletes or restores it. */
    private static void refuseDeleted(Request request, Resource record, List<Request> steps) {
        if (record.isDeleted() && steps.stream().noneMatch(UpdateExecution::setsDeleted)) {
            throw Failure.deleted(request);
        }
    }

    private static boolean setsDeleted(Request step) {
        return step.body() != null
                && step.body().json().filter(body -> body.has(DELETED)).isPresent();
    }

    private Optional<Resource> send(Request step, boolean isFirst) {
        return switch (history.rememberIfLost(remembered, () -> session.update(step))) {
            case Verdict.Done<Resource> done -> {
                history.remember(remembered, done.content());
                yield Optional.of(done.content());
            }
            case Verdict.Absent<Resource> absent -> throw Failure.notFound(absent.failure());
            case Verdict.Conflict<Resource> conflicting -> afterConflict(conflicting, step, isFirst);
            case Verdict.NotDone<Resource> other -> throw other.exception();
        };
    }

    /**
     * Only the first request carries {@code rev}. A conflict on another field means that another record has that
     * value.
     */
    private Optional<Resource> afterConflict(Verdict.Conflict<Resource> conflicting, Request step, boolean isFirst) {
        Optional<String> id = step.path().recordId();
        Failure failure = conflicting.failure();
        if (!conflicting.certain()) {
            throw conflicting.exception();
        }
        String field = failure.details().field();
        if (field == null) {
            takenValues.refuse(id, failure);
        } else if (!field.equals(REVISION)) {
            throw duplicate(id, failure);
        }
        if (isFirst && call.revision() instanceof Revision.Given given) {
            return Optional.of(own(given, step, failure)
                    .orElseThrow(() -> new KustomerException(new Failure.Rejected(
                            failure.details(),
                            failure.message() + ". The record is no longer at revision " + given.number()))));
        }
        conflict = failure;
        return Optional.empty();
    }

    /** Names the other record if a look-up finds it. The conflict is certain without it. */
    private KustomerException duplicate(Optional<String> id, Failure conflicting) {
        try {
            takenValues.refuse(id, conflicting);
        } catch (KustomerException e) {
            if (e.failure() instanceof Failure.Duplicate) {
                return e;
            }
        }
        return Failure.duplicate(conflicting, "", List.of());
    }

    /**
     * The record, if this task changed it: an earlier first step succeeded, but its answer or a later step was lost.
     *
     * @throws KustomerException if that is unknown, because the read got no answer or shows the state before the change
     */
    private Optional<Resource> own(Revision.Given given, Request step, Failure conflicting) {
        Optional<Resource> read = session.send(given.read()).unlessAbsent().map(Verdict.Done::content);
        if (read.filter(resource -> isAt(given.number(), resource)).isPresent()) {
            throw Failure.temporary(conflicting, changed(conflicting));
        }
        Optional<Resource> own = read.filter(resource -> isOwn(given, resource));
        if (own.isEmpty()) {
            read.ifPresent(resource -> refuseDeleted(given.read(), resource, List.of(step)));
        }
        return own;
    }

    private boolean isOwn(Revision.Given given, Resource resource) {
        return history.isBy(remembered, resource)
                || (isAt(given.number() + 1, resource)
                        && history.sentSince(remembered).isPresent());
    }

    /** What a conflict that is not on another field means, for the end of a message. */
    static String changed(Failure conflict) {
        String changed = ". The record changed in between";
        return conflict.details().field() == null ? changed + ", or another record has one of the values" : changed;
    }

    private static boolean isAt(long revision, Resource resource) {
        return resource.attributes()
                .field(REVISION)
                .flatMap(Json::scalar)
                .filter(Long.toString(revision)::equals)
                .isPresent();
    }

    private KustomerException changedAgain() {
        Failure last = Objects.requireNonNull(conflict);
        return Failure.temporary(last, changed(last));
    }
}
