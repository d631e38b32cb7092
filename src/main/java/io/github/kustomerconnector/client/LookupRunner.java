package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.http.ReplyHead;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Resource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Finds the record that the identifiers lead to. For one execution. */
final class LookupRunner {

    /**
     * @param head of the answer that contains the record
     * @param by the identifier that found the record, as messages name it; empty if none did
     */
    record Match(Resource resource, ReplyHead head, String by) {}

    /** @param lookup the first look-up that found the record */
    private record Found(Lookup lookup, Match match) {

        Resource resource() {
            return match.resource();
        }

        /** Whether the record has the identifier. Another record may have that of a deleted one. */
        boolean isHolderOf(Lookup other) {
            return other.heldBy().test(resource()) && !resource().isDeleted();
        }
    }

    private final RequestSession session;
    private final Request subject;
    private final List<Lookup> lookups;
    private final BiFunction<Lookup, Resource, Optional<String>> foreign;

    /**
     * @param subject the request that messages name
     * @param foreign the field that shows that a record found by a look-up is another one; empty if it is the right
     *     one
     */
    LookupRunner(
            RequestSession session,
            Request subject,
            List<Lookup> lookups,
            BiFunction<Lookup, Resource, Optional<String>> foreign) {
        this.session = session;
        this.subject = subject;
        this.lookups = lookups;
        this.foreign = foreign;
    }

    /** Look-ups whose record is always the right one. */
    LookupRunner(RequestSession session, List<Lookup> lookups) {
        this(session, lookups.getFirst().request(), lookups, (lookup, found) -> Optional.empty());
    }

    /**
     * The one record that the identifiers lead to; empty if there is none. A look-up that Kustomer refuses finds
     * nothing, because Kustomer may not accept the form of an identifier. A deleted record is found only if no
     * identifier leads to another one.
     *
     * @throws KustomerException if the identifiers lead to different records or to a foreign one, or if a look-up gets
     *     no answer
     */
    Optional<Match> find() {
        return find(false);
    }

    /** As {@link #find}, but a refused look-up is a failure, because nothing else prevents a second record. */
    Optional<Match> findForCertain() {
        return find(true);
    }

    private Optional<Match> find(boolean certain) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (Lookup lookup : lookups) {
            if (found.values().stream().noneMatch(each -> each.isHolderOf(lookup))) {
                lookUp(lookup, certain)
                        .ifPresent(match -> found.putIfAbsent(match.resource().id(), new Found(lookup, match)));
            }
        }
        if (found.size() > 1) {
            found.values().removeIf(each -> each.resource().isDeleted());
        }
        refuseSeveral(found);
        Optional<Found> only = found.values().stream().findFirst();
        only.ifPresent(this::refuseForeign);
        return only.map(Found::match);
    }

    /** @param found by the id of the record */
    private void refuseSeveral(Map<String, Found> found) {
        if (found.size() > 1) {
            String leads = found.entrySet().stream()
                    .map(each -> each.getValue().lookup().field() + " leads to " + each.getKey())
                    .collect(Collectors.joining(", "));
            throw Failure.duplicate(
                    subject, "the identifiers belong to different records: " + leads, List.copyOf(found.keySet()));
        }
    }

    /** The look-up that found the record first used the strongest identifier that task and record share. */
    private void refuseForeign(Found found) {
        String id = found.resource().id();
        String same = found.lookup().field();
        foreign.apply(found.lookup(), found.resource()).ifPresent(field -> {
            String difference = field.equals(same)
                    ? " was found by an " + same + ", but has another one, or the same in another spelling"
                    : " has the same " + same + ", but another " + field;
            throw Failure.duplicate(subject, "the record " + id + difference, List.of(id));
        });
    }

    private Optional<Match> lookUp(Lookup lookup, boolean certain) {
        Request request = lookup.request();
        return switch (lookup.answer()) {
            case RECORD ->
                found(session.send(request), certain)
                        .map(done -> new Match(done.content(), done.head(), lookup.field()));
            case LIST -> inList(lookup, certain);
            case ONLY_ONE -> onlyOne(lookup);
        };
    }

    /** The record with the lowest id on the first page that has one, so that every runtime finds the same. */
    private Optional<Match> inList(Lookup lookup, boolean certain) {
        Pages pages = new Pages(session, lookup.request()::page, Pages.MOST);
        Optional<Match> found = Optional.empty();
        while (found.isEmpty() && pages.hasNext()) {
            found = found(pages.next(), certain)
                    .flatMap(page -> page.content().resources().stream()
                            .filter(lookup.heldBy())
                            .min(Comparator.comparing(Resource::id))
                            .map(resource -> new Match(resource, page.head(), lookup.field())));
        }
        return found;
    }

    /** Empty if Kustomer has no such record, or refuses a look-up that need not be certain. */
    private static <T> Optional<Verdict.Done<T>> found(Verdict<T> answer, boolean certain) {
        return isRefused(answer) && !certain ? Optional.empty() : answer.unlessAbsent();
    }

    /** A redirect comes from a proxy, so it is no refusal of Kustomer. */
    private static boolean isRefused(Verdict<?> verdict) {
        return verdict instanceof Verdict.NotDone<?> other
                && other.failure() instanceof Failure.Rejected
                && !(other instanceof Verdict.Redirected<?>);
    }

    /** Also fails if the look-up is refused, because only the look-up prevents a second record. */
    private Optional<Match> onlyOne(Lookup lookup) {
        List<Match> matches = new ListedMatches(session, lookup).all();
        if (matches.size() > 1) {
            List<String> ids =
                    matches.stream().map(match -> match.resource().id()).toList();
            throw Failure.duplicate(
                    subject, "several records have this " + lookup.field() + ": " + String.join(", ", ids), ids);
        }
        return matches.stream().findFirst();
    }
}
