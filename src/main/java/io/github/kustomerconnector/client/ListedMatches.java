package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.client.LookupRunner.Match;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Listing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The records of a list that have the identifier of a look-up, each once. For one execution. */
final class ListedMatches {

    private final Lookup lookup;
    private final Pages pages;

    ListedMatches(RequestSession session, Lookup lookup) {
        this.lookup = lookup;
        this.pages = new Pages(session, lookup.request()::page, Pages.MOST);
    }

    /**
     * The matching records of the whole list.
     *
     * @throws KustomerException if a page is refused or gets no answer, if the list has more than 20 pages, or if the
     *     server repeats a page and no record matches
     */
    List<Match> all() {
        List<Match> matches = first();
        if (pages.isCut() || (pages.isRepeated() && matches.isEmpty())) {
            throw Failure.rejected(
                    lookup.request(),
                    "too many records are similar to this " + lookup.field()
                            + ". Use another field to find the record");
        }
        return matches;
    }

    /** As {@link #all}, but leaves out what comes after the first 20 pages. */
    List<Match> first() {
        Map<String, Match> matches = new LinkedHashMap<>();
        while (pages.hasNext()) {
            Verdict.Done<Listing> page = pages.next().required();
            page.content().resources().stream()
                    .filter(lookup.heldBy())
                    .forEach(found -> matches.putIfAbsent(found.id(), new Match(found, page.head(), lookup.field())));
        }
        return List.copyOf(matches.values());
    }
}
