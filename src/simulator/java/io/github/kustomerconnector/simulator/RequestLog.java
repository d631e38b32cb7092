package io.github.kustomerconnector.simulator;

import java.util.List;
import java.util.function.UnaryOperator;

/** The request log: the latest requests in the order of their arrival, and those that Kustomer does not know. */
final class RequestLog {

    private final LoggedRequests requests;
    private final LoggedRequests unexpected;
    private int next;
    private int nextUnexpected;

    RequestLog(Settings settings) {
        requests = new LoggedRequests(settings, 8);
        unexpected = new LoggedRequests(settings, 16);
    }

    /**
     * Adds a request.
     *
     * @return the number with which {@link #amend} finds it
     */
    synchronized int add(RecordedRequest request) {
        requests.put(next, request);
        return next++;
    }

    /** Replaces the entry of a request, for example to add its body. Does nothing if the log no longer has it. */
    synchronized void amend(int number, UnaryOperator<RecordedRequest> amendment) {
        requests.find(number).ifPresent(recorded -> requests.put(number, amendment.apply(recorded)));
    }

    synchronized void addUnexpected(RecordedRequest request) {
        unexpected.put(nextUnexpected++, request);
    }

    synchronized List<RecordedRequest> requests() {
        return requests.all();
    }

    synchronized List<RecordedRequest> unexpected() {
        return unexpected.all();
    }

    synchronized void clear() {
        requests.clear();
        unexpected.clear();
    }
}
