package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Listing;
import io.github.kustomerconnector.json.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The pages of a list, read one after the other. A page that has only records of earlier pages ends the list: a server
 * that ignores the page number repeats its first page. For one execution.
 */
final class Pages {

    /** The maximum number of pages of most lists. A page has up to 100 records. */
    static final int MOST = 20;

    private final RequestSession session;
    private final IntFunction<Request> page;
    private final int most;
    private final Set<String> read = new HashSet<>();
    private int number;
    private boolean goesOn = true;
    private boolean isRepeated;

    /**
     * @param page makes the request for a page, counted from 1
     * @param most the maximum number of pages
     */
    Pages(RequestSession session, IntFunction<Request> page, int most) {
        this.session = session;
        this.page = page;
        this.most = most;
    }

    /** Whether the list goes on, and fewer pages than the maximum were read. */
    boolean hasNext() {
        return goesOn && number < most;
    }

    /** Whether the list goes on after the maximum number of pages. */
    boolean isCut() {
        return goesOn && number == most;
    }

    /** Whether the list ended with a page that has only records of earlier pages, and that has a next page. */
    boolean isRepeated() {
        return isRepeated;
    }

    /** The next page. Without an answer that is a list, there are no further ones. */
    Verdict<Listing> next() {
        number++;
        Verdict<Listing> answer = session.send(page.apply(number), Reading.LIST);
        goesOn = false;
        if (answer instanceof Verdict.Done<Listing> done && done.content().hasNext()) {
            List<Resource> records = done.content().resources();
            goesOn = hasNew(records);
            isRepeated = !goesOn && !records.isEmpty();
        }
        return answer;
    }

    private boolean hasNew(List<Resource> records) {
        return records.stream().map(Resource::id).filter(read::add).count() > 0;
    }
}
