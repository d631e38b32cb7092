package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.http.RequestSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs one execution at a time for each identity in this process. The engine may deliver a job again while its first
 * delivery still runs. A second delivery of the same task waits and takes the result of the first. Another task with
 * the same identity waits, and then runs itself.
 */
final class InFlight {

    private record Flight(Identity task, CompletableFuture<CallResult.Written> result) {}

    private final ConcurrentMap<EndpointIdentity, Flight> flights = new ConcurrentHashMap<>();

    /**
     * The result of {@code execution}, run when the session is admitted, or of the delivery that came first.
     *
     * @throws KustomerException as {@code execution} does; {@link Failure.Unavailable} if the first delivery takes
     *     longer than the session has
     */
    CallResult.Written once(
            RequestSession session, Call<CallResult.Written> call, Supplier<CallResult.Written> execution) {
        EndpointIdentity key = new EndpointIdentity(session.endpoint(), call.identity());
        Flight own = new Flight(call.task(), new CompletableFuture<>());
        Flight first = flights.putIfAbsent(key, own);
        while (first != null) {
            if (first.task().equals(call.task())) {
                return await(first, call, session);
            }
            awaitEnd(first, call, session);
            first = flights.putIfAbsent(key, own);
        }
        try {
            CallResult.Written result = session.whenAdmitted(execution);
            // Remove the entry before completing the future, so that a later delivery starts afresh.
            flights.remove(key, own);
            own.result().complete(result);
            return result;
        } catch (Throwable problem) {
            flights.remove(key, own);
            own.result().completeExceptionally(problem);
            throw problem;
        }
    }

    private static void awaitEnd(Flight first, Call<?> call, RequestSession session) {
        try {
            await(first, call, session);
        } catch (KustomerException e) {
            if (session.remaining().isNegative() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
    }

    private static CallResult.Written await(Flight first, Call<?> call, RequestSession session) {
        try {
            return first.result().get(Math.max(0, session.remaining().toNanos()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KustomerException known) {
                throw new KustomerException(known.failure());
            }
            throw notSent(call, "failed");
        } catch (TimeoutException e) {
            throw notSent(call, "still runs");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notSent(call, "still runs, and the wait for it was interrupted");
        }
    }

    private static KustomerException notSent(Call<?> call, String state) {
        return new KustomerException(new Failure.Unavailable(
                FailureDetails.of(call.request()),
                call.request() + " was not sent: an earlier delivery of the same request " + state,
                null));
    }
}
