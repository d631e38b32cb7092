package io.github.kustomerconnector.client;

import io.github.kustomerconnector.client.Finder.Found;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change of a record, carried out step by step. For one execution. */
final class Alteration {

    private static final String REVISION = "rev";

    /** How often a record that somebody else changes in between is read again, before the engine waits. */
    private static final int ROUNDS = 3;

    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(100);

    private final Exchange exchange;
    private final Call.Change call;
    private final Made made;
    private @Nullable Failure conflict;

    Alteration(Exchange exchange, Call.Change call, Made made) {
        this.exchange = exchange;
        this.call = call;
        this.made = made;
    }

    /** @throws KustomerException if the record is not there, or not all steps could be taken */
    Ended.Settled run() {
        for (int round = 1; round < ROUNDS; round++) {
            Optional<Ended.Settled> settled = runOnce();
            if (settled.isPresent()) {
                return settled.get();
            }
            exchange.pause(BETWEEN_ROUNDS.multipliedBy(round));
        }
        return runOnce().orElseThrow(this::changedAgain);
    }

    /** Empty if somebody else changed the record in between. */
    private Optional<Ended.Settled> runOnce() {
        Optional<Resource> read = read();
        Optional<Resource> changed = Optional.empty();
        for (Request step : call.steps().apply(read)) {
            changed = take(step, changed.isEmpty());
            if (changed.isEmpty()) {
                return Optional.empty();
            }
        }
        Outcome outcome = changed.isPresent() ? Outcome.UPDATED : Outcome.EXISTING;
        return Optional.of(new Ended.Settled(changed.or(() -> read).orElseThrow(), outcome));
    }

    private Optional<Resource> read() {
        if (call.target().isEmpty()) {
            return Optional.empty();
        }
        Optional<Resource> found =
                new Finder(exchange, call.target()).findForCertain().map(Found::resource);
        if (found.isEmpty()) {
            throw Finding.notFound(call.target());
        }
        return found;
    }

    private Optional<Resource> take(Request step, boolean isFirst) {
        Duration sentAt = exchange.elapsed();
        return switch (exchange.send(step)) {
            case Verdict.Done<Resource> done -> {
                made.remember(call.task(), done.content());
                yield Optional.of(done.content());
            }
            case Verdict.Absent<Resource> absent -> throw Finding.notFound(absent.failure());
            case Verdict.Conflict<Resource> there -> settle(there, isFirst);
            case Verdict.Lost<Resource> lost -> {
                made.rememberSent(call.task(), exchange.elapsed().minus(sentAt));
                throw lost.exception();
            }
            case Verdict.Refused<Resource> refused -> throw refused.exception();
        };
    }

    /** Only the first step says a revision; a conflict that names another field is about a value that another record has. */
    private Optional<Resource> settle(Verdict.Conflict<Resource> there, boolean isFirst) {
        Failure failure = there.failure();
        if (!there.certain()) {
            throw there.exception();
        }
        if (failure.trace().field() != null && !REVISION.equals(failure.trace().field())) {
            throw new KustomerException(new Failure.Duplicate(failure.trace(), failure.message(), List.of()));
        }
        if (isFirst && call.revision() instanceof Call.Revision.Given given) {
            return Optional.of(own(given)
                    .orElseThrow(() -> new KustomerException(new Failure.Rejected(
                            failure.trace(),
                            failure.message() + ". The record is no longer at revision " + given.number()))));
        }
        conflict = failure;
        return Optional.empty();
    }

    /** The record, if it was this task that changed it: its first step was taken, but the answer or a later step was lost. */
    private Optional<Resource> own(Call.Revision.Given given) {
        if (exchange.send(given.read()) instanceof Verdict.Done<Resource> done) {
            Resource resource = done.content();
            boolean isNext = resource.attributes()
                    .field(REVISION)
                    .flatMap(Json::scalar)
                    .filter(Long.toString(given.number() + 1)::equals)
                    .isPresent();
            boolean isOwn = made.isBy(call.task(), resource)
                    || (isNext && made.sentSince(call.task()).isPresent());
            return isOwn ? Optional.of(resource) : Optional.empty();
        }
        return Optional.empty();
    }

    private KustomerException changedAgain() {
        Failure failure = Objects.requireNonNull(conflict);
        return new KustomerException(new Failure.Unavailable(failure.trace(), failure.message(), null));
    }
}
