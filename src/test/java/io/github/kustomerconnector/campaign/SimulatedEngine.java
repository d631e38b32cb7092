package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.connector.JobEnding;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/**
 * The engine's side of one job. It delivers the job as the scenario plans and retries failures while retries are
 * left. The first ending counts. Waits are skipped.
 */
final class SimulatedEngine {

    /** More than the longest series of faults. */
    private static final int RETRIES = 25;

    private final SimulatedJob job;
    private final KustomerSimulator kustomer;

    SimulatedEngine(SimulatedJob job, KustomerSimulator kustomer) {
        this.job = job;
        this.kustomer = kustomer;
    }

    /**
     * The endings of the deliveries by wave. The deliveries of a wave run concurrently; their endings are in the
     * order in which they occurred.
     */
    List<List<JobEnding>> run() {
        List<List<JobEnding>> waves = new ArrayList<>();
        for (List<Delivery> wave : waves()) {
            List<JobEnding> endings = deliver(wave);
            waves.add(endings);
            if (!endings.stream().allMatch(JobEnding.Completed.class::isInstance)) {
                return waves;
            }
        }
        return waves;
    }

    private List<List<Delivery>> waves() {
        List<List<Delivery>> waves = new ArrayList<>();
        for (Delivery delivery : job.deliveries()) {
            if (!delivery.concurrent()) {
                waves.add(new ArrayList<>());
            }
            waves.getLast().add(delivery);
        }
        return waves;
    }

    private List<JobEnding> deliver(List<Delivery> wave) {
        List<JobEnding> endings = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<CompletableFuture<Void>> running = wave.stream()
                    .map(delivery -> CompletableFuture.runAsync(
                            () -> {
                                JobEnding ending = deliver(delivery);
                                synchronized (endings) {
                                    endings.add(ending);
                                }
                            },
                            threads))
                    .toList();
            running.forEach(CompletableFuture::join);
        }
        return endings;
    }

    private JobEnding deliver(Delivery delivery) {
        int retries = RETRIES;
        int runtime = delivery.runtime();
        while (true) {
            JobEnding ending = job.runners().apply(runtime).run(job.variables(), retries, job.key());
            if (!(ending instanceof JobEnding.Failed failed) || failed.retries() == 0) {
                return ending;
            }
            retries = failed.retries();
            runtime = job.alternating() ? (runtime + 1) % Scenario.RUNTIMES : runtime;
            await(failed);
        }
    }

    private void await(JobEnding.Failed failed) {
        if (failed.backOff() != null) {
            job.waits().accept(failed.backOff());
        }
        if (job.needsBackOff()) {
            awaitNoActiveRequests();
        }
    }

    /** Waits until the simulator has no active request, including those that the client gave up. */
    void awaitNoActiveRequests() {
        Awaitility.await()
                .during(Duration.ofMillis(20))
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(30))
                .until(() -> kustomer.activeRequests() == 0);
    }
}
