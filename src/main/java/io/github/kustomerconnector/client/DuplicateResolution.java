package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.client.LookupRunner.Match;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Resource;
import java.util.List;

/**
 * What a create does with a record that exists already: it is the task's own, or the policy returns, updates or refuses
 * it. For one execution.
 */
final class DuplicateResolution {

    private final RequestSession session;
    private final Call.Create call;
    private final IdempotencyPolicy policy;
    private final TaskHistory history;

    DuplicateResolution(RequestSession session, Call.Create call, TaskHistory history) {
        this.session = session;
        this.call = call;
        this.policy = call.policy();
        this.history = history;
    }

    /**
     * The result of the create.
     *
     * @param tried how the create failed, for the message of a refusal
     */
    CallResult.Written resolve(Match match, String tried) {
        Resource resource = match.resource();
        if (policy.own().test(resource) || history.isBy(call.remembered(), resource)) {
            return new CallResult.Written(resource, Outcome.CREATED);
        }
        if (resource.isDeleted()) {
            throw duplicate(match, tried + existing(match) + ", but was deleted");
        }
        return switch (policy.onDuplicate()) {
            case RETURN_EXISTING -> new CallResult.Written(resource, Outcome.EXISTING);
            case UPDATE_EXISTING -> updated(resource);
            case FAIL -> throw duplicate(match, tried + existing(match));
        };
    }

    /**
     * A record that is most likely the task's own. Another system may have created it at the same time. The fields of
     * an update are therefore written, unless the record has the task's own identifier.
     */
    Resource likelyOwn(Resource resource) {
        boolean isUpdated = policy.onDuplicate() == OnDuplicate.UPDATE_EXISTING;
        return isUpdated && !policy.own().test(resource) ? updated(resource).resource() : resource;
    }

    private KustomerException duplicate(Match match, String message) {
        return new KustomerException(new Failure.Duplicate(
                FailureDetails.of(call.request()),
                message,
                List.of(match.resource().id())));
    }

    private static String existing(Match match) {
        String by = match.by().isEmpty() ? "" : " with the same " + match.by();
        return ". The record " + match.resource().id() + by + " exists already";
    }

    private CallResult.Written updated(Resource resource) {
        return policy.update()
                .apply(resource)
                .map(this::update)
                .orElseGet(() -> new CallResult.Written(resource, Outcome.EXISTING));
    }

    /** If the record changed in between, the next attempt reads it again. */
    private CallResult.Written update(Request update) {
        return switch (session.update(update)) {
            case Verdict.Done<Resource> done -> new CallResult.Written(done.content(), Outcome.UPDATED);
            case Verdict.Conflict<Resource> conflict ->
                throw conflict.certain() ? afterConflict(conflict.failure()) : conflict.exception();
            case Verdict.NotDone<Resource> other -> throw other.exception();
        };
    }

    /** A conflict on another field means that another record has that value. */
    private static KustomerException afterConflict(Failure conflict) {
        String field = conflict.details().field();
        return field == null || field.equals(UpdateExecution.REVISION)
                ? Failure.temporary(conflict, UpdateExecution.changed(conflict))
                : Failure.duplicate(conflict, "", List.of());
    }
}
