package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Documents;
import io.github.kustomerconnector.call.DraftOrigin;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.client.LookupRunner.Match;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Resource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Sends one message by releasing its draft. Two runtimes may run the same job at the same time and create two drafts.
 * Each runtime therefore lists the drafts again before the release. It releases the one that is released already, else
 * the one with the lowest id. After an uncertain release the draft is looked up. If it exists and is not released, a
 * retry finds it. If it was released, the call succeeds. If neither is known, the outcome is unknown and the call is
 * not retried, because a retry could send a second message. For one execution.
 */
final class SendDraftExecution {

    private final RequestSession session;
    private final Call.SendDraft call;
    private final TaskHistory history;
    private final Clock clock;
    private final Identity release;
    private final DraftAgreement agreement;

    SendDraftExecution(
            RequestSession session, Call.SendDraft call, TaskHistory history, Documents documents, Clock clock) {
        this.session = session;
        this.call = call;
        this.history = history;
        this.clock = clock;
        this.release = call.task().part("release");
        this.agreement = new DraftAgreement(session, call, history, documents);
    }

    /** @throws KustomerException if the draft is not released, or if that is unknown */
    CallResult.Written run() {
        Optional<Resource> done = releasedHere();
        if (done.isPresent()) {
            return released(done.get());
        }
        Resource draft = draft();
        if (isReleased(draft)) {
            return released(draft);
        }
        if (draft.isDeleted()) {
            throw Failure.deleted(call.request());
        }
        Verdict<Resource> verdict = send(draft);
        if (verdict instanceof Verdict.Lost) {
            session.pause(CreateExecution.READ_LAG);
            verdict = send(draft);
        }
        return result(draft, verdict);
    }

    /** The draft that this process released for this task. Kustomer may no longer list it. */
    private Optional<Resource> releasedHere() {
        Optional<String> id = history.id(release);
        return switch (call.origin()) {
            case DraftOrigin.Given given -> id.filter(given.id()::equals).map(Resource::known);
            case DraftOrigin.Own own -> id.map(Resource::known);
        };
    }

    /** A draft that exists already may be scheduled for another time, so only a sent one is released. */
    private boolean isReleased(Resource draft) {
        return history.isBy(release, draft)
                || (call.origin() instanceof DraftOrigin.Given
                        ? isSent(draft)
                        : call.released().test(draft));
    }

    private static boolean isSent(Resource draft) {
        return draft.attribute("status").filter("sent"::equals).isPresent();
    }

    private Resource draft() {
        return switch (call.origin()) {
            case DraftOrigin.Given given -> given(given);
            case DraftOrigin.Own own ->
                agreement.known().filter(draft -> isReleaseSent()).orElseGet(() -> agreement.reach(own));
        };
    }

    /**
     * The draft that exists already. Its release has to repeat fields of it, such as its channel.
     *
     * @throws KustomerException if the draft is not listed and was not sent by this task
     */
    private Resource given(DraftOrigin.Given given) {
        Resource known = Resource.known(given.id());
        Optional<Resource> listed = new LookupRunner(session, List.of(given.lookup()))
                .findForCertain()
                .map(Match::resource);
        if (listed.isEmpty() && isReleaseSent()) {
            history.remember(release, known);
            return known;
        }
        return listed.orElseThrow(() -> new KustomerException(new Failure.OutcomeUnknown(
                FailureDetails.of(given.lookup().request()),
                given.lookup().request() + ": the draft " + given.id()
                        + " is not among the customer's first 2,000 drafts. It may have been sent already")));
    }

    private Verdict<Resource> send(Resource draft) {
        Request request = call.origin() instanceof DraftOrigin.Given given
                ? given.release().apply(draft, clock.instant())
                : call.release().apply(draft.id(), clock.instant());
        return history.rememberIfLost(release, () -> session.send(request));
    }

    private CallResult.Written result(Resource draft, Verdict<Resource> verdict) {
        return switch (verdict) {
            case Verdict.Done<Resource> done -> released(done.content());
            case Verdict.Lost<Resource> lost -> afterLostAnswer(draft, lost.failure());
            case Verdict.Absent<Resource> absent -> afterRefusal(draft, absent.failure(), true);
            case Verdict.Conflict<Resource> conflict -> afterRefusal(draft, conflict.failure(), conflict.certain());
            case Verdict.NotDone<Resource> other -> {
                if (isReleaseSent()) {
                    yield afterLostAnswer(draft, other.failure());
                }
                throw other.exception();
            }
        };
    }

    /** A retry is safe only if it finds the same draft. */
    private CallResult.Written afterLostAnswer(Resource draft, Failure failure) {
        if (call.origin() instanceof DraftOrigin.Given) {
            throw new KustomerException(failure);
        }
        Resource listed = listed(draft, failure)
                .orElseThrow(() -> Failure.outcomeUnknown(failure, ". The draft is not among the customer's drafts"));
        if (call.released().test(listed)) {
            return released(listed);
        }
        throw new KustomerException(failure);
    }

    /**
     * Kustomer refuses to release a draft a second time. If another runtime has this job too, that runtime has released
     * the draft.
     *
     * @param gone whether the refusal may mean that; false if a field is at fault
     */
    private CallResult.Written afterRefusal(Resource draft, Failure failure, boolean gone) {
        Optional<Resource> listed = listed(draft, failure);
        if (listed.filter(call.released()).isPresent()) {
            return released(listed.get());
        }
        if (listed.isEmpty() && (isReleaseSent() || agreement.isContested()) && gone) {
            return released(draft);
        }
        boolean unreleased = listed.isPresent() || (!isReleaseSent() && history.isBy(call.remembered(), draft));
        throw unreleased || !gone
                ? new KustomerException(failure)
                : Failure.outcomeUnknown(failure, ". The draft may have been sent already");
    }

    /**
     * The draft as Kustomer lists it; empty if it is not listed, or has no look-up. A failed look-up is final. If the
     * draft was sent and is no longer listed, a retry on another runtime would send a second message.
     */
    private Optional<Resource> listed(Resource draft, Failure failure) {
        if (!(call.origin() instanceof DraftOrigin.Own own)
                || own.draft().policy().lookups().isEmpty()) {
            return Optional.empty();
        }
        try {
            return new LookupRunner(session, own.draft().policy().lookups())
                    .findForCertain()
                    .map(Match::resource)
                    .filter(found -> found.id().equals(draft.id()));
        } catch (KustomerException e) {
            throw Failure.outcomeUnknown(failure, ". " + e.failure().message());
        }
    }

    /** Whether an earlier release of this task got no answer. */
    private boolean isReleaseSent() {
        return history.sentSince(release).isPresent();
    }

    /** Remembers the draft, which another runtime may have created, because Kustomer may no longer list it. */
    private CallResult.Written released(Resource draft) {
        history.remember(call.remembered(), draft);
        history.remember(release, draft);
        return new CallResult.Written(draft, Outcome.CREATED);
    }
}
