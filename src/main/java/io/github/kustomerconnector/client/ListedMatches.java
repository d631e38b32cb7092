package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.client.LookupRunner.Match;
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Listing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All records of a list that have the identifier of a look-up. For one execution. */
final class ListedMatches {

    /** A page has up to 100 records. */
    static final int MOST_PAGES = 20;

    private final RequestSession session;
    private final Lookup lookup;

    ListedMatches(RequestSession session, Lookup lookup) {
        this.session = session;
        this.lookup = lookup;
    }

    /**
     * The matching records, each once.
     *
     * @throws KustomerException if a page is refused or gets no answer, or if the list has more than 20 pages
     */
    List<Match> all() {
        return read(true);
    }

    /** As {@link #all}, but leaves out what comes after the first 20 pages. */
    List<Match> first() {
        return read(false);
    }

    private List<Match> read(boolean all) {
        Map<String, Match> matches = new LinkedHashMap<>();
        for (int number = 1; number <= MOST_PAGES; number++) {
            Verdict.Done<Listing> page =
                    session.send(lookup.request().page(number), Reading.LIST).required();
            page.content().resources().stream()
                    .filter(lookup.heldBy())
                    .forEach(found -> matches.putIfAbsent(found.id(), new Match(found, page.head(), lookup.field())));
            if (!page.content().hasNext() || page.content().resources().isEmpty()) {
                return List.copyOf(matches.values());
            }
        }
        if (all) {
            throw Failure.tooMany(lookup.request(), lookup.field());
        }
        return List.copyOf(matches.values());
    }
}
