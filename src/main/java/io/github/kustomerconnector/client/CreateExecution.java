package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Documents;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.client.LookupRunner.Match;
import io.github.kustomerconnector.http.ReplyHead;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates one record, effectively once: sends the create first, and looks the record up only after a conflict or a
 * lost answer. For one execution.
 */
final class CreateExecution {

    private static final Logger LOG = LoggerFactory.getLogger(CreateExecution.class);

    /** A new record may not be readable immediately. */
    static final Duration READ_LAG = Duration.ofMillis(500);

    /** The wait before the last look-up. With the first one, it is as long as a job thread may wait. */
    static final Duration SECOND_READ_LAG = Duration.ofMillis(1500);

    /** If no look-up finds a record of another task after this time, the record counts as deleted. */
    private static final Duration LONGEST_READ_LAG = Duration.ofMinutes(1);

    private final RequestSession session;
    private final Call.Create call;
    private final IdempotencyPolicy policy;
    private final LookupRunner lookups;
    private final TaskHistory history;
    private final Documents documents;
    private final LostCreate lostCreate;
    private final DuplicateResolution duplicates;
    private final Parents parents;
    private final Identity remembered;

    CreateExecution(RequestSession session, Call.Create call, TaskHistory history, Documents documents) {
        this.session = session;
        this.call = call;
        this.documents = documents;
        this.policy = call.policy();
        this.lookups = new LookupRunner(session, call.request(), policy.lookups(), policy.foreign());
        this.history = history;
        this.remembered = call.remembered();
        this.lostCreate = new LostCreate(session, remembered, history);
        this.duplicates = new DuplicateResolution(session, call, history);
        this.parents = Parents.of(call.request());
    }

    /** @throws KustomerException if the record does not exist in the end, or if that is unknown */
    CallResult.Written run() {
        if (policy.protection() == Protection.LOOK_UP_FIRST) {
            Optional<Match> found = lookups.findForCertain()
                    .filter(match -> !match.resource().isDeleted())
                    .or(this::justCreated);
            if (found.isPresent()) {
                return existing(found.get(), call.request() + " was not sent");
            }
        }
        new UploadExecution(session, documents).run(call.uploads());
        return switch (history.rememberIfLost(remembered, () -> session.sendWithWholeTime(call.request()))) {
            case Verdict.Done<Resource> done -> created(done.content());
            case Verdict.Conflict<Resource> conflict -> afterConflict(conflict);
            case Verdict.Lost<Resource> lost -> afterLostAnswer(lost.failure());
            case Verdict.NotDone<Resource> other -> afterRefusal(other.failure());
        };
    }

    /** The record that this process just created with the same identity, if no look-up finds it yet. */
    private Optional<Match> justCreated() {
        Optional<TaskHistory.Shared> shared = Optional.of(call.identity())
                .filter(identity -> !identity.equals(call.task()))
                .flatMap(identity -> history.shared(session.endpoint(), identity));
        Optional<String> id =
                ownId().or(() -> shared.filter(this::mayBeUnreadable).map(TaskHistory.Shared::id));
        if (id.isEmpty()) {
            return Optional.empty();
        }
        session.pause(READ_LAG);
        Optional<Match> found = lookups.findForCertain();
        if (found.isEmpty() && ownId().isEmpty()) {
            shared.ifPresent(this::refuseOtherParent);
        }
        return found.or(() -> id.map(CreateExecution::unread));
    }

    /** A look-up in the list of one parent never finds the record of another parent. */
    private boolean mayBeUnreadable(TaskHistory.Shared record) {
        boolean readsList = policy.lookups().stream().anyMatch(lookup -> lookup.answer() == Lookup.Answer.LIST);
        return history.isWithin(LONGEST_READ_LAG, record)
                || (readsList && parents.otherThan(record.parents()).isPresent());
    }

    private void refuseOtherParent(TaskHistory.Shared record) {
        parents.otherThan(record.parents()).ifPresent(relation -> {
            throw Failure.duplicate(
                    call.request(),
                    "the record " + record.id() + " has the same idempotency key or external ID, but another "
                            + relation,
                    List.of(record.id()));
        });
    }

    /** The id of the record that this task created in this process. */
    private Optional<String> ownId() {
        return history.id(remembered);
    }

    /** A record that no look-up finds yet. */
    private static Match unread(String id) {
        return new Match(Resource.known(id), ReplyHead.NONE, "");
    }

