package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkPlan;
import io.github.kustomerconnector.call.BulkProgress.Open;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.ItemResult.Status;
import io.github.kustomerconnector.call.KustomerException;
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
 * has no result, is looked up. An item that Kustomer left out is sent again. If a look-up gets no answer, the request
 * stays open for the items that are left. For one execution.
 */
final class BulkSettlement {

    /** The number of requests with an item that may end without its result. */
    private static final int MOST_ATTEMPTS = 3;

    private final RequestSession session;
    private final BulkPlan plan;
    private final BulkSender sender;
    private final BulkLookups lookups;
    private final ItemErrors errors;

    /** The items of a request. */
    private final Function<Open, List<BulkItem>> items;

    BulkSettlement(RequestSession session, BulkPlan plan, BulkSender sender, Function<Open, List<BulkItem>> items) {
        this.session = session;
        this.plan = plan;
        this.sender = sender;
        this.lookups = new BulkLookups(session, plan);
        this.errors = new ItemErrors(session, plan);
        this.items = items;
    }

    /** The items of one request while they are sorted. */
    private static final class Sorted {
        final Open open;
        final Step step = new Step();
        final List<BulkItem> updates = new ArrayList<>();
        final List<BulkItem> again = new ArrayList<>();
        final List<BulkItem> conflicts = new ArrayList<>();
        final List<Long> left = new ArrayList<>();

        Sorted(Open open) {
            this.open = open;
        }

        boolean isLastAttempt() {
            return open.attempt() + 1 >= MOST_ATTEMPTS;
        }
    }

    /**
     * The results of the items, and the requests that were sent for the items that have not ended.
     *
     * @param results the result of each item, by its name
     * @throws KustomerException if no item ended because a look-up or a request got no answer
     */
    Step settle(Open open, Map<String, Json> results) {
        Sorted sorted = new Sorted(open);
        if (open.action() != BulkAction.DELETE && open.only().isEmpty() && isPlain(open, results)) {
            results.forEach((name, result) -> sorted.step.end(ended(Long.parseLong(name), result)));
            return sorted.step;
        }
        for (BulkItem item : items.apply(open)) {
            sort(item, Optional.ofNullable(results.get(name(open, item))), sorted);
        }
        lookUpConflicts(sorted, results);
        sendUnfinished(sorted);
        return sorted.step;
    }

    private static String name(Open open, BulkItem item) {
        return open.action() == BulkAction.DELETE ? item.id().orElse("") : item.clientRef();
    }

    /** Whether each item ended without an error, so that the items need not be read again. */
    private boolean isPlain(Open open, Map<String, Json> results) {
        return results.size() == open.count()
                && results.entrySet().stream()
                        .allMatch(result -> result.getKey().matches("\\d{1,18}")
                                && status(result.getValue()).isPresent());
    }

    private void sendUnfinished(Sorted sorted) {
        Open open = sorted.open;
        Range repeat = new Range(open.from(), open.to(), false, open.attempt() + 1);
        Range first = new Range(open.from(), open.to(), false, 0);
        boolean isCreate = plan.first() == BulkAction.CREATE;
        sender.send(
                BulkAction.UPDATE, sorted.updates, open.action() == BulkAction.UPDATE ? repeat : first, sorted.step);
        sender.send(isCreate ? BulkAction.CREATE : open.action(), sorted.again, repeat, sorted.step);
        if (!sorted.left.isEmpty()) {
            if (sorted.step.isEmpty()) {
                sorted.step.throwInterruption();
            }
            sorted.step.open(new Open(
                    open.id(), open.from(), open.to(), sorted.left.size(), sorted.left, open.action(), open.attempt()));
        }
    }

    private void sort(BulkItem item, Optional<Json> result, Sorted sorted) {
        Optional<Json> known = result.filter(
                value -> ItemErrors.isError(value) || status(value).isPresent());
        if (known.isEmpty()) {
            missing(item, sorted);
        } else if (ItemErrors.isError(known.get())) {
            failed(item, known.get(), sorted);
        } else {
            sorted.step.end(ended(item.index(), known.get()));
        }
    }

    private void failed(BulkItem item, Json result, Sorted sorted) {
        BulkError error = BulkError.of(result);
        if (plan.action() == BulkAction.DELETE && error.isAbsent()) {
            sorted.step.end(
                    new ItemResult(item.index(), Status.DELETED, item.id().orElse(null), null));
        } else if (!mayBeExisting(item, error, sorted)) {
            sorted.step.end(errors.of(item, result));
        } else if (!lookUp(item, sorted)) {
            if (error.isConflict()) {
                sorted.conflicts.add(item);
            } else {
                sorted.step.end(errors.of(item, result));
            }
        }
    }

    /**
     * Whether the error may come from the state of the record. An update that names a revision fails if the record
     * changed in between.
     */
    private static boolean mayBeExisting(BulkItem item, BulkError error, Sorted sorted) {
        if (sorted.open.action() == BulkAction.CREATE) {
            return error.mayBeConflict();
        }
        String field = error.body().field();
        return readsFirst(item)
                && error.isConflict()
                && (field == null || field.equals("rev"))
                && !sorted.isLastAttempt();
    }

    /** Whether the update of the item depends on the record. */
    private static boolean readsFirst(BulkItem item) {
        return !item.existing().lookups().isEmpty();
    }

    /** A record that was just created may not be readable immediately. */
    private void lookUpConflicts(Sorted sorted, Map<String, Json> results) {
        if (!sorted.conflicts.isEmpty()) {
            session.pause(CreateExecution.READ_LAG);
        }
        for (BulkItem item : sorted.conflicts) {
            if (!lookUp(item, sorted)) {
                sorted.step.end(errors.of(item, results.getOrDefault(item.clientRef(), Json.NULL)));
            }
        }
    }

    private void missing(BulkItem item, Sorted sorted) {
        boolean isLast = sorted.isLastAttempt();
        boolean hasLookups = sorted.open.action() == BulkAction.CREATE || (readsFirst(item) && !isLast);
        if (hasLookups && lookUp(item, sorted)) {
            return;
        }
        if (isLast) {
            String problem = "Kustomer ended " + MOST_ATTEMPTS + " requests without a result for the item";
            sorted.step.end(ItemResult.error(item.index(), problem));
        } else {
            sorted.again.add(item);
        }
    }

    /** False if there is no record. After a look-up without an answer, the items are left for a later task. */
    private boolean lookUp(BulkItem item, Sorted sorted) {
        if (sorted.step.isInterrupted()) {
            return sorted.left.add(item.index());
        }
        try {
            return switch (lookups.find(item)) {
                case Found.Nothing nothing -> false;
                case Found.Ended ended -> {
                    sorted.step.end(ended.result());
                    yield true;
                }
                case Found.Outdated outdated -> sorted.updates.add(outdated.item());
            };
        } catch (KustomerException e) {
            if (!BulkLookups.isTemporary(e)) {
                throw e;
            }
            sorted.step.interrupt(e);
            return sorted.left.add(item.index());
        }
    }

    private ItemResult ended(long index, Json result) {
        Optional<String> id = result.field("objectId").flatMap(Json::text).filter(text -> text.matches("[\\w-]{1,64}"));
        return new ItemResult(index, status(result).orElseThrow(), id.orElse(null), null);
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
