package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last {@value #KEPT} requests, for the page. */
final class RequestTraces {

    private static final int KEPT = 200;

    private final Deque<RequestTrace> newestFirst = new ArrayDeque<>();
    private int count;

    synchronized RequestTrace begin(RecordedRequest request) {
        count++;
        RequestTrace trace = new RequestTrace(count, request);
        newestFirst.addFirst(trace);
        if (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
        return trace;
    }

    /** Newest first. */
    synchronized List<ObjectNode> json() {
        return newestFirst.stream().map(RequestTrace::json).toList();
    }

    synchronized int count() {
        return count;
    }

    synchronized void clear() {
        newestFirst.clear();
        count = 0;
    }
}
