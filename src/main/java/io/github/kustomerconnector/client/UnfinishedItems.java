package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkPlan;
import io.github.kustomerconnector.call.BulkProgress.Open;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.client.BulkSender.Range;
import io.github.kustomerconnector.client.BulkState.Step;
import java.util.ArrayList;
import java.util.List;

/** The items of a request that ended before them. For one request. */
final class UnfinishedItems {

    /** The number of requests with an item that may end without its result. */
    static final int MOST_ATTEMPTS = 3;

    private final Open open;
    private final List<BulkItem> updates = new ArrayList<>();
    private final List<BulkItem> again = new ArrayList<>();
    private final List<Long> left = new ArrayList<>();
    private boolean hasWaited;
    private boolean isBlocked;

    UnfinishedItems(Open open) {
        this.open = open;
        this.hasWaited = open.hasWaited();
    }

    boolean isLastAttempt() {
        return open.attempt() + 1 >= MOST_ATTEMPTS;
    }

    /** Whether an item has to be sent. */
    boolean needsRequest() {
        return !updates.isEmpty() || !again.isEmpty();
    }

    /** The record of the item exists, and has to be updated, after an earlier item of the same record. */
    void update(BulkItem item) {
        if (updates.stream().anyMatch(earlier -> earlier.id().equals(item.id()))) {
            isBlocked = true;
            leave(item);
        } else {
            updates.add(item);
        }
    }

    /** Whether an item waits for the update of an earlier one, so that the look-ups of more items are too early. */
    boolean isBlocked() {
        return isBlocked;
    }

    /** Kustomer left the item out. */
    void sendAgain(BulkItem item) {
        again.add(item);
    }

    /** The item has to be looked up later, so the request stays open for it. */
    void leave(BulkItem item) {
        left.add(item.index());
    }

    /** The records that items conflict with had time to become readable. */
    void waited() {
        hasWaited = true;
    }

    /**
     * Sends the items again, and leaves those in doubt for a later task.
     *
     * @throws KustomerException if the step did nothing because of a temporary failure
     */
    void send(BulkPlan plan, BulkSender sender, Step step) {
        Range repeat = new Range(open.from(), open.to(), false, open.attempt() + 1);
        Range first = new Range(open.from(), open.to(), false, 0);
        boolean isCreate = plan.first() == BulkAction.CREATE;
        Range ofUpdates = open.action() == BulkAction.UPDATE ? repeat : first;
        leaveIfFailed(updates, step, () -> sender.send(BulkAction.UPDATE, updates, ofUpdates, step));
        BulkAction repeated = isCreate ? BulkAction.CREATE : open.action();
        leaveIfFailed(again, step, () -> sender.send(repeated, again, repeat, step));
        if (left.isEmpty()) {
            return;
        }
        if (step.isEmpty() && hasWaited == open.hasWaited()) {
            step.throwInterruption();
        }
        step.open(new Open(
                open.id(), open.from(), open.to(), left.size(), left, open.action(), open.attempt(), hasWaited));
    }

    /** The results of the other items count, even if no request gets an answer. */
    private void leaveIfFailed(List<BulkItem> items, Step step, Runnable send) {
        try {
            send.run();
        } catch (KustomerException e) {
            if (!e.failure().isTemporary() || step.isEmpty()) {
                throw e;
            }
            step.interrupt(e);
            items.forEach(this::leave);
        }
    }
}
