package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkPlan;
import io.github.kustomerconnector.call.BulkProgress.Open;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.client.BulkState.Step;
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends items in requests that Kustomer accepts. For one execution. */
final class BulkSender {

    /** The statuses of a request that may be accepted without one of its items. */
    private static final Set<Integer> OF_ITEMS = Set.of(400, 413, 422);

    /** The length of the item's name and of the characters around it, with room to spare. */
    private static final int NAME_BYTES = 64;

    /** The items of requests that this execution sent, so that they need not be read again. */
    private final BoundedMap<String, List<BulkItem>> sent = new BoundedMap<>(8);

    private final Set<String> accepted = new HashSet<>();

    private final RequestSession session;
    private final BulkPlan plan;

    BulkSender(RequestSession session, BulkPlan plan) {
        this.session = session;
        this.plan = plan;
    }

    /** The size of an item in a request, in bytes. */
    static int size(BulkItem item) {
        return item.content().toBytes().length + NAME_BYTES;
    }

    /** Whether this execution sent the bulk, so that it most likely ends soon. */
    boolean hasSent(String id) {
        return accepted.contains(id);
    }

    /**
     * The items of a request that this execution sent lately.
     *
     * @param id of the bulk
     */
    Optional<List<BulkItem>> items(String id) {
        return sent.get(id);
    }

    /**
     * Sends items, in several requests if they are too large for one. Kustomer may refuse a whole request because of
     * one item; then each half is sent alone. If a later request of the step fails, its items are left for a later
     * task, because a repeat of the accepted ones could make second records.
     *
     * @param step gets the requests that Kustomer accepted, and the results of items that it refused
     * @throws KustomerException if the first request of the step gets no answer, or is refused for a reason that is not
     *     one of its items
     */
    void send(BulkAction action, List<BulkItem> items, Range range, Step step) {
        Deque<List<BulkItem>> waiting = new ArrayDeque<>(parts(items));
        try {
            while (!waiting.isEmpty()) {
                List<BulkItem> part = waiting.getFirst();
                Range sent = part.size() == items.size() ? range : range.partial();
                Optional<Open> opened = sendPart(action, part, sent, step);
                waiting.removeFirst();
                if (opened.isEmpty() && part.size() > 1) {
                    waiting.addFirst(part.subList(part.size() / 2, part.size()));
                    waiting.addFirst(part.subList(0, part.size() / 2));
                }
            }
        } catch (KustomerException e) {
            step.open(left(step.lastOpened().orElseThrow(() -> e), waiting));
            step.interrupt(e);
        }
    }

    /** The items in requests of the size that Kustomer accepts. */
    private static List<List<BulkItem>> parts(List<BulkItem> items) {
        List<List<BulkItem>> parts = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < items.size(); i++) {
            int size = size(items.get(i));
            if (i > from && (i - from == BulkPlan.MOST_ITEMS || bytes + size > BulkPlan.MOST_BYTES)) {
                parts.add(items.subList(from, i));
                from = i;
                bytes = 0;
            }
            bytes += size;
        }
        if (from < items.size()) {
            parts.add(items.subList(from, items.size()));
        }
        return parts;
    }

    /** The items that were not sent, as items without a result of a request that Kustomer accepted. */
    private static Open left(Open accepted, Deque<List<BulkItem>> waiting) {
        List<Long> indexes =
                waiting.stream().flatMap(List::stream).map(BulkItem::index).toList();
        return new Open(
                accepted.id(),
                accepted.from(),
                accepted.to(),
                indexes.size(),
                indexes,
                accepted.action(),
                Math.max(0, accepted.attempt() - 1),
                false);
    }

    /**
     * The range of the items of a request.
     *
     * @param isWhole whether the request has all valid items of the range
     * @param attempt the number of earlier requests with the same items that ended without results
     */
    record Range(long from, long to, boolean isWhole, int attempt) {
        Range partial() {
            return new Range(from, to, false, attempt);
        }
    }

    /** The request that Kustomer accepted; empty if the items were refused. A single item then ends. */
    private Optional<Open> sendPart(BulkAction action, List<BulkItem> items, Range range, Step step) {
        return switch (verdict(action, items)) {
            case Verdict.Done<Resource> done ->
                Optional.of(opened(done.content().id(), action, items, range, step));
            case Verdict.Absent<Resource> absent -> throw Failure.notFound(absent.failure());
            case Verdict.NotDone<Resource> other -> {
                if (!isOfItems(other.failure())) {
                    throw other.exception();
                }
                if (items.size() == 1) {
                    step.end(ItemResult.error(
                            items.getFirst().index(), other.failure().message()));
                }
                yield Optional.empty();
            }
        };
    }

    /** The connector itself refuses to send an item that contains the API key. */
    private Verdict<Resource> verdict(BulkAction action, List<BulkItem> items) {
        try {
            return session.sendWithWholeTime(plan.requests().send(action, items), Reading.RECORD);
        } catch (KustomerException e) {
            if (e.failure() instanceof Failure.InvalidInput) {
                return new Verdict.Refused<>(e.failure());
            }
            throw e;
        }
    }

    private static boolean isOfItems(Failure failure) {
        return failure instanceof Failure.InvalidInput
                || (failure instanceof Failure.Rejected rejected
                        && OF_ITEMS.contains(rejected.details().status()));
    }

    private Open opened(String id, BulkAction action, List<BulkItem> items, Range range, Step step) {
        List<Long> only = range.isWhole()
                ? List.of()
                : items.stream().map(BulkItem::index).toList();
        Open open = new Open(id, range.from(), range.to(), items.size(), only, action, range.attempt(), false);
        step.open(open);
        accepted.add(id);
        sent.put(id, List.copyOf(items), before -> before);
        return open;
    }
}
