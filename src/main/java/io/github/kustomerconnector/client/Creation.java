package io.github.kustomerconnector.client;

import io.github.kustomerconnector.client.Finder.Found;
import io.github.kustomerconnector.client.Settlement.Protection;
import io.github.kustomerconnector.json.Resource;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One create, carried out effectively once: sent first, and looked up only where Kustomer reports a conflict or the answer
 * is lost. For one execution.
 */
final class Creation {

    private static final Logger LOG = LoggerFactory.getLogger(Creation.class);

    /** A record that was made a moment ago may not be readable yet. */
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final Exchange exchange;
    private final Call.Create call;
    private final Settlement settlement;
    private final Finder finder;
    private final Made made;
    private final Documents documents;

    Creation(Exchange exchange, Call.Create call, Made made, Documents documents) {
        this.exchange = exchange;
        this.call = call;
        this.documents = documents;
        this.settlement = call.settlement();
        this.finder = new Finder(exchange, call.request(), settlement.lookups(), settlement.foreign());
        this.made = made;
    }

    /** @throws KustomerException if the record is not there in the end, or nobody knows */
    Ended.Settled run() {
        if (settlement.protection() == Protection.LOOK_UP_FIRST) {
            Optional<Found> there = finder.findForCertain();
            if (there.isPresent()) {
                return existing(there.get(), call.request() + " was not sent");
            }
        }
        new Uploading(exchange, documents).run(call.uploads());
        Duration sentAt = exchange.elapsed();
        return switch (exchange.sendWithWholeTime(call.request())) {
            case Verdict.Done<Resource> done -> created(done.content());
            case Verdict.Conflict<Resource> conflict -> settleConflict(conflict);
            case Verdict.Lost<Resource> lost -> settleLost(lost.failure(), sentAt);
            case Verdict.NotDone<Resource> other -> settleRefused(other.failure());
        };
    }

    /** A create whose ingredients are gone may have been carried out before. */
    private Ended.Settled settleRefused(Failure failure) {
        if (settlement.protection() == Protection.USED_UP && failure instanceof Failure.Rejected) {
            Optional<Found> there = finder.find();
            if (there.isPresent()) {
                return existing(there.get(), failure.message());
            }
        }
        throw new KustomerException(failure);
    }

    private Ended.Settled created(Resource resource) {
        boolean bearsIdentifier =
                settlement.lookups().stream().anyMatch(lookup -> lookup.heldBy().test(resource));
        if (settlement.protection() == Protection.UNIQUE_IDENTIFIER && !bearsIdentifier) {
            LOG.warn(
                    "{}: the record in the answer bears none of the identifiers that were sent. If Kustomer does not keep"
                            + " them, choose \"Look up first\" in the task",
                    call.request());
        }
        made.rememberCreated(call.task(), exchange.server(), resource);
        return new Ended.Settled(resource, Outcome.CREATED);
    }

    private Ended.Settled settleConflict(Verdict.Conflict<Resource> conflict) {
        Optional<Found> there = finder.find();
        if (there.isEmpty() && conflict.certain()) {
            exchange.pause(MOMENT);
            there = finder.find();
        }
        if (there.isPresent()) {
            return existing(there.get(), conflict.failure().message());
        }
        throw conflict.certain()
                ? duplicate(conflict.failure(), ". No look-up finds the record in conflict", List.of())
                : conflict.exception();
    }

    private Ended.Settled settleLost(Failure failure, Duration sentAt) {
        made.rememberSent(call.task(), exchange.elapsed().minus(sentAt));
        boolean unprotected = settlement.protection() == Protection.NONE;
        if (unprotected && settlement.lookups().isEmpty()) {
            throw unknown(failure, "");
        }
        try {
            Optional<Found> there = finder.find();
            if (there.isPresent()) {
                return existing(there.get(), failure.message());
            }
        } catch (KustomerException e) {
            throw notFound(failure, e, unprotected);
        }
        throw unprotected ? unknown(failure, "") : new KustomerException(failure);
    }

