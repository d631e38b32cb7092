package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkPlan;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.client.BulkLookups.Found;
import io.github.kustomerconnector.client.BulkReader.Read;
import io.github.kustomerconnector.client.BulkSender.Range;
import io.github.kustomerconnector.client.BulkState.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Divides the items into requests, and sends one after the other. For one execution. */
final class BulkChunks {

    /** The maximum number of items that are read for one request. The rest of them is invalid. */
    private static final int MOST_READ = 1000;

    private final BulkPlan plan;
    private final BulkSender sender;
    private final BulkLookups lookups;
    private final BooleanSupplier hasOpen;

    /** @param hasOpen whether there are requests that Kustomer may still carry out */
    BulkChunks(BulkSender sender, BulkLookups lookups, BooleanSupplier hasOpen) {
        this.plan = lookups.plan();
        this.sender = sender;
        this.lookups = lookups;
        this.hasOpen = hasOpen;
    }

    /**
     * Whether the earlier requests have to end first. Where Kustomer refuses neither a second record nor an outdated
     * update, a look-up must find what they do.
     */
    boolean mustWait(Read next) {
        return plan.looksUpFirst()
                && hasOpen.getAsBoolean()
                && next instanceof Read.Valid valid
                && !valid.item().existing().lookups().isEmpty();
    }

    /**
     * Reads the next items and sends those that are valid.
     *
     * @param step gets the results of the others
     */
    void sendNext(BulkReader reader, Step step) {
        long from = reader.position();
        Chunk chunk = new Chunk();
        for (int number = 0; number < MOST_READ && !chunk.isFull(reader.peek()); number++) {
            if (!add(reader.peek().orElseThrow(), chunk, step)) {
                break;
            }
            reader.next();
        }
        Range range = new Range(from, reader.position(), !chunk.isDivided, 0);
        sender.send(plan.first(), chunk.items, range, step);
        sender.send(BulkAction.UPDATE, chunk.updates, range.partial(), step);
    }

    /** False if the item has to wait, because its look-up got no answer. */
    private boolean add(Read read, Chunk chunk, Step step) {
        switch (read) {
            case Read.Invalid invalid -> step.end(invalid.result());
            case Read.Valid valid -> {
                try {
                    add(valid.item(), chunk, step);
                } catch (KustomerException e) {
                    if (!e.failure().isTemporary() || (chunk.isEmpty() && step.isEmpty())) {
                        throw e;
                    }
                    step.interrupt(e);
                    return false;
                }
            }
        }
        return true;
    }

    /** Looks the item up if nothing else prevents a second record, or if the update depends on the record. */
    private void add(BulkItem item, Chunk chunk, Step step) {
        boolean isUpdate = plan.first() == BulkAction.UPDATE;
        if (isUpdate ? item.existing().lookups().isEmpty() : !plan.looksUpFirst()) {
            chunk.add(item);
            return;
        }
        chunk.isDivided = true;
        switch (lookups.findForCertain(item)) {
            case Found.Nothing nothing -> {
                if (isUpdate) {
                    step.end(ItemResult.error(item.index(), "There is no record with this ID"));
                } else {
                    chunk.add(item);
                }
            }
            case Found.Ended ended -> step.end(ended.result());
            case Found.Outdated outdated -> chunk.update(outdated.item());
        }
    }

    /** The items of the next request. */
    private final class Chunk {

        private final List<BulkItem> items = new ArrayList<>();
        private final List<BulkItem> updates = new ArrayList<>();
        private final Set<Identity> identities = new HashSet<>();
        private int bytes;
        private boolean isDivided;

        void add(BulkItem item) {
            items.add(item);
            count(item);
        }

        void update(BulkItem item) {
            updates.add(item);
            count(item);
        }

        private void count(BulkItem item) {
            bytes += BulkSender.size(item);
            identities.add(item.existing().identity());
        }

        boolean isEmpty() {
            return items.isEmpty() && updates.isEmpty();
        }

        /**
         * Whether the next item belongs to the next request. A second item of the same identity finds the first.
         */
        boolean isFull(Optional<Read> next) {
            if (next.isEmpty() || mustWait(next.get())) {
                return true;
            }
            if (isEmpty() || !(next.get() instanceof Read.Valid valid)) {
                return false;
            }
            BulkItem item = valid.item();
            return (isDivided && lookups.areEnough())
                    || items.size() + updates.size() == BulkPlan.MOST_ITEMS
                    || bytes + BulkSender.size(item) > BulkPlan.MOST_BYTES
                    || (plan.looksUpFirst()
                            && identities.contains(item.existing().identity()));
        }
    }
}
