package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Listing;
import io.github.kustomerconnector.json.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a list page by page. Records may move between pages while they are read. A record that occurs again is left
 * out. The list then counts as incomplete, because another record may have moved to a page that was read before. For
 * one execution.
 */
final class ListExecution {

    private final RequestSession session;
    private final Query.ListAll call;
    private final List<Resource> records = new ArrayList<>();
    /** Type and id of each record. Texts, because a hash set compares them even if all have the same hash. */
    private final Set<String> read = new HashSet<>();

    private boolean hasOverlap;
    /** The size of the records and the meta, or more until {@link #isCounted}. */
    private int bytes;

    /** Whether each record is counted by itself, which serializes it, and not each page as a whole. */
    private boolean isCounted;

    ListExecution(RequestSession session, Query.ListAll call) {
        this.session = session;
        this.call = call;
    }

    /** @throws KustomerException if a page is refused, gets no answer, or is not a list */
    CallResult.Listed run() {
        Json meta = Json.NOTHING;
        for (int number = 1; ; number++) {
            Listing page = page(number);
            if (number == 1) {
                meta = page.meta();
                bytes = meta.toBytes().length;
            }
            if (!isCounted && bytes + page.bytes() > CallResult.Listed.MAX_BYTES) {
                countExactly(meta);
            }
            List<Resource> unread = unread(page.resources());
            boolean isWhole = add(unread);
            bytes += isCounted ? 0 : page.bytes();
            boolean isLast = !page.hasNext() || unread.isEmpty();
            if (isLast || !isWhole || records.size() == call.most() || number == call.pages()) {
                return new CallResult.Listed(records, isWhole && isLast && !hasOverlap && hasRead(meta), meta);
            }
        }
    }

    private void countExactly(Json meta) {
        isCounted = true;
        bytes = meta.toBytes().length
                + records.stream().mapToInt(ListExecution::size).sum();
    }

    /** Whether as many records were read as Kustomer counted. It does not count the records of every list. */
    private boolean hasRead(Json meta) {
        return meta.field("total")
                .filter(Json::isNumber)
                .flatMap(Json::scalar)
                .map(total -> Double.parseDouble(total) <= read.size())
                .orElse(true);
    }

    private Listing page(int number) {
        return switch (session.send(call.page().apply(number), Reading.LIST)) {
            case Verdict.Done<Listing> done -> done.content();
            case Verdict.Absent<Listing> absent -> throw Failure.notFound(absent.failure());
            case Verdict.NotDone<Listing> other -> throw other.exception();
        };
    }

    /** The records of the page that no earlier page contained. */
    private List<Resource> unread(List<Resource> page) {
        List<Resource> unread = page.stream()
                .filter(resource -> read.add(resource.type() + "/" + resource.id()))
                .toList();
        hasOverlap |= unread.size() < page.size();
        return unread;
    }

    /** Whether all wanted records of the page were added. */
    private boolean add(List<Resource> page) {
        for (Resource resource : page) {
            if (call.wanted().test(resource)) {
                int size = isCounted ? size(resource) : 0;
                if (records.size() == call.most() || bytes + size > CallResult.Listed.MAX_BYTES) {
                    return false;
                }
                records.add(resource);
                bytes += size;
            }
        }
        return true;
    }

    /** The bytes of the record in the result, except its id, type and address. */
    static int size(Resource resource) {
        return resource.attributes().toBytes().length + resource.relationships().toBytes().length;
    }
}
