package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkPlan;
import io.github.kustomerconnector.call.BulkProgress.Open;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.ItemResult.Status;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.client.BulkLookups.Found;
import io.github.kustomerconnector.client.BulkState.Step;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the results of a request that ended into the results of its items. An item that was refused as a duplicate, or
 * has no result, is looked up. An item that Kustomer left out is sent again. If a look-up gets no answer, the request
 * stays open for the items that are left. For one request.
 */
final class BulkSettlement {

    private final RequestSession session;
    private final BulkPlan plan;
    private final BulkLookups lookups;
    private final ItemErrors errors;
    private final BulkResults results;
    private final Open open;
    private final UnfinishedItems unfinished;
    private final List<BulkItem> conflicts = new ArrayList<>();
    private final Step step = new Step();

    BulkSettlement(RequestSession session, BulkLookups lookups, BulkResults results) {
        this.session = session;
        this.plan = lookups.plan();
        this.lookups = lookups;
        this.errors = new ItemErrors(session, plan);
        this.results = results;
        this.open = results.open();
        this.unfinished = new UnfinishedItems(open);
    }

    /**
     * The results of the items, and the requests that were sent for the items that have not ended.
     *
     * @throws KustomerException if no item ended because a look-up or a request got no answer
     */
    Step settle(OpenItems items, BulkSender sender) {
        Optional<List<ItemResult>> plain = results.plain();
        if (plain.isPresent()) {
            plain.get().forEach(step::end);
            return step;
        }
        items.of(open).forEach(this::sort);
        lookUpConflicts();
        unfinished.send(plan, sender, step);
        return step;
    }

    private void sort(BulkItem item) {
        Optional<Json> result = results.of(item);
        if (result.isEmpty()) {
            missing(item);
        } else if (ItemErrors.isError(result.get())) {
            failed(item, result.get());
        } else {
            step.end(results.ended(item.index(), result.get()));
        }
    }

    private void failed(BulkItem item, Json result) {
        BulkError error = BulkError.of(result);
        if (plan.action() == BulkAction.DELETE && error.isAbsent()) {
            step.end(new ItemResult(item.index(), Status.DELETED, item.id().orElse(null), null));
        } else if (!mayBeExisting(item, error)) {
            step.end(errors.of(item, result));
        } else if (!lookUp(item)) {
            if (error.isConflict()) {
                conflicts.add(item);
            } else {
                step.end(errors.of(item, result));
            }
        }
    }

    /**
     * Whether the error may come from the state of the record. An update that names a revision fails if the record
     * changed in between.
     */
    private boolean mayBeExisting(BulkItem item, BulkError error) {
        if (open.action() == BulkAction.CREATE) {
            return error.mayBeConflict();
        }
        String field = error.body().field();
        return readsFirst(item)
                && error.isConflict()
                && (field == null || field.equals("rev"))
                && !unfinished.isLastAttempt();
    }

    /** Whether the update of the item depends on the record. */
    private static boolean readsFirst(BulkItem item) {
        return !item.existing().lookups().isEmpty();
    }

    /**
     * A record that was just created may not be readable immediately. After the pauses, one look-up of each item
     * suffices, also in a later task.
     */
    private void lookUpConflicts() {
        if (!open.hasWaited()) {
            for (Duration lag : List.of(CreateExecution.READ_LAG, CreateExecution.SECOND_READ_LAG)) {
                if (!conflicts.isEmpty()) {
                    session.pause(lag);
                    unfinished.waited();
                    conflicts.removeIf(this::lookUp);
                }
            }
        }
        conflicts.forEach(item -> step.end(errors.of(item, results.of(item).orElse(Json.NULL))));
    }

    private void missing(BulkItem item) {
        boolean isLast = unfinished.isLastAttempt();
        boolean hasLookups = open.action() == BulkAction.CREATE || (readsFirst(item) && !isLast);
        if (hasLookups && lookUp(item)) {
            return;
        }
        if (isLast) {
            String problem =
                    "Kustomer ended " + UnfinishedItems.MOST_ATTEMPTS + " requests without a result for the item";
            step.end(ItemResult.error(item.index(), problem));
        } else {
            unfinished.sendAgain(item);
        }
    }

    /**
     * False if there is no record. After a look-up without an answer, the items are left for a later task. So are they
     * if an earlier item needs one of the few requests that are left, or updates the same record.
     */
    private boolean lookUp(BulkItem item) {
        if (step.isInterrupted() || unfinished.isBlocked() || (unfinished.needsRequest() && lookups.areEnough())) {
            unfinished.leave(item);
            return true;
        }
        try {
            return isFound(item);
        } catch (KustomerException e) {
            if (!e.failure().isTemporary()) {
                throw e;
            }
            step.interrupt(e);
            unfinished.leave(item);
            return true;
        }
    }

    private boolean isFound(BulkItem item) {
        switch (lookups.find(item)) {
            case Found.Nothing nothing -> {
                return false;
            }
            case Found.Ended ended -> step.end(ended.result());
            case Found.Outdated outdated -> unfinished.update(outdated.item());
        }
        return true;
    }
}
