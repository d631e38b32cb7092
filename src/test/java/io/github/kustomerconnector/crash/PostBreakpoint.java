package io.github.kustomerconnector.crash;

import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for one POST at a kill point. It holds the reply back if the point is before the reply. */
final class PostBreakpoint {
    private static final Duration SHORTEST_HOLD = Duration.ofMillis(1500);
    private static final int MORE_MILLIS = 3000;

    private final KillPoint point;
    private final CompletableFuture<RecordedRequest> reached = new CompletableFuture<>();

    private PostBreakpoint(KillPoint point) {
        this.point = point;
    }

    /**
     * Sets a breakpoint on one of the next POSTs.
     *
     * @param among the number of POSTs that are certain to arrive; a random one of them is chosen
     */
    static PostBreakpoint set(KustomerSimulator kustomer, KillPoint point, int among, Random random) {
        PostBreakpoint breakpoint = new PostBreakpoint(point);
        Duration hold = point.beforeReply() ? SHORTEST_HOLD.plusMillis(random.nextInt(MORE_MILLIS)) : Duration.ZERO;
        kustomer.inject(
                Fault.stall(point.step(), hold),
                point.post().nth(1 + random.nextInt(among)).and(breakpoint.reached::complete),
                1);
        return breakpoint;
    }

    KillPoint point() {
        return point;
    }

    /**
     * Waits for the POST.
     *
     * @throws AssertionError if it does not arrive in time
     */
    RecordedRequest await() {
        try {
            return reached.get(EmbeddedCamunda.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("No POST reached " + point, e);
        }
    }
}
