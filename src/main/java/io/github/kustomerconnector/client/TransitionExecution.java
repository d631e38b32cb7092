package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.TransitionStep;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Resource;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings one record into a state by one change after the other. A repeat reads the record again and makes the changes
 * that are missing. This process does not make the changes of a task again, because others may have changed the record
 * since. For one execution.
 */
final class TransitionExecution {

    private final RequestSession session;
    private final Call.Transition call;
    private final TaskHistory history;
    private boolean hasChanged;
    private @Nullable Failure conflict;

    TransitionExecution(RequestSession session, Call.Transition call, TaskHistory history) {
        this.session = session;
        this.call = call;
        this.history = history;
        this.hasChanged = history.sentSince(call.task()).isPresent();
    }

    /** @throws KustomerException if the record does not exist, does not reach the state, or if that is unknown */
    CallResult.Written run() {
        Optional<Resource> done = doneHere();
        if (done.isPresent()) {
            return new CallResult.Written(done.get(), Outcome.UPDATED);
        }
        return written(Rounds.run(session, this::reach).orElseThrow(this::changedAgain));
    }

    /** The record whose changes this process has made for this task. */
    private Optional<Resource> doneHere() {
        return history.id(call.task()).flatMap(this::read);
    }

    private Optional<Resource> read(String id) {
        return session.send(call.read().apply(id)).unlessAbsent().map(Verdict.Done::content);
    }

    private CallResult.Written written(Resource resource) {
        if (hasChanged) {
            history.remember(call.task(), resource);
        }
        return new CallResult.Written(resource, hasChanged ? Outcome.UPDATED : Outcome.EXISTING);
    }

    /** The record in the state; empty if it changed in between. */
    private Optional<Resource> reach() {
        List<Resource> records = records();
        Optional<Resource> current =
                records.stream().filter(call.current().open()).min(Comparator.comparing(Resource::id));
        if (current.isEmpty() && call.create().isEmpty()) {
            return Optional.of(ended(records));
        }
        if (current.isEmpty()) {
            current = send(call.create().get());
        }
        Set<String> made = new HashSet<>();
        while (current.isPresent()) {
            Resource record = current.get();
            Optional<TransitionStep> next = call.next().apply(record);
            if (next.isEmpty()) {
                return current;
            }
            if (!made.add(next.get().name())) {
                throw notMade(next.get());
            }
            current = send(next.get().request());
        }
        return Optional.empty();
    }

    /**
     * The records up to the page with the one that takes changes, which may be on any page. None, if Kustomer has no
     * such list. A create then shows what is missing.
     */
    private List<Resource> records() {
        Map<String, Resource> records = new LinkedHashMap<>();
        Pages pages = new Pages(session, call.current().list()::page, Pages.MOST);
        while (pages.hasNext()) {
            pages.next()
                    .unlessAbsent()
                    .ifPresent(page ->
                            page.content().resources().forEach(record -> records.putIfAbsent(record.id(), record)));
            if (records.values().stream().anyMatch(call.current().open())) {
                return List.copyOf(records.values());
            }
        }
        if (pages.isCut()) {
            throw tooMany();
        }
        return List.copyOf(records.values());
    }

    private KustomerException tooMany() {
        Request list = call.current().list();
        return Failure.rejected(
                list,
                "the list has more than " + Pages.MOST + " pages, and the first ones contain no "
                        + call.current().description());
    }

    private Resource ended(List<Resource> records) {
        return records.stream()
                .filter(record -> call.current().endedCounts())
                .max(Comparator.comparing(
                                (Resource record) -> record.time("createdAt").orElse(Instant.MIN))
                        .thenComparing(Resource::id))
                .orElseThrow(() -> Failure.notFound(
                        call.current().list(), "there is no " + call.current().description()));
    }

    /** The record after the request; empty after a conflict. */
    private Optional<Resource> send(Request request) {
        return switch (history.rememberIfLost(call.task(), () -> session.send(request))) {
            case Verdict.Done<Resource> done -> {
                hasChanged = true;
                history.rememberSent(call.task());
                // The next change depends on the record, which a 204 does not contain.
                yield done.hasNoBody() ? read(done.content().id()) : Optional.of(done.content());
            }
            case Verdict.Absent<Resource> absent -> throw Failure.notFound(absent.failure());
            case Verdict.Conflict<Resource> conflicting -> {
                if (!conflicting.certain()) {
                    throw conflicting.exception();
                }
                conflict = conflicting.failure();
                yield Optional.empty();
            }
            case Verdict.NotDone<Resource> other -> throw other.exception();
        };
    }

    /** Kustomer drops a change silently that it does not make. */
    private static KustomerException notMade(TransitionStep change) {
        return Failure.rejected(
                change.request(),
                "Kustomer accepted the request, but did not change " + change.name()
                        + ". The connector assumes that Kustomer makes this change in the record's present state");
    }

    /** Without a conflict, the record is not readable yet after an answer without a body. */
    private KustomerException changedAgain() {
        if (conflict != null) {
            return Failure.temporary(conflict, ". The record changed in between");
        }
        Request list = call.current().list();
        return new KustomerException(new Failure.Unavailable(
                FailureDetails.of(list), list + ": the changed record is not readable yet", null));
    }
}
