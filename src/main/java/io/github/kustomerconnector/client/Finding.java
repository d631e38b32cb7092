package io.github.kustomerconnector.client;

import io.github.kustomerconnector.client.Finder.Found;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looking for a record that may not be there. For one execution. */
final class Finding {

    private final Exchange exchange;
    private final Call.Find call;

    Finding(Exchange exchange, Call.Find call) {
        this.exchange = exchange;
        this.call = call;
    }

    /**
     * @throws KustomerException if the identifiers lead to different records, a look-up is refused or not answered, or a record
     *     that is required is not there
     */
    Ended.Found run() {
        Optional<Resource> found =
                new Finder(exchange, call.lookups()).findForCertain().map(Found::resource);
        if (found.isEmpty() && call.required()) {
            throw notFound(call.lookups());
        }
        return new Ended.Found(found);
    }

    /** For a record that must be there, and no look-up finds it. */
    static KustomerException notFound(List<Lookup> lookups) {
        String fields = lookups.stream().map(Lookup::field).distinct().collect(Collectors.joining(", "));
        return Failure.absent(lookups.getFirst().request(), "there is no record with this " + fields);
    }

    /** For a record that must be there, and Kustomer says that it is not. */
    static KustomerException notFound(Failure.Rejected refused) {
        return new KustomerException(new Failure.NotFound(refused.trace(), refused.message()));
    }
}
