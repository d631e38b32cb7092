package io.github.kustomerconnector.client;

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
 * Holds requests back while those of the minute that an API key has at an address are known to be used up, instead of
 * burning more on refusals. Each {@link Budget} has a row of its own. Tasks that are held back get a place in the row, spaced
 * as the limit allows, and come back one after the other. Knows what this process has seen, nothing of others.
 */
final class RateGate {

    /** The window of Kustomer's limits ("Rate limits", developer.kustomer.com). */
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** How much of a window to hold back for where an answer does not say when it ends: a half. */
    private static final int UNKNOWN_RESET = 2;

    private final Clock clock;
    private final Duration window;
    private final ConcurrentMap<Quota, Row> rows = new ConcurrentHashMap<>();

    RateGate(Clock clock, Duration window) {
        this.clock = clock;
        this.window = window;
    }

    /** How long the task is held back before its first request; empty if it may go now. */
    Optional<Duration> holdBack(Quota quota, Identity task) {
        Row row = rows.get(quota);
        return row == null ? Optional.empty() : row.enter(task);
    }

    /** How long no request goes out at all; empty if they go. */
    Optional<Duration> closed(Quota quota) {
        Row row = rows.get(quota);
        return row == null ? Optional.empty() : row.closed();
    }

    /** Learns from the headers of an answer. */
    void observe(Quota quota, int status, HttpHeaders headers) {
        Optional<Long> remaining = number(headers, "x-ratelimit-remaining");
        boolean refused = status == 429;
        boolean usedUp = remaining.map(left -> left <= 0).orElse(refused)
                || (refused && quota.budget().isUsedUpByRefusal());
        if (!usedUp) {
            return;
        }
        Optional<Duration> wait = RateLimitHeaders.wait(headers, clock);
        if (wait.isPresent() || refused) {
            long limit = number(headers, "x-ratelimit-limit")
                    .filter(value -> value > 0)
                    .orElse(quota.budget().smallest());
            Duration spacing = window.dividedBy(Math.min(limit, quota.budget().largest()));
            rows.computeIfAbsent(quota, unused -> new Row())
                    .close(wait.orElse(window.dividedBy(UNKNOWN_RESET)), spacing);
        }
    }

    private static Optional<Long> number(HttpHeaders headers, String name) {
        return headers.firstValue(name).flatMap(value -> RateLimitHeaders.number(value, 9));
    }

    /** The tasks that wait. */
    private final class Row {

        /** Longer than the longest spread that is put on top of a wait. */
        private static final int FORGET_AFTER_WINDOWS = 60;

        private final ReentrantLock lock = new ReentrantLock();
        private final Map<Identity, Instant> places = new HashMap<>();
        private Instant closedUntil = Instant.MIN;
        private Instant nextPlace = Instant.MIN;
        private Duration spacing = Duration.ZERO;

        void close(Duration wait, Duration placeSpacing) {
            lock.lock();
            try {
                Instant until = clock.instant().plus(wait);
                if (until.isAfter(closedUntil)) {
                    closedUntil = until;
                }
                spacing = placeSpacing;
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

        /** Whoever has waited for a place goes; whoever comes while others wait gets a place behind them. */
        Optional<Duration> enter(Identity task) {
            lock.lock();
            try {
                Instant now = clock.instant();
                Instant place = places.remove(task);
                boolean open = until(closedUntil, now).isEmpty();
                if (open
                        && (place == null
                                ? until(nextPlace, now).isEmpty()
                                : until(place, now).isEmpty())) {
                    return Optional.empty();
                }
                Instant given = place != null && place.isAfter(closedUntil) ? place : takePlace(now);
                places.put(task, given);
                return until(given, now);
            } finally {
                lock.unlock();
            }
        }

        private Instant takePlace(Instant now) {
            places.values().removeIf(place -> place.isBefore(now.minus(window.multipliedBy(FORGET_AFTER_WINDOWS))));
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
