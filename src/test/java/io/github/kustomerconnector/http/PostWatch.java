package io.github.kustomerconnector.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts the POSTs that a client has under way at once at each server, from the sending to the answer or the giving up. */
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

    /** The most POSTs that were under way at once. */
    public int mostAtOnce(URI server) {
        return counts.getOrDefault(server.getAuthority(), Count.NONE).most();
    }

    /** Forgets a server, whose port may come to another. */
    public void forget(URI server) {
        counts.remove(server.getAuthority());
    }

    /** Yields what to run when the request has ended; running it again does nothing. */
    Runnable begin(HttpRequest request) {
        if (!isPost(request)) {
            return () -> {};
        }
        String server = request.uri().getAuthority();
        counts.merge(server, Count.NONE.more(), (count, first) -> count.more());
        AtomicBoolean result = new AtomicBoolean();
        return () -> {
            if (result.compareAndSet(false, true)) {
                counts.computeIfPresent(server, (there, count) -> count.less());
            }
        };
    }

    private static boolean isPost(HttpRequest request) {
        return request.method().equals("POST");
    }
}
