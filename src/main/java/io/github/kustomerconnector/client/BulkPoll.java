package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkPlan;
import io.github.kustomerconnector.call.BulkProgress.Open;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.client.EndedBulks.BulkId;
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the results of a bulk. It reads the batches first, because a bulk that ended needs no other request. Keeps only
 * the results of the items: the answers also repeat the request and the roles of the key. For one execution.
 */
final class BulkPoll {

    private static final int MOST_PAGES = 100;

    /**
     * A page of the list.
     *
     * @param pages the number of pages, 1 if unknown
     * @param hasNext whether the answer names a next page, as those of other lists do
     */
    private record Page(List<Json> batches, int pages, boolean hasNext) {}

    private static final Reading<Page> PAGE =
            new Reading<>("list of batches", body -> body.json().flatMap(BulkPoll::page));

    /** The bulks that were read by this execution. */
    private final Set<String> known = new HashSet<>();

    private final RequestSession session;
    private final BulkPlan plan;
    private final EndedBulks ended;

    BulkPoll(RequestSession session, BulkPlan plan, EndedBulks ended) {
        this.session = session;
        this.plan = plan;
        this.ended = ended;
    }

    /**
     * The results of the bulk; empty while it is not at its end. Items may have no result at the end.
     *
     * @param isNew whether this execution sent the bulk, so that it most likely ends soon
     * @throws KustomerException if the results can't be read
     */
    Optional<BulkResults> results(Open open, boolean isNew) {
        BulkId id = idOf(open);
        Optional<Map<String, Json>> remembered = ended.results(id);
        if (remembered.isPresent()) {
            return Optional.of(new BulkResults(plan.action(), open, remembered.get()));
        }
        if (!ended.isComplete(id)) {
            if (known.add(open.id())) {
                BulkResults results = read(open);
                if (results.isWhole() || isNew) {
                    return results.isWhole() ? Optional.of(remembered(results)) : Optional.empty();
                }
            }
            if (!isComplete(open, isNew)) {
                return Optional.empty();
            }
            ended.complete(id);
        }
        return Optional.of(remembered(read(open)));
    }

    private BulkResults remembered(BulkResults results) {
        ended.remember(idOf(results.open()), results.byName());
        return results;
    }

    private BulkId idOf(Open open) {
        return new BulkId(session.endpoint(), open.id());
    }

    private boolean isComplete(Open open, boolean isNew) {
        return switch (session.send(plan.requests().state(open.id()))) {
            case Verdict.Done<Resource> done ->
                done.content().attribute("status").filter("complete"::equals).isPresent()
                        || done.content().attributes().field("completed").equals(Optional.of(Json.of(true)));
            // Kustomer no longer knows the bulk, and the look-ups show what became of its items. But a new bulk may not
            // be readable yet, and its items must not be sent again.
            case Verdict.Absent<Resource> absent -> !isNew;
            case Verdict.NotDone<Resource> other -> throw other.exception();
        };
    }

    private BulkResults read(Open open) {
        Map<String, Json> byItem = new LinkedHashMap<>();
        int pages = 1;
        for (int number = 1; number <= pages && number <= MOST_PAGES; number++) {
            Page page = page(plan.requests().batches(open.id(), number));
            pages = page.hasNext() && !page.batches().isEmpty() ? Math.max(page.pages(), number + 1) : page.pages();
            page.batches().forEach(batch -> add(batch, open.action(), byItem));
        }
        return new BulkResults(plan.action(), open, byItem);
    }

    private Page page(Request request) {
        return switch (session.send(request, PAGE)) {
            case Verdict.Done<Page> done -> done.content();
            case Verdict.Absent<Page> absent -> new Page(List.of(), 1, false);
            case Verdict.NotDone<Page> other -> throw other.exception();
        };
    }

    private static Optional<Page> page(Json body) {
        return body.field("data")
                .filter(Json::isList)
                .map(data -> new Page(
                        data.elements().stream()
                                .map(batch -> batch.field("attributes").orElse(batch))
                                .toList(),
                        body.at("meta", "pages")
                                .flatMap(Json::scalar)
                                .filter(pages -> pages.matches("\\d{1,4}"))
                                .map(Integer::parseInt)
                                .orElse(1),
                        body.at("links", "next").isPresent()));
    }

    private static void add(Json batch, BulkAction action, Map<String, Json> byItem) {
        if (action != BulkAction.DELETE) {
            elements(batch, "results")
                    .forEach(result -> result.field("_clientRef")
                            .flatMap(Json::scalar)
                            .ifPresent(name -> byItem.put(name, result)));
            return;
        }
        elements(batch, "objectIds").forEach(id -> id.text().ifPresent(text -> byItem.put(text, deleted(id))));
        elements(batch, "errors")
                .forEach(error ->
                        error.field("id").flatMap(Json::text).ifPresent(text -> byItem.put(text, failed(error))));
    }

    private static List<Json> elements(Json batch, String name) {
        return batch.field(name).map(Json::elements).orElse(List.of());
    }

    private static Json deleted(Json id) {
        return Json.object(Map.of("status", Json.of("deleted"), "objectId", id));
    }

    private static Json failed(Json error) {
        return Json.object(
                Map.of("status", Json.of("error"), "error", error.field("data").orElse(error)));
    }
}
