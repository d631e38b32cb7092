package io.github.kustomerconnector.simulator;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The latest requests by their numbers. Older ones are dropped if there are too many or they are too long. */
final class LoggedRequests {

    /** The maximum length of all requests together: addresses, headers and bodies. */
    static final int MAX_CHARACTERS = 128 * 1024 * 1024;

    /** The memory of a request without its characters, in bytes, as measured with those of the JDK's client. */
    private static final int REQUEST = 4_000;

    private final Map<Integer, RecordedRequest> requests = new LinkedHashMap<>();
    private final Settings settings;
    private final int parts;
    private long characters;

    /** @param parts the requests take at most one part of so many of the memory */
    LoggedRequests(Settings settings, int parts) {
        this.settings = settings;
        this.parts = parts;
    }

    Optional<RecordedRequest> find(int number) {
        return Optional.ofNullable(requests.get(number));
    }

    /** Adds a request, or replaces the one with this number. The latest request stays in any case. */
    void put(int number, RecordedRequest request) {
        RecordedRequest replaced = requests.put(number, request);
        characters += length(request) - (replaced == null ? 0 : length(replaced));
        Iterator<RecordedRequest> oldest = requests.values().iterator();
        while (requests.size() > settings.values().maxRequests || (isTooLarge() && requests.size() > 1)) {
            characters -= length(oldest.next());
            oldest.remove();
        }
    }

    private boolean isTooLarge() {
        long memory = characters + (long) REQUEST * requests.size();
        return characters > MAX_CHARACTERS || memory > settings.values().memory / parts;
    }

    List<RecordedRequest> all() {
        return List.copyOf(requests.values());
    }

    void clear() {
        requests.clear();
        characters = 0;
    }

    private static long length(RecordedRequest request) {
        long headers = 0;
        for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
            headers += header.getKey().length();
            for (String value : header.getValue()) {
                headers += value.length();
            }
        }
        return headers + request.target().length() + request.body().length();
    }
}
