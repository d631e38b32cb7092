package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkPlan;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.client.BulkLookups.Found;
import io.github.kustomerconnector.client.BulkReader.Read;
import io.github.kustomerconnector.client.BulkSender.Range;
import io.github.kustomerconnector.client.BulkState.Step;
import io.github.kustomerconnector.http.RequestSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Divides the items into requests, and sends one after the other. For one execution. */
final class BulkChunks {

    /** The maximum number of items that are read for one request. The rest of them is invalid. */
    private static final int MOST_READ = 1000;

    private final BulkPlan plan;
    private final BulkSender sender;
    private final BulkLookups lookups;

    BulkChunks(RequestSession session, BulkPlan plan, BulkSender sender) {
        this.plan = plan;
        this.sender = sender;
        this.lookups = new BulkLookups(session, plan);
    }

    /**
     * Reads the next items and sends those that are valid.
     *
     * @param step gets the results of the others
     */
    void sendNext(BulkReader reader, Step step) {
        long from = reader.position();
        List<BulkItem> items = read(reader, step);
        Range range = new Range(from, reader.position(), true, 0);
        boolean readsFirst = plan.first() == BulkAction.UPDATE
                && items.stream().anyMatch(item -> !item.existing().lookups().isEmpty());
        if (plan.looksUpFirst() || readsFirst) {
            sendUnknown(items, range.partial(), step);
        } else {
            sender.send(plan.first(), items, range, step);
        }
    }

    private List<BulkItem> read(BulkReader reader, Step step) {
        List<BulkItem> items = new ArrayList<>();
        Set<Identity> identities = new HashSet<>();
        int bytes = 0;
        for (int number = 0; number < MOST_READ; number++) {
            Optional<Read> next = reader.peek();
            if (next.isEmpty()) {
                break;
            }
            switch (next.get()) {
                case Read.Invalid invalid -> step.ended().add(invalid.result());
                case Read.Valid valid -> {
                    bytes += BulkSender.size(valid.item());
                    boolean isFull = items.size() == BulkPlan.MOST_ITEMS || bytes > BulkPlan.MOST_BYTES;
                    boolean isRepeated = plan.looksUpFirst()
                            && !identities.add(valid.item().existing().identity());
                    if ((isFull || isRepeated) && !items.isEmpty()) {
                        return items;
                    }
                    items.add(valid.item());
                }
            }
            reader.next();
        }
        return items;
    }

    /** Looks each item up. Sends the items without a record, and updates or counts the others. */
    private void sendUnknown(List<BulkItem> items, Range range, Step step) {
        List<BulkItem> creates = new ArrayList<>();
        List<BulkItem> updates = new ArrayList<>();
        for (BulkItem item : items) {
            boolean isUpdate = plan.first() == BulkAction.UPDATE;
            switch (lookups.findForCertain(item)) {
                case Found.Nothing nothing when isUpdate && item.existing().lookups().isEmpty() -> updates.add(item);
                case Found.Nothing nothing when isUpdate ->
                    step.ended().add(ItemResult.error(item.index(), "There is no record with this ID"));
                case Found.Nothing nothing -> creates.add(item);
                case Found.Ended ended -> step.ended().add(ended.result());
                case Found.Outdated outdated -> updates.add(outdated.item());
            }
        }
        sender.send(BulkAction.CREATE, creates, range, step);
        sender.send(BulkAction.UPDATE, updates, range, step);
    }
}
