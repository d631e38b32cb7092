package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.json.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a whole list and keeps its first records in the order of the call. It never holds more than twice the records
 * that it returns. For one execution.
 */
final class OrderedListExecution {

    private final RequestSession session;
    private final Query.ListOrdered call;
    private final List<Resource> kept = new ArrayList<>();
    private boolean isCut;

    OrderedListExecution(RequestSession session, Query.ListOrdered call) {
        this.session = session;
        this.call = call;
    }

    /** @throws KustomerException if a page is refused, gets no answer, or is not a list */
    CallResult.Listed run() {
        // The predicate keeps the records, so the list itself never gets full before its end.
        Query.ListAll all = new Query.ListAll(call.task(), call.page(), this::keep, 1, call.timeout());
        CallResult.Listed read = new ListExecution(session, all).run();
        trim();
        List<Resource> returned = withinBytes();
        return new CallResult.Listed(
                returned, read.complete() && !isCut && returned.size() == kept.size(), read.meta());
    }

    /** Never accepts the record for the list, because it is kept here. */
    private boolean keep(Resource record) {
        if (call.wanted().test(record)) {
            kept.add(record);
            if (kept.size() >= 2 * call.most()) {
                trim();
            }
        }
        return false;
    }

    private void trim() {
        kept.sort(call.order());
        if (kept.size() > call.most()) {
            isCut = true;
            kept.subList(call.most(), kept.size()).clear();
        }
    }

    private List<Resource> withinBytes() {
        int bytes = 0;
        for (int i = 0; i < kept.size(); i++) {
            bytes += ListExecution.size(kept.get(i));
            if (bytes > CallResult.Listed.MAX_BYTES) {
                return kept.subList(0, i);
            }
        }
        return kept;
    }
}
