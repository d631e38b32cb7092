package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.RateLimit;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Holds requests back while an API key's requests of the minute are known to be used up, because more would only be
 * refused. Each {@link RateLimit} has its own queue. A waiting task gets a place in the queue; places are spaced as
 * the limit allows. It knows only the answers to this process, not those to other processes.
 */
final class RateLimiter {

    /** The window of Kustomer's limits ("Rate limits", developer.kustomer.com). */
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** The maximum number of waiting tasks per rate limit. A task above it gets a wait, but no place. */
    static final int MAX_PLACES = 50_000;

    /** Wait for half a window where an answer does not give the end of its window. */
    private static final int UNKNOWN_RESET = 2;

    /** One request at a time is sent while less than this part of the limit is left. */
    private static final long RESERVE = 50;

    /** The time after which a task that did not take its place is assumed to be at another runtime. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Clock clock;
    private final Duration window;
    private final RandomGenerator random;
    private final ConcurrentMap<RateLimitKey, Queue> queues = new ConcurrentHashMap<>();

    RateLimiter(Clock clock, Duration window) {
        this(clock, window, RandomGenerator.getDefault());
    }

    RateLimiter(Clock clock, Duration window, RandomGenerator random) {
        this.clock = clock;
        this.window = window;
        this.random = random;
    }

    /** The server's wait plus up to a tenth of it, or up to two seconds, because refused tasks would return together. */
    Duration jittered(Duration wait) {
        return wait.plusMillis(random.nextLong(Math.max(2000, wait.toMillis() / 10)));
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

    /**
     * Starts a request, which must be followed by {@link #end}; or returns the time for which it may not be sent.
     */
    Optional<Duration> start(RateLimitKey key) {
        AtomicReference<Optional<Duration>> wait = new AtomicReference<>(Optional.empty());
        queues.compute(key, (unused, queue) -> {
            Queue started = queue == null ? new Queue() : queue;
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
                    (unused, queue) -> (queue == null ? new Queue() : queue)
                            .closed(wait.orElse(window.dividedBy(UNKNOWN_RESET)), spacing));
        }
    }

    private void observeLeft(RateLimitKey key, long left, HttpHeaders headers) {
        Queue queue = queues.get(key);
        if (queue != null) {
            queue.runsLow(left <= number(headers, "x-ratelimit-limit").orElse(0L) / RESERVE);
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
        /** In the order of the places. */
        private final SequencedMap<Identity, Instant> places = new LinkedHashMap<>();

        private Instant closedUntil = Instant.MIN;
        private Instant nextPlace = Instant.MIN;
        private Duration spacing = Duration.ZERO;
        private int requestsInFlight;
        /** Until then, few requests of the window are left. */
        private Instant lowUntil = Instant.MIN;

        /** Closes the queue for {@code wait}. Returns this. */
        Queue closed(Duration wait, Duration placeSpacing) {
            lock.lock();
            try {
                Instant until = clock.instant().plus(wait);
                if (until.isAfter(closedUntil)) {
                    closedUntil = until;
                }
                spacing = placeSpacing;
                lowUntil = Instant.MIN;
                return this;
            } finally {
                lock.unlock();
            }
        }

        /** Whether no task waits and the next task may start. */
        boolean isIdle() {
            lock.lock();
            try {
                return isIdle(clock.instant());
            } finally {
                lock.unlock();
            }
        }

        private boolean isIdle(Instant now) {
            removeExpired(now);
            boolean isOpen = !closedUntil.isAfter(now) && !nextPlace.isAfter(now) && !lowUntil.isAfter(now);
            return isOpen && places.isEmpty() && requestsInFlight == 0;
        }

        Optional<Duration> closed() {
            lock.lock();
            try {
                return until(closedUntil, clock.instant());
            } finally {
                lock.unlock();
            }
        }

        Optional<Duration> start() {
            lock.lock();
            try {
                Instant now = clock.instant();
                Optional<Duration> wait = until(closedUntil, now);
                if (wait.isEmpty() && isProbing(now)) {
                    wait = Optional.of(PATIENCE);
                }
                requestsInFlight += wait.isEmpty() ? 1 : 0;
                return wait;
            } finally {
                lock.unlock();
            }
        }

        /** Whether the queue is idle after the end of the request. */
        boolean end() {
            lock.lock();
            try {
                requestsInFlight--;
                return requestsInFlight == 0 && isIdle(clock.instant());
            } finally {
                lock.unlock();
            }
        }

        /** Reads whether few requests of the window are left. */
        void runsLow(boolean isLow) {
            lock.lock();
            try {
                Instant now = clock.instant();
                lowUntil = isLow && !closedUntil.isAfter(now) ? now.plus(window) : Instant.MIN;
            } finally {
                lock.unlock();
            }
        }

        /**
         * Whether a request is on its way that may be the last of the window. Only one at a time is sent then, because
         * Kustomer would refuse the others.
         */
        private boolean isProbing(Instant now) {
            return lowUntil.isAfter(now) && requestsInFlight > 0;
        }

        /** Admits a task whose turn it is. Any other task gets a place behind the tasks that wait. */
        Optional<Duration> enter(Identity task) {
            lock.lock();
            try {
                Instant now = clock.instant();
                Instant place = places.get(task);
                boolean isClosed = closedUntil.isAfter(now) || isProbing(now);
                if (!isClosed && (place == null ? isTurnOfUnknown(now) : !place.isAfter(now))) {
                    leave(task, now);
                    return Optional.empty();
                }
                if (place == null || !place.isAfter(closedUntil.isAfter(now) ? closedUntil : now)) {
                    places.remove(task);
                    place = takePlace(now);
                    if (places.size() < MAX_PLACES) {
                        places.put(task, place);
                    }
                }
                return until(place, now);
            } finally {
                lock.unlock();
            }
        }

        /**
         * Whether a task without a place may start: no task waits, or the task that waits longest is overdue. The engine
         * may deliver a waiting task to another runtime, and that runtime's task to this one.
         */
        private boolean isTurnOfUnknown(Instant now) {
            return !nextPlace.isAfter(now) || hasOverdue(now);
        }

        private boolean hasOverdue(Instant now) {
            return !places.isEmpty()
                    && places.firstEntry().getValue().plus(PATIENCE).isBefore(now);
        }

        /** Removes the place of the task, or in its stead an overdue one. */
        private void leave(Identity task, Instant now) {
            if (places.remove(task) == null && hasOverdue(now)) {
                places.pollFirstEntry();
            }
        }

        private void removeExpired(Instant now) {
            Instant expired = now.minus(window.multipliedBy(EXPIRY_WINDOWS));
            while (!places.isEmpty() && places.firstEntry().getValue().isBefore(expired)) {
                places.pollFirstEntry();
            }
        }

        /** The next free place. Places grow, so their order is that of the map. */
        private Instant takePlace(Instant now) {
            removeExpired(now);
            Instant open = isProbing(now) ? now.plus(PATIENCE) : now;
            Instant earliest = closedUntil.isAfter(open) ? closedUntil : open;
            Instant place = nextPlace.isAfter(earliest) ? nextPlace : earliest.plus(spacing);
            nextPlace = place.plus(spacing);
            return place;
        }

        private static Optional<Duration> until(Instant when, Instant now) {
            return when.isAfter(now) ? Optional.of(Duration.between(now, when)) : Optional.empty();
        }
    }
}
