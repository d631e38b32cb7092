package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Resource;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the record that a create's identifiers lead to. For one execution. */
final class Finder {

    /** @param headers of the answer that had the record */
    record Found(Resource resource, HttpHeaders headers) {}

    private final Exchange exchange;
    private final Request create;
    private final Settlement settlement;

    Finder(Exchange exchange, Call call) {
        this.exchange = exchange;
        this.create = call.request();
        this.settlement = call.settlement();
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
        for (Lookup lookup : settlement.lookups()) {
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
                    create + ": the identifiers belong to different records: " + String.join(", ", ways),
                    List.copyOf(found.keySet()));
        }
        found.values().forEach(this::refuseForeign);
        return found.values().stream().findFirst();
    }

    private Optional<Found> lookUp(Lookup lookup, boolean certain) {
        return switch (exchange.send(lookup.request())) {
            case Verdict.Done done -> Optional.of(new Found(done.resource(), done.headers()));
            case Verdict.Absent absent -> Optional.empty();
            case Verdict.Conflict conflict -> nothingUnless(certain, conflict.failure());
            case Verdict.Lost lost -> throw new KustomerException(lost.failure());
            case Verdict.Refused refused -> nothingUnless(certain, refused.failure());
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
        settlement.foreign().apply(there.resource()).ifPresent(field -> {
            throw duplicate(
                    create + ": the record " + there.resource().id() + " has the same identifier, but another " + field,
                    List.of(there.resource().id()));
        });
    }

    private KustomerException duplicate(String message, List<String> ids) {
        return new KustomerException(new Failure.Duplicate(Trace.of(create), message, ids));
    }
}
