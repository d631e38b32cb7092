package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * The paths that meters tell apart: the first {@value #MOST} templates; each later one counts as {@value #OTHER}. A process puts
 * paths of the API together, and what is once a meter stays for good. Safe for use by many threads.
 */
final class PathTags {

    static final int MOST = 200;

    static final String OTHER = "other";

    private final ConcurrentMap<String, String> tags = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST);

    /** The tag of a path: its template, or {@value #OTHER}. */
    String of(Path path) {
        String template = path.template();
        String known = tags.get(template);
        if (known != null) {
            return known;
        }
        String added = tags.computeIfAbsent(template, unknown -> places.tryAcquire() ? unknown : null);
        return added == null ? OTHER : added;
    }
}
