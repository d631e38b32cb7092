package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One message sent by its draft. A draft that can't be released for certain is looked for again: it is there and not released, so
 * that whoever takes the task next finds it; or it was released; or nobody knows, and then a person decides rather than a second
 * message going out. For one execution.
 */
final class Dispatching {

    private static final Duration MOMENT = Duration.ofMillis(500);
    private static final Json NOTHING = Json.object(Map.of());

    private final Exchange exchange;
    private final Call.Dispatch call;
    private final Made made;
    private final Documents documents;
    private final Clock clock;
    private final Identity release;

    Dispatching(Exchange exchange, Call.Dispatch call, Made made, Documents documents, Clock clock) {
        this.exchange = exchange;
        this.call = call;
        this.made = made;
        this.documents = documents;
        this.clock = clock;
        this.release = call.task().part("release");
    }

    /** @throws KustomerException if the draft is not released, or nobody knows */
    Ended.Settled run() {
        Resource draft = draft();
        if (call.released().test(draft) || made.isBy(release, draft)) {
            return released(draft);
        }
        Verdict<Resource> verdict = send(draft);
        if (verdict instanceof Verdict.Lost) {
            exchange.pause(MOMENT);
            verdict = send(draft);
        }
        return settle(draft, verdict);
    }

    private Resource draft() {
        return switch (call.origin()) {
            case Call.Origin.Given given -> known(given.id());
            case Call.Origin.Own own ->
                made.id(call.task())
                        .map(Dispatching::known)
                        .orElseGet(() -> new Creation(exchange, own.draft(), made, documents)
                                .run()
                                .resource());
        };
    }

    /** A draft of which nothing but the id is known. */
    private static Resource known(String id) {
        return new Resource(id, "draft", NOTHING, NOTHING);
    }

    private Verdict<Resource> send(Resource draft) {
        Duration sentAt = exchange.elapsed();
        Verdict<Resource> verdict = exchange.send(call.release().apply(draft.id(), clock.instant()));
        if (verdict instanceof Verdict.Lost) {
            made.rememberSent(release, exchange.elapsed().minus(sentAt));
        }
        return verdict;
    }

    private Ended.Settled settle(Resource draft, Verdict<Resource> verdict) {
        return switch (verdict) {
            case Verdict.Done<Resource> done -> released(done.content());
            case Verdict.Lost<Resource> lost -> settleLost(lost.failure());
            case Verdict.Absent<Resource> absent -> settleRefused(draft, absent.failure(), true);
            case Verdict.Conflict<Resource> conflict -> settleRefused(draft, conflict.failure(), conflict.certain());
            case Verdict.Refused<Resource> refused -> {
                if (isAsked()) {
                    yield settleLost(refused.failure());
                }
                throw refused.exception();
            }
        };
    }

    /** Trying again is safe only for whoever finds the same draft. */
    private Ended.Settled settleLost(Failure failure) {
        if (call.origin() instanceof Call.Origin.Given) {
            throw new KustomerException(failure);
        }
        Resource listed = listed(failure)
                .orElseThrow(() -> Creation.unknown(failure, ". The draft is not found among the customer's drafts"));
        if (call.released().test(listed)) {
            return released(listed);
        }
        throw new KustomerException(failure);
    }

    /**
     * A draft that was released can't be released again.
     *
     * @param gone whether the refusal may mean that, rather than a field at fault
     */
    private Ended.Settled settleRefused(Resource draft, Failure failure, boolean gone) {
        Optional<Resource> listed = listed(failure);
        if (listed.filter(call.released()).isPresent()) {
            return released(listed.get());
        }
        if (listed.isEmpty() && isAsked() && gone) {
            return released(draft);
        }
        boolean unreleased = listed.isPresent() || (!isAsked() && made.isBy(call.task(), draft));
        throw unreleased || !gone
                ? new KustomerException(failure)
                : Creation.unknown(failure, ". The draft may have been sent already");
    }

    /**
     * The task's draft as Kustomer lists it; empty if it is not listed, or not looked for. Where that fails, nobody waits: if the
     * draft was sent and Kustomer does not list it any more, another runtime would take up the job and send a second one.
     */
    private Optional<Resource> listed(Failure failure) {
        if (!(call.origin() instanceof Call.Origin.Own own)
                || own.draft().settlement().lookups().isEmpty()) {
            return Optional.empty();
        }
        try {
            return new Finder(exchange, own.draft().settlement().lookups())
                    .findForCertain()
                    .map(Finder.Found::resource);
        } catch (KustomerException e) {
            throw Creation.unknown(failure, ". " + e.failure().message());
        }
    }

    /** Whether this task has tried to release its draft before, and did not learn what came of it. */
    private boolean isAsked() {
        return made.sentSince(release).isPresent();
    }

    private Ended.Settled released(Resource draft) {
        made.remember(release, draft);
        return new Ended.Settled(draft, Outcome.CREATED);
    }
}
