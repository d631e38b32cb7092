package io.github.kustomerconnector.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The requests in the order in which they came. */
final class Journal {

    private final List<RecordedRequest> requests = new ArrayList<>();
    private final List<RecordedRequest> unexpected = new ArrayList<>();
    private int cleared;

    /** Yields a number by which the request can be amended. */
    synchronized int add(RecordedRequest request) {
        requests.add(request);
        return cleared + requests.size() - 1;
    }

    /** Puts in what has become known of a request, unless the journal was cleared since. */
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
