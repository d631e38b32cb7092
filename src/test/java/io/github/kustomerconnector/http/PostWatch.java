package io.github.kustomerconnector.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts the concurrent POSTs of a client to each server. A POST ends with its answer or its cancellation. */
public final class PostWatch {

    private record Count(int now, int most) {
        static final Count NONE = new Count(0, 0);

        Count more() {
            return new Count(now + 1, Math.max(most, now + 1));
        }

        Count less() {
            return new Count(now - 1, most);
        }
    }

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    /** The maximum number of concurrent POSTs. */
    public int mostAtOnce(URI server) {
        return counts.getOrDefault(server.getAuthority(), Count.NONE).most();
    }

    /** Removes a server, because its port may be reused. */
    public void forget(URI server) {
        counts.remove(server.getAuthority());
    }

    /** Returns the action for the end of the request. A second run of it has no effect. */
    Runnable begin(HttpRequest request) {
        if (!isPost(request)) {
            return () -> {};
        }
        String server = request.uri().getAuthority();
        counts.merge(server, Count.NONE.more(), (count, ignored) -> count.more());
        AtomicBoolean hasEnded = new AtomicBoolean();
        return () -> {
            if (hasEnded.compareAndSet(false, true)) {
                counts.computeIfPresent(server, (key, count) -> count.less());
            }
        };
    }

    private static boolean isPost(HttpRequest request) {
        return request.method().equals("POST");
    }
}
