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

/** Catches one POST at one moment, and holds its answer back if the moment says so. */
final class Trap {
    private static final Duration SHORTEST_HOLD = Duration.ofMillis(1500);
    private static final int MORE_MILLIS = 3000;

    private final Moment moment;
    private final CompletableFuture<RecordedRequest> caught = new CompletableFuture<>();

    private Trap(Moment moment) {
        this.moment = moment;
    }

    /**
     * Sets a trap for the next POSTs.
     *
     * @param among how many come at least; one of them is caught
     */
    static Trap set(KustomerSimulator kustomer, Moment moment, int among, Random random) {
        Trap trap = new Trap(moment);
        Duration hold = moment.beforeAnswer() ? SHORTEST_HOLD.plusMillis(random.nextInt(MORE_MILLIS)) : Duration.ZERO;
        kustomer.inject(
                Fault.stall(moment.step(), hold),
                moment.post().nth(1 + random.nextInt(among)).and(trap.caught::complete),
                1);
        return trap;
    }

    Moment moment() {
        return moment;
    }

    /** Waits for the POST. */
    RecordedRequest await() {
        try {
            return caught.get(EmbeddedCamunda.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("No POST came at the moment " + moment, e);
        }
    }
}
