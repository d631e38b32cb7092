package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * The path tags of meters: the first {@value #MAX_TAGS} path templates. Each later template has the tag
 * {@value #OTHER}, because a process can build any number of paths and a registry never removes a meter. Safe for use
 * by many threads.
 */
final class PathTags {

    static final int MAX_TAGS = 200;

    static final String OTHER = "other";

    private final ConcurrentMap<String, String> tags = new ConcurrentHashMap<>();
    private final Semaphore free = new Semaphore(MAX_TAGS);

    /** The tag of a path: its template, or {@value #OTHER}. */
    String of(Path path) {
        String template = path.template();
        String known = tags.get(template);
        if (known != null) {
            return known;
        }
        String added = tags.computeIfAbsent(template, unused -> free.tryAcquire() ? template : null);
        return added == null ? OTHER : added;
    }
}
