package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkPlan;
import io.github.kustomerconnector.call.BulkProgress.Open;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.ItemResult.Status;
import io.github.kustomerconnector.client.BulkLookups.Found;
import io.github.kustomerconnector.client.BulkSender.Range;
import io.github.kustomerconnector.client.BulkState.Step;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns the results of a request that ended into the results of its items. An item that was refused as a duplicate, or
 * has no result, is looked up. An item that Kustomer left out is sent again. For one execution.
 */
final class BulkSettlement {

    /** The number of requests with an item that may end without its result. */
    private static final int MOST_ATTEMPTS = 3;

    private final RequestSession session;
    private final BulkPlan plan;
    private final BulkSender sender;
    private final BulkLookups lookups;

    /** The items of a request. */
    private final Function<Open, List<BulkItem>> items;

    BulkSettlement(RequestSession session, BulkPlan plan, BulkSender sender, Function<Open, List<BulkItem>> items) {
        this.session = session;
        this.plan = plan;
        this.sender = sender;
        this.lookups = new BulkLookups(session, plan);
        this.items = items;
    }

    /** The items of one request while they are sorted. */
    private static final class Sorted {
        final Step step = Step.empty();
        final List<BulkItem> updates = new ArrayList<>();
        final List<BulkItem> again = new ArrayList<>();
        final List<BulkItem> conflicts = new ArrayList<>();
    }

    /**
     * The results of the items, and the requests that were sent for the items that have not ended.
     *
     * @param results the result of each item, by its name
     * @throws io.github.kustomerconnector.call.KustomerException if a look-up or a request gets no answer
     */
    Step settle(Open open, Map<String, Json> results) {
        if (open.action() != BulkAction.DELETE && results.size() >= open.count() && isPlain(results)) {
            return plain(results);
        }
        Sorted sorted = new Sorted();
        for (BulkItem item : items.apply(open)) {
            sort(open, item, Optional.ofNullable(results.get(name(open, item))), sorted);
        }
        lookUpConflicts(sorted, results);
        Range repeat = new Range(open.from(), open.to(), false, open.attempt() + 1);
        Range first = new Range(open.from(), open.to(), false, 0);
        sender.send(
                BulkAction.UPDATE, sorted.updates, open.action() == BulkAction.UPDATE ? repeat : first, sorted.step);
        sender.send(
                plan.action() == BulkAction.UPSERT ? BulkAction.CREATE : open.action(),
                sorted.again,
                repeat,
                sorted.step);
        return sorted.step;
    }

    private static String name(Open open, BulkItem item) {
        return open.action() == BulkAction.DELETE ? item.id().orElse("") : item.clientRef();
    }

    /** Whether each item ended without an error, so that the items need not be read again. */
    private boolean isPlain(Map<String, Json> results) {
        return results.entrySet().stream()
                .allMatch(result -> result.getKey().matches("\\d{1,18}")
                        && status(result.getValue()).isPresent());
    }

    /**
     * Whether the error may come from the state of the record. An update that names a revision fails if the record
     * changed in between.
     */
    private boolean mayBeExisting(Open open, BulkItem item, BulkError error) {
        if (open.action() == BulkAction.CREATE) {
            return error.mayBeConflict();
        }
        String field = error.body().field();
        return readsFirst(item)
                && error.isConflict()
                && (field == null || field.equals("rev"))
                && open.attempt() + 1 < MOST_ATTEMPTS;
    }

    /** Whether the update of the item depends on the record. */
    private static boolean readsFirst(BulkItem item) {
        return !item.existing().lookups().isEmpty();
    }

    private Step plain(Map<String, Json> results) {
        Step step = Step.empty();
        results.forEach((name, result) -> step.ended().add(ended(Long.parseLong(name), result, Optional.empty())));
        return step;
    }

    private void sort(Open open, BulkItem item, Optional<Json> result, Sorted sorted) {
        Optional<Json> known =
                result.filter(value -> isError(value) || status(value).isPresent());
        if (known.isEmpty()) {
            missing(open, item, sorted);
        } else if (isError(known.get())) {
            failed(open, item, known.get(), sorted);
        } else {
            sorted.step.ended().add(ended(item.index(), known.get(), Optional.of(item)));
        }
    }

    private void failed(Open open, BulkItem item, Json result, Sorted sorted) {
        BulkError error = BulkError.of(result);
        if (plan.action() == BulkAction.DELETE && error.isAbsent()) {
            String id = item.id().orElse(null);
            sorted.step.ended().add(new ItemResult(item.index(), Status.DELETED, id, null));
        } else if (mayBeExisting(open, item, error)) {
            boolean isEnded = add(lookups.find(item), sorted);
            if (!isEnded && error.isConflict()) {
                sorted.conflicts.add(item);
            } else if (!isEnded) {
                sorted.step.ended().add(ended(item.index(), result, Optional.of(item)));
            }
        } else {
            sorted.step.ended().add(ended(item.index(), result, Optional.of(item)));
        }
    }

    /** A record that was just created may not be readable immediately. */
    private void lookUpConflicts(Sorted sorted, Map<String, Json> results) {
        if (!sorted.conflicts.isEmpty()) {
            session.pause(CreateExecution.READ_LAG);
        }
        for (BulkItem item : sorted.conflicts) {
            if (!add(lookups.find(item), sorted)) {
                Json result = results.getOrDefault(item.clientRef(), Json.NULL);
                sorted.step.ended().add(ended(item.index(), result, Optional.of(item)));
            }
        }
    }

    private void missing(Open open, BulkItem item, Sorted sorted) {
        boolean isLast = open.attempt() + 1 >= MOST_ATTEMPTS;
        boolean hasLookups = open.action() == BulkAction.CREATE || (readsFirst(item) && !isLast);
        if (hasLookups && add(lookups.find(item), sorted)) {
            return;
        }
        if (isLast) {
            String problem = "Kustomer ended " + MOST_ATTEMPTS + " requests without a result for the item";
            sorted.step.ended().add(ItemResult.error(item.index(), problem));
        } else {
            sorted.again.add(item);
        }
    }

    /** Whether the look-up shows what becomes of the item. */
    private static boolean add(Found found, Sorted sorted) {
        return switch (found) {
            case Found.Nothing nothing -> false;
            case Found.Ended ended -> sorted.step.ended().add(ended.result());
            case Found.Outdated outdated -> sorted.updates.add(outdated.item());
        };
    }

    /** @param item to redact the values of the item in its error; empty if it is not known */
    private ItemResult ended(long index, Json result, Optional<BulkItem> item) {
        Optional<String> id = result.field("objectId").flatMap(Json::text).filter(text -> text.matches("[\\w-]{1,64}"));
        return status(result)
                .map(status -> new ItemResult(index, status, id.orElse(null), null))
                .orElseGet(() -> ItemResult.error(index, text(result, item)));
    }

    private String text(Json result, Optional<BulkItem> item) {
        BulkAction action = plan.action() == BulkAction.UPSERT ? BulkAction.CREATE : plan.action();
        return session.itemError(
                plan.requests().send(action, item.map(List::of).orElse(List.of())),
                BulkError.of(result).body());
    }

    private static boolean isError(Json result) {
        return result.field("status").filter(status -> status.isText("error")).isPresent();
    }

    private Optional<Status> status(Json result) {
        return switch (result.field("status").flatMap(Json::text).orElse("")) {
            case "created" -> Optional.of(Status.CREATED);
            case "updated" -> Optional.of(plan.action() == BulkAction.DELETE ? Status.DELETED : Status.UPDATED);
            case "deleted" -> Optional.of(Status.DELETED);
            default -> Optional.empty();
        };
    }
}