    /** What to report of a lost answer where the look-ups fail too: one that will fail again finds nothing out. */
    private static KustomerException notFound(Failure lost, KustomerException lookUp, boolean unprotected) {
        Failure failure = lookUp.failure();
        if (failure instanceof Failure.Duplicate) {
            return lookUp;
        }
        if (!isPassing(failure)) {
            return unknown(lost, ". " + failure.message());
        }
        return unprotected ? unknown(lost, "") : lookUp;
    }

    private Ended.Settled existing(Found there, String tried) {
        Resource resource = there.resource();
        exchange.avoidedDuplicate(call.request());
        boolean marked = settlement.own().test(resource);
        if (isMadeSinceLost(there)) {
            return created(marked ? resource : likelyOwn(resource));
        }
        if (marked || made.isBy(call.task(), resource)) {
            return new Ended.Settled(resource, Outcome.CREATED);
        }
        return switch (settlement.onDuplicate()) {
            case RETURN_EXISTING -> new Ended.Settled(resource, Outcome.EXISTING);
            case UPDATE_EXISTING -> updated(resource);
            case FAIL ->
                throw new KustomerException(new Failure.Duplicate(
                        Trace.of(call.request()),
                        tried + ". The record " + resource.id() + " is there already",
                        List.of(resource.id())));
        };
    }

    /** Somebody else may have made the record in the same moments: where fields are to be written, they are. */
    private Resource likelyOwn(Resource resource) {
        return settlement.onDuplicate() == OnDuplicate.UPDATE_EXISTING
                ? updated(resource).resource()
                : resource;
    }

    private Ended.Settled updated(Resource resource) {
        return settlement
                .update()
                .apply(resource)
                .map(this::update)
                .orElseGet(() -> new Ended.Settled(resource, Outcome.EXISTING));
    }

    /** A record that is changed by somebody else in between is read again by the next attempt. */
    private Ended.Settled update(Request update) {
        return switch (exchange.send(update)) {
            case Verdict.Done<Resource> done -> new Ended.Settled(done.content(), Outcome.UPDATED);
            case Verdict.Conflict<Resource> conflict ->
                throw conflict.certain()
                        ? new KustomerException(new Failure.Unavailable(
                                conflict.failure().trace(), conflict.failure().message(), null))
                        : conflict.exception();
            case Verdict.NotDone<Resource> other -> throw other.exception();
        };
    }

    /**
     * Whether the record was made after a request of this task left whose answer was lost, by the server's own clock, and by no
     * other task of this process: then it is most likely ours. The server's {@code Date} has whole seconds, so a record that is
     * less than a second older passes too.
     */
    private boolean isMadeSinceLost(Found there) {
        Optional<Instant> lost = made.sentSince(call.task())
                .flatMap(ago -> RateLimitHeaders.serverTime(there.headers()).map(now -> now.minus(ago)));
        Optional<Instant> createdAt = there.resource().attribute("createdAt").flatMap(Creation::instant);
        return lost.isPresent()
                && createdAt.isPresent()
                && !createdAt.get().isBefore(lost.get())
                && !made.isOfAnother(call.task(), exchange.server(), there.resource());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isPassing(Failure failure) {
        return failure instanceof Failure.Unavailable
                || failure instanceof Failure.Unreadable
                || failure instanceof Failure.RateLimited;
    }

    private static KustomerException duplicate(Failure failure, String more, List<String> ids) {
        return new KustomerException(new Failure.Duplicate(failure.trace(), failure.message() + more, ids));
    }

    /** For what was sent, is not answered, and must not be sent again. */
    static KustomerException unknown(Failure failure, String more) {
        return new KustomerException(new Failure.OutcomeUnknown(
                failure.trace(),
                failure.message()
                        + more
                        + ". Whether it was done is not known; look in Kustomer before you try again"));
    }
}
