package io.github.kustomerconnector.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

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

    void begin(HttpRequest request) {
        if (isPost(request)) {
            counts.merge(request.uri().getAuthority(), Count.NONE.more(), (count, first) -> count.more());
        }
    }

    void end(HttpRequest request, CompletableFuture<?> answer) {
        if (isPost(request)) {
            CompletableFuture<?> unused = answer.whenComplete((response, problem) ->
                    counts.computeIfPresent(request.uri().getAuthority(), (server, count) -> count.less()));
        }
    }

    private static boolean isPost(HttpRequest request) {
        return request.method().equals("POST");
    }
}
