package io.github.kustomerconnector.connector.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs refused requests: at most one line a minute for each answer and reason, with the number of requests since the
 * line before. A line contains nothing of the request, because a stranger may have sent it.
 */
final class RefusalLog {

    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    private record Window(Instant start, long unlogged) {

        /** A clock may also be set back, by more than the pause. */
        boolean isOver(Instant now) {
            return Duration.between(start, now).abs().compareTo(PAUSE) >= 0;
        }
    }

    private final Clock clock;
    private final Map<ReasonedAnswer, Window> windows = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    RefusalLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a refusal, and logs it unless there was a line within the last minute.
     *
     * @param process the id of the process whose webhook it is
     * @param reason a fixed text that explains the answer further; empty if there is none
     */
    void add(Answer answer, String process, String reason) {
        long refused = refusedSinceLastLine(new ReasonedAnswer(answer, reason));
        if (refused > 0) {
            LOG.warn(
                    "Kustomer Webhook of process {} answered {} {}{}. Such requests since the previous line: {}",
                    process,
                    answer.status(),
                    answer.code(),
                    reason.isEmpty() ? "" : " (" + reason + ")",
                    refused);
        }
    }

    /** The number of refusals that a line has to report now; 0 if there must be no line yet. */
    private long refusedSinceLastLine(ReasonedAnswer answer) {
        lock.lock();
        try {
            Instant now = clock.instant();
            Window window = windows.getOrDefault(answer, new Window(Instant.EPOCH, 0));
            boolean isOver = window.isOver(now);
            windows.put(answer, isOver ? new Window(now, 0) : new Window(window.start(), window.unlogged() + 1));
            return isOver ? window.unlogged() + 1 : 0;
        } finally {
            lock.unlock();
        }
    }
}
