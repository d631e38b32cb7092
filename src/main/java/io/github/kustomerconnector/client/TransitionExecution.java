package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.TransitionStep;
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Listing;
import io.github.kustomerconnector.json.Resource;
import java.time.Duration;
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

    /** A page has up to 100 records. */
    private static final int MOST_PAGES = 20;

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
        for (int number = 1; number <= MOST_PAGES; number++) {
            Optional<Listing> page = page(number);
            int before = records.size();
            page.ifPresent(read -> read.resources().forEach(record -> records.putIfAbsent(record.id(), record)));
            boolean isLast = page.filter(Listing::hasNext).isEmpty() || records.size() == before;
            if (isLast || records.values().stream().anyMatch(call.current().open())) {
                return List.copyOf(records.values());
            }
        }
        throw tooMany();
    }

    private KustomerException tooMany() {
        Request list = call.current().list();
        return new KustomerException(new Failure.Rejected(
                FailureDetails.of(list),
                list + ": the list has more than " + MOST_PAGES + " pages, and the first ones contain no "
                        + call.current().description()));
    }

    private Optional<Listing> page(int number) {
        return session.send(call.current().list().page(number), Reading.LIST)
                .unlessAbsent()
                .map(Verdict.Done::content);
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
        Duration sentAt = session.elapsed();
        return switch (session.send(request)) {
            case Verdict.Done<Resource> done -> {
                hasChanged = true;
                history.rememberSent(call.task(), session.elapsed().minus(sentAt));
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
            case Verdict.Lost<Resource> lost -> {
                history.rememberSent(call.task(), session.elapsed().minus(sentAt));
                throw lost.exception();
            }
            case Verdict.NotDone<Resource> other -> throw other.exception();
        };
    }

    /** Kustomer drops a change silently that it does not make. */
    private static KustomerException notMade(TransitionStep change) {
        return new KustomerException(new Failure.Rejected(
                FailureDetails.of(change.request()),
                change.request() + ": Kustomer accepted the request, but did not change " + change.name()
                        + ". The connector assumes that Kustomer makes this change in the record's present state"));
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
