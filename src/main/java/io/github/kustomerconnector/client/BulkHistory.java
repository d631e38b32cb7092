package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkProgress;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The progress of the bulks that this process worked on lately, by task. A redelivered job goes on from it, so that it
 * sends nothing twice. Another process sends the items of the job again, which the identities of the items make safe.
 */
final class BulkHistory {

    private final BoundedMap<Identity, BulkProgress> entries;
    private final EndedBulks ended;
    private final Set<Identity> running = ConcurrentHashMap.newKeySet();

    /** @param capacity the maximum number of tasks */
    BulkHistory(int capacity) {
        entries = new BoundedMap<>(capacity);
        ended = new EndedBulks(capacity);
    }

    /** The result of the execution; runs one at a time for each task. */
    CallResult.BulkPart once(Call.Bulk call, Supplier<CallResult.BulkPart> execution) {
        if (!running.add(call.task())) {
            throw new KustomerException(new Failure.Unavailable(
                    FailureDetails.of(call.request()),
                    "Nothing was sent: an earlier delivery of the same bulk still runs",
                    null));
        }
        try {
            return execution.get();
        } finally {
            running.remove(call.task());
        }
    }

    /** The last progress that this process made on a task with its inputs; empty if it made none. */
    Optional<BulkProgress> progress(Identity task) {
        return entries.get(task);
    }

    /** The bulks that this process saw at their end. */
    EndedBulks ended() {
        return ended;
    }

    void remember(Identity task, BulkProgress now) {
        entries.put(task, now, before -> now);
    }
}
