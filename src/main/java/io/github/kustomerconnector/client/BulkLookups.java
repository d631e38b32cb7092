package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkPlan;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.ItemResult.Status;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.client.LookupRunner.Match;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Looks up the records of single items. For one execution. */
final class BulkLookups {

    /** The record of an item, if there is one. */
    sealed interface Found {

        /** There is no record. */
        record Nothing() implements Found {}

        /** The item ended. */
        record Ended(ItemResult result) implements Found {}

        /** There is a record to update; {@code item} is the update. */
        record Outdated(BulkItem item) implements Found {}
    }

    private final RequestSession session;
    private final BulkPlan plan;
    private final BooleanSupplier isCautious;

    /** @param isCautious whether an item that was looked up must be sent before the next one is looked up */
    BulkLookups(RequestSession session, BulkPlan plan, BooleanSupplier isCautious) {
        this.session = session;
        this.plan = plan;
        this.isCautious = isCautious;
    }

    BulkPlan plan() {
        return plan;
    }

    /** Whether the items that were looked up must be sent now, because each later task would look them up again. */
    boolean areEnough() {
        return isCautious.getAsBoolean() || session.hasFewRequestsLeft();
    }

    /**
     * Looks the record of an item up. A refused look-up finds nothing.
     *
     * @throws KustomerException if a look-up gets no answer
     */
    Found find(BulkItem item) {
        return find(item, false);
    }

    /** As {@link #find}, but a refused look-up is an error of the item, as nothing else prevents a second record. */
    Found findForCertain(BulkItem item) {
        return find(item, true);
    }

    private Found find(BulkItem item, boolean isCertain) {
        BulkItem.Existing existing = item.existing();
        if (existing.lookups().isEmpty()) {
            return new Found.Nothing();
        }
        if (session.remaining().isNegative()) {
            throw new KustomerException(new Failure.Unavailable(
                    FailureDetails.of(plan.requests().state("0")), "The time of the job is over", null));
        }
        try {
            LookupRunner runner = new LookupRunner(
                    session,
                    plan.requests().send(BulkAction.CREATE, List.of(item)),
                    existing.lookups(),
                    existing.foreign());
            Optional<Match> match = isCertain ? runner.findForCertain() : runner.find();
            return match.map(Match::resource)
                    .filter(found -> isUsable(item, found))
                    .map(found -> found(item, found))
                    .orElseGet(Found.Nothing::new);
        } catch (KustomerException e) {
            if (isOfItem(e.failure())) {
                return new Found.Ended(
                        ItemResult.error(item.index(), e.failure().message()));
            }
            throw e;
        }
    }

    /** Whether the look-up failed because of the item, so that other items may succeed. */
    private static boolean isOfItem(Failure failure) {
        return failure instanceof Failure.Duplicate
                || failure instanceof Failure.Rejected
                || failure instanceof Failure.InvalidInput;
    }

    /** A deleted record is none, unless the item itself created it, or is an update that deletes or restores it. */
    private boolean isUsable(BulkItem item, Resource found) {
        return !found.isDeleted()
                || item.existing().own().test(found)
                || (plan.first() == BulkAction.UPDATE && item.content().has(UpdateExecution.DELETED));
    }

    private Found found(BulkItem item, Resource resource) {
        if (item.existing().own().test(resource)) {
            return ended(item, Status.CREATED, resource);
        }
        if (plan.action() == BulkAction.CREATE) {
            return ended(item, Status.EXISTING, resource);
        }
        return item.existing()
                .update()
                .apply(resource)
                .<Found>map(update -> new Found.Outdated(new BulkItem(
                        item.index(),
                        Json.object(Map.of("id", Json.of(resource.id()))).with(update),
                        item.existing())))
                .orElseGet(() -> ended(item, Status.EXISTING, resource));
    }

    private static Found ended(BulkItem item, Status status, Resource resource) {
        return new Found.Ended(new ItemResult(item.index(), status, resource.id(), null));
    }
}
