package io.github.kustomerconnector.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Keeps one identity from being sent twice at the same time by this process: the engine may deliver a job a second time
 * while its first delivery is still at work. A second delivery of the same task waits and takes the first one's result; another
 * task with the same identity waits and then goes its own way.
 */
final class InFlight {

    /** Whose identity: keys of different organizations may meet at one address. */
    private record Key(Endpoint endpoint, Identity identity) {}

    private record Flight(Identity task, CompletableFuture<Ended.Settled> result) {}

    private final ConcurrentMap<Key, Flight> flights = new ConcurrentHashMap<>();

    /** As {@link #once(Endpoint, Identity, Call, TimeBudget, Supplier)}, of what the create makes. */
    Ended.Settled once(Endpoint endpoint, Call.Create call, TimeBudget time, Supplier<Ended.Settled> create) {
        return once(endpoint, call.identity(), call, time, create);
    }

    /**
     * What {@code create} yields, or what it yields for the delivery that came first.
     *
     * @param identity of what must not be sent twice at the same time
     * @throws KustomerException as {@code create} does; {@link Failure.Unavailable} if the first delivery takes longer than
     *     the time that this one has
     */
    Ended.Settled once(
            Endpoint endpoint,
            Identity identity,
            Call<Ended.Settled> call,
            TimeBudget time,
            Supplier<Ended.Settled> create) {
        Key key = new Key(endpoint, identity);
        Flight mine = new Flight(call.task(), new CompletableFuture<>());
        Flight first = flights.putIfAbsent(key, mine);
        while (first != null) {
            if (first.task().equals(call.task())) {
                return await(first, call, time);
            }
            awaitEnd(first, call, time);
            first = flights.putIfAbsent(key, mine);
        }
        try {
            Ended.Settled settled = create.get();
            // Out of the way first: whoever learns of the end and comes again is not told of it again.
            flights.remove(key, mine);
            mine.result().complete(settled);
            return settled;
        } catch (Throwable problem) {
            flights.remove(key, mine);
            mine.result().completeExceptionally(problem);
            throw problem;
        }
    }

    private static void awaitEnd(Flight first, Call<?> call, TimeBudget time) {
        try {
            await(first, call, time);
        } catch (KustomerException e) {
            if (time.left().isNegative() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
    }

    private static Ended.Settled await(Flight first, Call<?> call, TimeBudget time) {
        try {
            return first.result().get(Math.max(0, time.left().toNanos()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KustomerException known) {
                throw new KustomerException(known.failure());
            }
            throw stillAtWork(call, "failed");
        } catch (TimeoutException e) {
            throw stillAtWork(call, "is still at work");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stillAtWork(call, "is still at work, and the wait for it was interrupted");
        }
    }

    private static KustomerException stillAtWork(Call<?> call, String what) {
        return new KustomerException(new Failure.Unavailable(
                Trace.of(call.request()),
                call.request() + " was not sent: an earlier delivery of the same create " + what,
                null));
    }
}
