package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.client.LookupRunner.Match;
import io.github.kustomerconnector.http.RequestSession;
import java.time.Instant;
import java.util.Optional;

/** Recognizes the record of a create whose answer was lost. For one execution. */
final class LostCreate {

    private final RequestSession session;
    private final Identity task;
    private final TaskHistory history;

    LostCreate(RequestSession session, Identity task, TaskHistory history) {
        this.session = session;
        this.task = task;
        this.history = history;
    }

    /**
     * Whether the record is most likely this task's own. By the server's clock, it was created after the request whose
     * answer was lost. No other task of this process created it. A record that is less than a second older passes too,
     * because the server's {@code Date} has whole seconds.
     */
    boolean isLikely(Match match) {
        Optional<Instant> lost =
                history.sentSince(task).flatMap(ago -> match.head().serverTime().map(now -> now.minus(ago)));
        Optional<Instant> createdAt = match.resource().time("createdAt");
        return lost.isPresent()
                && createdAt.isPresent()
                && !createdAt.get().isBefore(lost.get())
                && !history.isOfAnother(task, session.endpoint().base(), match.resource());
    }
}
