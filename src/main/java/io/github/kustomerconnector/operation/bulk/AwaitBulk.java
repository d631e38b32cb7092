package io.github.kustomerconnector.operation.bulk;

import io.github.kustomerconnector.call.BulkProgress;
import io.github.kustomerconnector.call.BulkSource;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with a bulk that {@link RunBulk} began: reads results, and sends the items that were not sent yet. For a loop
 * with a timer. A complete bulk makes no request.
 */
public record AwaitBulk(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable AwaitFields bulk,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.BulkPart> {

    /** The role that each bulk needs. The other roles depend on the records and the action. */
    public static List<Role> roles() {
        return List.of(BulkApi.READ);
    }

    @Override
    public Call.Bulk call(TaskIdentity task) {
        AwaitFields given = bulk == null ? new AwaitFields(null, null, null) : bulk;
        GivenProgress progress = GivenProgress.of(given.progress());
        BulkProgress start = progress.progress();
        BulkTask begun = progress.task();
        BulkSource source = BulkItems.source(given.items());
        refuseOtherItems(source, start);
        refuseOtherOrder(source, begun);
        return new Call.Bulk(
                task.derived(),
                begun.plan(task.namespace()),
                source,
                start,
                BulkItems.longestWait(given.waitSeconds()),
                TimeoutOptions.timeout(options));
    }

    private static void refuseOtherItems(BulkSource source, BulkProgress start) {
        boolean isOther = source instanceof BulkSource.Listed listed
                && start.total().isPresent()
                && start.total().getAsLong() != listed.items().size();
        if (isOther) {
            throw Failure.invalid(
                    BulkItems.ITEMS,
                    "must be the same items as in Run Kustomer Bulk, which had "
                            + start.total().getAsLong());
        }
    }

    private static void refuseOtherOrder(BulkSource source, BulkTask begun) {
        String items = ItemsFingerprint.of(source, begun.key());
        if (items != null && begun.items() != null && !items.equals(begun.items())) {
            throw Failure.invalid(BulkItems.ITEMS, "must be the same items as in Run Kustomer Bulk, in the same order");
        }
    }

    @Override
    public BulkResult result(CallResult.BulkPart result) {
        return BulkResult.of(result);
    }
}
