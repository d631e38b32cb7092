package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.client.LookupRunner.Match;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Optional;

/** The values of an update that another record may have already. For one execution. */
final class TakenValues {

    private final RequestSession session;
    private final List<Lookup> lookups;
    private boolean isChecked;

    /** @param lookups find a record by one value each; empty if no value must be unique */
    TakenValues(RequestSession session, List<Lookup> lookups) {
        this.session = session;
        this.lookups = lookups;
    }

    /**
     * Looks for another record with one of the values, after a conflict. Only after the first one, because an update
     * whose record changed in between conflicts again.
     *
     * @param id the record to update; empty if its path does not name it, and then nothing is looked up
     * @throws KustomerException with {@link Failure.Duplicate} if another record has a value
     */
    void refuse(Optional<String> id, Failure conflict) {
        if (isChecked || id.isEmpty()) {
            return;
        }
        isChecked = true;
        for (Lookup lookup : lookups) {
            find(lookup).filter(found -> !found.id().equalsIgnoreCase(id.get())).ifPresent(other -> {
                throw Failure.duplicate(
                        conflict,
                        ". The record " + other.id() + " has the same " + lookup.field(),
                        List.of(other.id()));
            });
        }
    }

    /** Empty also if the key may not look records up, because an update does not need that. */
    private Optional<Resource> find(Lookup lookup) {
        try {
            return new LookupRunner(session, List.of(lookup)).find().map(Match::resource);
        } catch (KustomerException e) {
            if (e.failure() instanceof Failure.Unauthorized) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
