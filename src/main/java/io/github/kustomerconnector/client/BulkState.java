package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkProgress;
import io.github.kustomerconnector.call.BulkProgress.Open;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.ItemResult.Status;
import io.github.kustomerconnector.call.KustomerException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The progress of a bulk while a task changes it. For one execution. */
final class BulkState {

    /** What one step did. */
    static final class Step {

        /** The results of the items that ended. */
        private final List<ItemResult> ended = new ArrayList<>();

        /** The requests that Kustomer accepted, or whose results are not all read. */
        private final List<Open> opened = new ArrayList<>();

        private @Nullable KustomerException interruption;

        void end(ItemResult result) {
            ended.add(result);
        }

        void open(Open request) {
            opened.add(request);
        }

        /** The last request that Kustomer accepted; empty if there is none. */
        Optional<Open> lastOpened() {
            return opened.isEmpty() ? Optional.empty() : Optional.of(opened.getLast());
        }

        /** A temporary failure ended the step early. What it did before counts. */
        void interrupt(KustomerException problem) {
            interruption = problem;
        }

        boolean isInterrupted() {
            return interruption != null;
        }

        /** Whether the step did nothing. */
        boolean isEmpty() {
            return ended.isEmpty() && opened.isEmpty();
        }

        /** @throws KustomerException if a temporary failure ended the step early */
        void throwInterruption() {
            if (interruption != null) {
                throw interruption;
            }
        }
    }

    private final BulkProgress before;
    private final Map<Status, Long> counts = new EnumMap<>(Status.class);
    private final List<Open> open;
    private final List<ItemResult> results;
    private final List<ItemResult> failures;
    private long next;
    private OptionalLong total;

    BulkState(BulkProgress progress) {
        before = progress;
        next = progress.next();
        total = progress.total();
        counts.putAll(progress.counts());
        open = new ArrayList<>(progress.open());
        results = new ArrayList<>(progress.results());
        failures = new ArrayList<>(progress.failures());
    }

    /** The progress now. */
    BulkProgress progress() {
        return new BulkProgress(next, total, counts, open, results, failures, before.documents());
    }

    long next() {
        return next;
    }

    OptionalLong total() {
        return total;
    }

    /** The requests that Kustomer may still carry out, in the order of their items. */
    List<Open> open() {
        return List.copyOf(open);
    }

    boolean isComplete() {
        return progress().isComplete();
    }

    /** The items up to {@code end} were read, and those that are valid were sent. */
    void sent(long end, Step step) {
        next = end;
        add(step, open.size());
    }

    /** The first request ended. Those that follow from it take its place, so that they end before later look-ups. */
    void settled(Step step) {
        open.removeFirst();
        add(step, 0);
    }

    /** The number of items is known. */
    void counted(long items) {
        total = OptionalLong.of(items);
    }

    private void add(Step step, int place) {
        open.addAll(place, step.opened);
        for (ItemResult result : step.ended) {
            counts.merge(result.status(), 1L, Long::sum);
            results.add(result);
            if (result.status() == Status.ERROR && failures.size() < BulkProgress.MOST_FAILURES) {
                failures.add(result);
            }
        }
    }
}
