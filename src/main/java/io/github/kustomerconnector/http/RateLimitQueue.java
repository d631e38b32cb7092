package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Identity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The queue of one rate limit: the tasks that wait, each with its place, and the requests that are on their way. It is
 * closed while the requests of the window are used up.
 */
final class RateLimitQueue {

    /** The maximum number of waiting tasks. A task above it gets a wait, but no place. */
    static final int MAX_PLACES = 50_000;

    /** The time after which a task that did not take its place is assumed to be at another runtime. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A place expires after 60 windows, which is longer than the largest jitter on top of a wait. */
    private static final int EXPIRY_WINDOWS = 60;

    private final Clock clock;
    private final Duration window;
    private final ReentrantLock lock = new ReentrantLock();
    /** In the order of the places. */
    private final SequencedMap<Identity, Instant> places = new LinkedHashMap<>();

    private Instant closedUntil = Instant.MIN;
    private Instant nextPlace = Instant.MIN;
    private Duration spacing = Duration.ZERO;
    private int requestsInFlight;
    /** Until then, few requests of the window are left. */
    private Instant lowUntil = Instant.MIN;

    RateLimitQueue(Clock clock, Duration window) {
        this.clock = clock;
        this.window = window;
    }

    private <T> T locked(Function<Instant, T> action) {
        lock.lock();
        try {
            return action.apply(clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /** Closes the queue for {@code wait}. Returns this. */
    RateLimitQueue closed(Duration wait, Duration placeSpacing) {
        return locked(now -> {
            Instant until = now.plus(wait);
            if (until.isAfter(closedUntil)) {
                closedUntil = until;
            }
            spacing = placeSpacing;
            lowUntil = Instant.MIN;
            return this;
        });
    }

    /** Whether no task waits and the next task may start. */
    boolean isIdle() {
        return locked(this::isIdle);
    }

    private boolean isIdle(Instant now) {
        removeExpired(now);
        boolean isOpen = !closedUntil.isAfter(now) && !nextPlace.isAfter(now) && !lowUntil.isAfter(now);
        return isOpen && places.isEmpty() && requestsInFlight == 0;
    }

    Optional<Duration> start() {
        return locked(now -> {
            Optional<Duration> wait = until(closedUntil, now);
            if (wait.isEmpty() && isProbing(now)) {
                wait = Optional.of(PATIENCE);
            }
            requestsInFlight += wait.isEmpty() ? 1 : 0;
            return wait;
        });
    }

    /** Whether the queue is idle after the end of the request. */
    boolean end() {
        return locked(now -> {
            requestsInFlight--;
            return requestsInFlight == 0 && isIdle(now);
        });
    }

    /** Reads whether few requests of the window are left. */
    void runsLow(boolean isLow) {
        locked(now -> lowUntil = isLow && !closedUntil.isAfter(now) ? now.plus(window) : Instant.MIN);
    }

    /** Whether few requests of the window are left. */
    boolean isLow() {
        return locked(now -> lowUntil.isAfter(now));
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
        return locked(now -> {
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
        });
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
        while (!places.isEmpty() && isExpired(places.firstEntry().getValue(), now)) {
            places.pollFirstEntry();
        }
    }

    private boolean isExpired(Instant place, Instant now) {
        return place.isBefore(now.minus(window.multipliedBy(EXPIRY_WINDOWS)));
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