    /** A create that consumes its input may have succeeded in an earlier attempt. */
    private CallResult.Written afterRefusal(Failure failure) {
        if (policy.protection() == Protection.CONSUMED_INPUT && failure instanceof Failure.Rejected) {
            Optional<Match> found = findAfterRefusal(failure);
            if (found.isPresent()) {
                return existing(found.get(), failure.message());
            }
        }
        throw new KustomerException(failure);
    }

    /** Looks again after a pause, because the record may be new. */
    private Optional<Match> findTwice() {
        Optional<Match> found = lookups.find();
        if (found.isPresent() || policy.lookups().isEmpty()) {
            return found;
        }
        session.pause(READ_LAG);
        return lookups.find();
    }

    /** If the key may not look the record up, the refusal itself is reported, because it may be no conflict. */
    private Optional<Match> findAfterRefusal(Failure refusal) {
        try {
            return findTwice();
        } catch (KustomerException e) {
            if (!(e.failure() instanceof Failure.Unauthorized)) {
                throw e;
            }
            throw new KustomerException(new Failure.Rejected(
                    refusal.details(),
                    refusal.message() + ". It is unknown whether the record exists already: "
                            + e.failure().message()));
        }
    }

    /** Looks a third time, because a conflict is certain, but the record of another runtime may be very new. */
    private Optional<Match> findLate() {
        session.pause(SECOND_READ_LAG);
        return lookups.find();
    }

    /** A create that consumes its input has no other record: something else changed its input in between. */
    private KustomerException unknownConflict(Failure failure) {
        return policy.protection() == Protection.CONSUMED_INPUT
                ? Failure.temporary(failure, ". Something else changed one of the records in between")
                : Failure.duplicate(failure, ". No look-up finds the conflicting record", List.of());
    }

    private CallResult.Written created(Resource resource) {
        if (policy.protection() == Protection.UNIQUE_IDENTIFIER && !hasIdentifier(resource)) {
            LOG.warn(
                    "{}: the record in the answer has none of the identifiers that were sent. If Kustomer does not keep"
                            + " them, choose \"Look up first\" in the task",
                    call.request());
        }
        history.rememberCreated(remembered, session.endpoint().base(), resource);
        history.rememberShared(session.endpoint(), call.identity(), resource, parents);
        return new CallResult.Written(resource, Outcome.CREATED);
    }

    private boolean hasIdentifier(Resource resource) {
        return policy.lookups().stream().anyMatch(lookup -> lookup.heldBy().test(resource));
    }

    /**
     * Looks the conflicting record up, after a 400 too, because only the look-up shows whether it reports a conflict.
     */
    private CallResult.Written afterConflict(Verdict.Conflict<Resource> conflict) {
        Optional<Match> found = conflict.certain() ? findTwice() : findAfterRefusal(conflict.failure());
        if (found.isEmpty() && !policy.lookups().isEmpty()) {
            found = ownId().map(CreateExecution::unread).or(() -> conflict.certain() ? findLate() : Optional.empty());
        }
        if (found.isPresent()) {
            return existing(found.get(), conflict.failure().message());
        }
        throw conflict.certain() ? unknownConflict(conflict.failure()) : conflict.exception();
    }

    private CallResult.Written afterLostAnswer(Failure failure) {
        boolean unprotected = policy.protection() == Protection.NONE;
        try {
            Optional<Match> found = lookups.find();
            if (found.isPresent()) {
                return existing(found.get(), failure.message());
            }
        } catch (KustomerException e) {
            throw lookUpFailed(failure, e, unprotected);
        }
        throw unprotected ? Failure.outcomeUnknown(failure, "") : new KustomerException(failure);
    }

    /**
     * The failure to report where the look-ups after a lost answer fail too. A retry helps only if they may succeed
     * later.
     */
    private static KustomerException lookUpFailed(Failure lost, KustomerException lookUp, boolean unprotected) {
        Failure failure = lookUp.failure();
        if (failure instanceof Failure.Duplicate) {
            return lookUp;
        }
        if (!failure.isTemporary()) {
            return Failure.outcomeUnknown(lost, ". " + failure.message());
        }
        return unprotected ? Failure.outcomeUnknown(lost, "") : lookUp;
    }

    private CallResult.Written existing(Match match, String tried) {
        session.avoidedDuplicate(call.request());
        return lostCreate.isLikely(match)
                ? created(duplicates.likelyOwn(match.resource()))
                : duplicates.resolve(match, tried);
    }
}
