package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkPlan;
import io.github.kustomerconnector.call.BulkProgress.Open;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.client.BulkState.Step;
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Resource;
import java.util.ArrayList;
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

    /**
     * The items of a request that this execution sent.
     *
     * @param id of the bulk
     */
    Optional<List<BulkItem>> items(String id) {
        return sent.get(id);
    }

    /**
     * Sends items, in several requests if they are too large for one. Kustomer may refuse a whole request because of
     * one item; then each half is sent alone.
     *
     * @param step gets the requests that Kustomer accepted, and the results of items that it refused
     * @throws KustomerException if a request gets no answer, or is refused for a reason that is not one of its items
     */
    void send(BulkAction action, List<BulkItem> items, Range range, Step step) {
        List<BulkItem> part = new ArrayList<>();
        int bytes = 0;
        for (BulkItem item : items) {
            int size = size(item);
            if (!part.isEmpty() && (part.size() == BulkPlan.MOST_ITEMS || bytes + size > BulkPlan.MOST_BYTES)) {
                sendPart(action, part, range.partial(), step);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(item);
            bytes += size;
        }
        if (!part.isEmpty()) {
            sendPart(action, part, part.size() == items.size() ? range : range.partial(), step);
        }
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

    private void sendPart(BulkAction action, List<BulkItem> items, Range range, Step step) {
        Request request = plan.requests().send(action, items);
        switch (session.send(request, Reading.RECORD)) {
            case Verdict.Done<Resource> done -> opened(done.content().id(), action, items, range, step);
            case Verdict.Absent<Resource> absent -> throw Failure.notFound(absent.failure());
            case Verdict.NotDone<Resource> other -> {
                if (!(other.failure() instanceof Failure.Rejected rejected)
                        || !OF_ITEMS.contains(rejected.details().status())) {
                    throw other.exception();
                }
                refused(action, items, range, step, rejected);
            }
        }
    }

    private void opened(String id, BulkAction action, List<BulkItem> items, Range range, Step step) {
        List<Long> only = range.isWhole()
                ? List.of()
                : items.stream().map(BulkItem::index).toList();
        step.open(new Open(id, range.from(), range.to(), items.size(), only, action, range.attempt()));
        sent.put(id, List.copyOf(items), before -> before);
    }

    private void refused(BulkAction action, List<BulkItem> items, Range range, Step step, Failure.Rejected refusal) {
        if (items.size() == 1) {
            step.end(ItemResult.error(items.getFirst().index(), refusal.message()));
            return;
        }
        int half = items.size() / 2;
        sendPart(action, items.subList(0, half), range.partial(), step);
        sendPart(action, items.subList(half, items.size()), range.partial(), step);
    }
}
