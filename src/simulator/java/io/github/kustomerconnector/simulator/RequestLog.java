package io.github.kustomerconnector.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The request log: all requests in the order of their arrival. */
final class RequestLog {

    private final List<RecordedRequest> requests = new ArrayList<>();
    private final List<RecordedRequest> unexpected = new ArrayList<>();
    private int cleared;

    /**
     * Adds a request.
     *
     * @return the number with which {@link #amend} finds it
     */
    synchronized int add(RecordedRequest request) {
        requests.add(request);
        return cleared + requests.size() - 1;
    }

    /** Replaces the entry of a request, for example to add its body. Does nothing if the log was cleared since. */
    synchronized void amend(int number, UnaryOperator<RecordedRequest> amendment) {
        int index = number - cleared;
        if (index >= 0) {
            requests.set(index, amendment.apply(requests.get(index)));
        }
    }

    synchronized void addUnexpected(RecordedRequest request) {
        unexpected.add(request);
    }

    synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized List<RecordedRequest> unexpected() {
        return List.copyOf(unexpected);
    }

    synchronized void clear() {
        cleared += requests.size();
        requests.clear();
        unexpected.clear();
    }
}
