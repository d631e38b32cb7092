package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.RateLimit;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds requests back while an API key's requests of the minute are known to be used up, because more would only be
 * refused. Each {@link RateLimit} has its own queue. A waiting task gets a place in the queue; places are spaced as
 * the limit allows. It knows only the answers to this process, not those to other processes.
 */
final class RateLimiter {

    /** The window of Kustomer's limits ("Rate limits", developer.kustomer.com). */
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** The maximum number of waiting tasks per rate limit. A task above it gets a wait, but no place. */
    static final int MAX_PLACES = 10_000;

    /** Wait for half a window where an answer does not give the end of its window. */
    private static final int UNKNOWN_RESET = 2;

    private final Clock clock;
    private final Duration window;
    private final ConcurrentMap<RateLimitKey, Queue> queues = new ConcurrentHashMap<>();

    RateLimiter(Clock clock, Duration window) {
        this.clock = clock;
        this.window = window;
    }

    /** The wait before the task's first request; empty if it may start now. */
    Optional<Duration> waitOf(RateLimitKey key, Identity task) {
        Queue queue = queues.get(key);
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

    /** The time for which no request may be sent; empty if requests may be sent. */
    Optional<Duration> closed(RateLimitKey key) {
        Queue queue = queues.get(key);
        return queue == null ? Optional.empty() : queue.closed();
    }

    /** Reads the limits from the headers of an answer. */
    void observe(RateLimitKey key, int status, HttpHeaders headers) {
        Optional<Long> remaining = number(headers, "x-ratelimit-remaining");
        boolean refused = status == 429;
        boolean usedUp = remaining.map(left -> left <= 0).orElse(refused)
                || (refused && key.rateLimit().isUsedUpByRefusal());
        if (!usedUp) {
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
                    (unused, queue) -> (queue == null ? new Queue() : queue)
                            .closed(wait.orElse(window.dividedBy(UNKNOWN_RESET)), spacing));
        }
    }

    private static Optional<Long> number(HttpHeaders headers, String name) {
        return headers.firstValue(name).flatMap(value -> RateLimitHeaders.number(value, 9));
    }

    /** The tasks that wait. */
    private final class Queue {

        /** A place expires after 60 windows, which is longer than the largest jitter on top of a wait. */
        private static final int EXPIRY_WINDOWS = 60;

        private final ReentrantLock lock = new ReentrantLock();
        private final Map<Identity, Instant> places = new HashMap<>();
        private Instant closedUntil = Instant.MIN;
        private Instant nextPlace = Instant.MIN;
        private Duration spacing = Duration.ZERO;

        /** Closes the queue for {@code wait}. Returns this. */
        Queue closed(Duration wait, Duration placeSpacing) {
            lock.lock();
            try {
                Instant until = clock.instant().plus(wait);
                if (until.isAfter(closedUntil)) {
                    closedUntil = until;
                }
                spacing = placeSpacing;
                return this;
            } finally {
                lock.unlock();
            }
        }

        /** Whether no task waits and the next task may start. */
        boolean isIdle() {
            lock.lock();
            try {
                Instant now = clock.instant();
                if (until(closedUntil, now).isPresent() || until(nextPlace, now).isPresent()) {
                    return false;
                }
                removeExpired(now);
                return places.isEmpty();
            } finally {
                lock.unlock();
            }
        }

        Optional<Duration> closed() {
            lock.lock();
            try {
                return until(closedUntil, clock.instant());
            } finally {
                lock.unlock();
            }
        }

        /** Admits a task whose place is due. A new task gets a place behind the tasks that wait. */
        Optional<Duration> enter(Identity task) {
            lock.lock();
            try {
                Instant now = clock.instant();
                Instant place = places.remove(task);
                boolean open = until(closedUntil, now).isEmpty();
                Instant turn = place == null ? nextPlace : place;
                if (open && until(turn, now).isEmpty()) {
                    return Optional.empty();
                }
                Instant given = place != null && place.isAfter(closedUntil) ? place : takePlace(now);
                if (places.size() < MAX_PLACES) {
                    places.put(task, given);
                }
                return until(given, now);
            } finally {
                lock.unlock();
            }
        }

        private void removeExpired(Instant now) {
            places.values().removeIf(place -> place.isBefore(now.minus(window.multipliedBy(EXPIRY_WINDOWS))));
        }

        private Instant takePlace(Instant now) {
            removeExpired(now);
            Instant earliest = closedUntil.isAfter(now) ? closedUntil : now;
            Instant place = nextPlace.isAfter(earliest) ? nextPlace : earliest.plus(spacing);
            nextPlace = place.plus(spacing);
            return place;
        }

        private static Optional<Duration> until(Instant when, Instant now) {
            return when.isAfter(now) ? Optional.of(Duration.between(now, when)) : Optional.empty();
        }
    }
}
