package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Resource;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the record that identifiers lead to. For one execution. */
final class Finder {

    /** @param headers of the answer that had the record */
    record Found(Resource resource, HttpHeaders headers) {}

    private final Exchange exchange;
    private final Request asked;
    private final List<Lookup> lookups;
    private final Function<Resource, Optional<String>> foreign;

    /**
     * @param asked the request that messages name
     * @param foreign the field by which a found record turns out to be somebody else's; empty if it is the right one
     */
    Finder(Exchange exchange, Request asked, List<Lookup> lookups, Function<Resource, Optional<String>> foreign) {
        this.exchange = exchange;
        this.asked = asked;
        this.lookups = lookups;
        this.foreign = foreign;
    }

    /** For a record that is not ours to doubt. */
    Finder(Exchange exchange, List<Lookup> lookups) {
        this(exchange, lookups.getFirst().request(), lookups, found -> Optional.empty());
    }

    /**
     * The one record that the identifiers lead to; empty if there is none. A look-up that Kustomer refuses, since it does not
     * take the form of an identifier, finds nothing.
     *
     * @throws KustomerException if the identifiers lead to different records, or to somebody else's, or a look-up gets no
     *     answer
     */
    Optional<Found> find() {
        return find(false);
    }

    /** As {@link #find}, but a look-up that Kustomer refuses is a failure: nothing else keeps a second record away. */
    Optional<Found> findForCertain() {
        return find(true);
    }

    private Optional<Found> find(boolean certain) {
        Map<String, Found> found = new LinkedHashMap<>();
        List<String> ways = new ArrayList<>();
        for (Lookup lookup : lookups) {
            if (found.values().stream().noneMatch(there -> lookup.heldBy().test(there.resource()))) {
                lookUp(lookup, certain).ifPresent(there -> {
                    if (found.putIfAbsent(there.resource().id(), there) == null) {
                        ways.add(
                                lookup.field() + " leads to " + there.resource().id());
                    }
                });
            }
        }
        if (found.size() > 1) {
            throw duplicate(
                    asked + ": the identifiers belong to different records: " + String.join(", ", ways),
                    List.copyOf(found.keySet()));
        }
        found.values().forEach(this::refuseForeign);
        return found.values().stream().findFirst();
    }

    private Optional<Found> lookUp(Lookup lookup, boolean certain) {
        return switch (exchange.send(lookup.request(), Reading.of(lookup))) {
            case Verdict.Done<Optional<Resource>> done ->
                done.content().map(resource -> new Found(resource, done.headers()));
            case Verdict.Absent<Optional<Resource>> absent -> Optional.empty();
            case Verdict.Lost<Optional<Resource>> lost -> throw lost.exception();
            case Verdict.NotDone<Optional<Resource>> other -> nothingUnless(certain, other.failure());
        };
    }

    /** A redirect is said by somebody in between and says nothing of the record: it passes. */
    private static Optional<Found> nothingUnless(boolean certain, Failure failure) {
        Integer status = failure.trace().status();
        if (failure instanceof Failure.Rejected && status != null && status / 100 == 3) {
            throw new KustomerException(new Failure.Unavailable(failure.trace(), failure.message(), null));
        }
        if (certain || !(failure instanceof Failure.Rejected)) {
            throw new KustomerException(failure);
        }
        return Optional.empty();
    }

    private void refuseForeign(Found there) {
        foreign.apply(there.resource()).ifPresent(field -> {
            throw duplicate(
                    asked + ": the record " + there.resource().id() + " has the same identifier, but another " + field,
                    List.of(there.resource().id()));
        });
    }

    private KustomerException duplicate(String message, List<String> ids) {
        return new KustomerException(new Failure.Duplicate(Trace.of(asked), message, ids));
    }
}
