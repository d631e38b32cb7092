package io.github.kustomerconnector.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The request log: the latest requests in the order of their arrival. Older ones are dropped. */
final class RequestLog {

    /** The maximum length of all bodies in the log together. */
    static final int MAX_CHARACTERS = 128 * 1024 * 1024;

    private final Map<Integer, RecordedRequest> requests = new LinkedHashMap<>();
    private final List<RecordedRequest> unexpected = new ArrayList<>();
    private final Settings settings;
    private int next;
    private long characters;

    RequestLog(Settings settings) {
        this.settings = settings;
    }

    /**
     * Adds a request.
     *
     * @return the number with which {@link #amend} finds it
     */
    synchronized int add(RecordedRequest request) {
        put(next, request);
        return next++;
    }

    /** Replaces the entry of a request, for example to add its body. Does nothing if the log no longer has it. */
    synchronized void amend(int number, UnaryOperator<RecordedRequest> amendment) {
        RecordedRequest recorded = requests.get(number);
        if (recorded != null) {
            put(number, amendment.apply(recorded));
        }
    }

    private void put(int number, RecordedRequest request) {
        RecordedRequest replaced = requests.put(number, request);
        characters += request.body().length()
                - (replaced == null ? 0 : replaced.body().length());
        Iterator<RecordedRequest> oldest = requests.values().iterator();
        while (requests.size() > settings.values().maxRequests || (characters > MAX_CHARACTERS && requests.size() > 1)) {
            characters -= oldest.next().body().length();
            oldest.remove();
        }
    }

    synchronized void addUnexpected(RecordedRequest request) {
        if (unexpected.size() >= settings.values().maxRequests) {
            unexpected.removeFirst();
        }
        unexpected.add(request);
    }

    synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests.values());
    }

    synchronized List<RecordedRequest> unexpected() {
        return List.copyOf(unexpected);
    }

    synchronized void clear() {
        requests.clear();
        unexpected.clear();
        characters = 0;
    }
}
