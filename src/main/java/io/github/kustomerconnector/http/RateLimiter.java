package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.Jitter;
import io.github.kustomerconnector.call.RateLimit;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/**
 * Holds requests back while an API key's requests of the minute are known to be used up, because more would only be
 * refused. Each {@link RateLimit} has its own queue. A waiting task gets a place in the queue; places are spaced as
 * the limit allows. It knows only the answers to this process, not those to other processes.
 */
final class RateLimiter {

    /** The window of Kustomer's limits ("Rate limits", developer.kustomer.com). */
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** Wait for half a window where an answer does not give the end of its window. */
    private static final int UNKNOWN_RESET = 2;

    /** One request at a time is sent while less than this part of the limit is left. */
    private static final long RESERVE = 50;

    private final Clock clock;
    private final Duration window;
    private final RandomGenerator random;
    private final ConcurrentMap<RateLimitKey, RateLimitQueue> queues = new ConcurrentHashMap<>();

    RateLimiter(Clock clock, Duration window) {
        this(clock, window, RandomGenerator.getDefault());
    }

    RateLimiter(Clock clock, Duration window, RandomGenerator random) {
        this.clock = clock;
        this.window = window;
        this.random = random;
    }

    /** The server's wait with jitter. */
    Duration jittered(Duration wait) {
        return Jitter.addedTo(wait, random);
    }

    /** The wait before the task's first request; empty if it may start now. */
    Optional<Duration> waitOf(RateLimitKey key, Identity task) {
        RateLimitQueue queue = queues.get(key);
        if (queue == null) {
            return Optional.empty();
        }
        Optional<Duration> wait = queue.enter(task);
        if (wait.isEmpty()) {
            removeIfIdle(key);
        }
        return wait;
    }

    /** The number of rate limits for which tasks wait or may have to wait. */
    int size() {
        return queues.size();
    }

    private void removeIfIdle(RateLimitKey key) {
        queues.computeIfPresent(key, (unused, queue) -> queue.isIdle() ? null : queue);
    }

    /** Whether few requests of the window are left. */
    boolean isLow(RateLimitKey key) {
        RateLimitQueue queue = queues.get(key);
        return queue != null && queue.isLow();
    }

    /**
     * Starts a request, which must be followed by {@link #end}; or returns the time for which it may not be sent.
     */
    Optional<Duration> start(RateLimitKey key) {
        AtomicReference<Optional<Duration>> wait = new AtomicReference<>(Optional.empty());
        queues.compute(key, (unused, queue) -> {
            RateLimitQueue started = queue == null ? new RateLimitQueue(clock, window) : queue;
            wait.set(started.start());
            return started;
        });
        return Objects.requireNonNull(wait.get());
    }

    /** Ends a request, with or without an answer. */
    void end(RateLimitKey key) {
        queues.computeIfPresent(key, (unused, queue) -> queue.end() ? null : queue);
    }

    /** Reads the limits from the headers of an answer. */
    void observe(RateLimitKey key, int status, HttpHeaders headers) {
        Optional<Long> remaining = number(headers, "x-ratelimit-remaining");
        boolean refused = status == 429;
        boolean usedUp = remaining.map(left -> left <= 0).orElse(refused)
                || (refused && key.rateLimit().isUsedUpByRefusal());
        if (!usedUp) {
            remaining.ifPresent(left -> observeLeft(key, left, headers));
            return;
        }
        Optional<Duration> wait = RateLimitHeaders.wait(headers, clock);
        if (wait.isPresent() || refused) {
            long limit = number(headers, "x-ratelimit-limit")
                    .filter(value -> value > 0)
                    .orElse(key.rateLimit().smallest());
            Duration spacing = window.dividedBy(Math.min(limit, key.rateLimit().largest()));
            queues.keySet().forEach(this::removeIfIdle);
            // In one step, because another thread may remove the queue while it is idle.
            queues.compute(
                    key,
                    (unused, queue) -> (queue == null ? new RateLimitQueue(clock, window) : queue)
                            .closed(wait.orElse(window.dividedBy(UNKNOWN_RESET)), spacing));
        }
    }

    private void observeLeft(RateLimitKey key, long left, HttpHeaders headers) {
        RateLimitQueue queue = queues.get(key);
        if (queue != null) {
            queue.runsLow(
                    left <= Math.max(1, number(headers, "x-ratelimit-limit").orElse(0L) / RESERVE));
        }
    }

    private static Optional<Long> number(HttpHeaders headers, String name) {
        return headers.firstValue(name).flatMap(value -> RateLimitHeaders.number(value, 9));
    }
}
