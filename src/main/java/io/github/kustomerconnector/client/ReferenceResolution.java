package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.CallWithReferences;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Reference;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Listing;
import io.github.kustomerconnector.json.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks up the ids of the records that a task names by portable names, with one request for each name. */
final class ReferenceResolution {

    private final RequestSession session;

    /** The ids by the path of the look-up, because several fields may have the same name. */
    private final Map<String, String> known = new HashMap<>();

    ReferenceResolution(RequestSession session) {
        this.session = session;
    }

    /**
     * The call with the ids.
     *
     * @throws KustomerException if no record or more than one has a name, or if a look-up fails
     */
    <R extends CallResult> Call<R> resolve(CallWithReferences<R> call) {
        Map<String, String> ids = new HashMap<>();
        for (Reference reference : call.references()) {
            String path = reference.get().path().encoded();
            String id = known.get(path);
            if (id == null) {
                id = lookUp(reference);
                known.put(path, id);
            }
            ids.put(reference.field(), id);
        }
        return call.call().apply(ids);
    }

    private String lookUp(Reference reference) {
        Verdict<Listing> verdict = session.send(reference.get(), Reading.LIST);
        if (verdict instanceof Verdict.Absent<Listing> absent) {
            throw Failure.notFound(absent.failure());
        }
        return only(reference, verdict.required().content());
    }

    private static String only(Reference reference, Listing listing) {
        List<String> ids = listing.resources().stream()
                .filter(reference.named())
                .map(Resource::id)
                .distinct()
                .toList();
        if (ids.size() <= 1 && listing.hasNext()) {
            throw new KustomerException(new Failure.Rejected(
                    details(reference),
                    message(reference, "Kustomer returns more than one page for the ") + ". Give the ID"));
        }
        if (ids.isEmpty()) {
            throw new KustomerException(new Failure.NotFound(details(reference), message(reference, "there is no ")));
        }
        if (ids.size() > 1) {
            throw new KustomerException(new Failure.Duplicate(
                    details(reference),
                    message(reference, "there is more than one ") + ": " + String.join(", ", ids) + ". Give the ID",
                    ids));
        }
        return ids.getFirst();
    }

    private static String message(Reference reference, String problem) {
        return reference.field() + ": " + problem + reference.description() + " (" + reference.get() + ")";
    }

    private static FailureDetails details(Reference reference) {
        Request get = reference.get();
        return new FailureDetails(
                null, null, reference.field(), null, get.method(), get.path().template());
    }
}
