package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Listing;
import io.github.kustomerconnector.json.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reading a list page by page. For one execution. */
final class Gathering {

    /** As far as any list is read: Kustomer gives no more pages of a search, and what is wanted may be rare. */
    private static final int MOST_PAGES = 100;

    private final Exchange exchange;
    private final Call.Gather call;
    private final List<Resource> gathered = new ArrayList<>();
    private int bytes;

    Gathering(Exchange exchange, Call.Gather call) {
        this.exchange = exchange;
        this.call = call;
    }

    /** @throws KustomerException if a page is refused, not answered, or no list */
    Ended.Gathered run() {
        Json meta = Json.object(Map.of());
        for (int number = 1; ; number++) {
            Listing page = page(number);
            if (number == 1) {
                meta = page.meta();
                bytes = meta.toBytes().length;
            }
            boolean isWhole = add(page.resources());
            boolean isLast = !page.hasNext() || page.resources().isEmpty();
            if (isLast || !isWhole || gathered.size() == call.most() || number == MOST_PAGES) {
                return new Ended.Gathered(gathered, isWhole && isLast, meta);
            }
        }
    }

    private Listing page(int number) {
        return switch (exchange.send(call.page().apply(number), Reading.LIST)) {
            case Verdict.Done<Listing> done -> done.content();
            case Verdict.Absent<Listing> absent -> throw Finding.notFound(absent.failure());
            case Verdict.NotDone<Listing> other -> throw other.exception();
        };
    }

    /** Whether all that are wanted still went in. */
    private boolean add(List<Resource> resources) {
        for (Resource resource : resources) {
            if (call.wanted().test(resource)) {
                int size = size(resource);
                if (gathered.size() == call.most() || bytes + size > Ended.Gathered.MAX_BYTES) {
                    return false;
                }
                gathered.add(resource);
                bytes += size;
            }
        }
        return true;
    }

    private static int size(Resource resource) {
        return resource.attributes().toBytes().length + resource.relationships().toBytes().length;
    }
}
