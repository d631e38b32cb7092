package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * The engine's side of one job: hands it out as often as planned, at once or after a completion was lost, and repeats what
 * failed and has retries left. What ends first counts; waits are left out.
 */
final class SimulatedEngine {

    /** Enough for every burst of faults to pass. */
    private static final int RETRIES = 25;

    private final Contender contender;
    private final Plan plan;
    private final KustomerSimulator kustomer;
    private final ObjectNode variables;

    SimulatedEngine(Contender contender, Plan plan, KustomerSimulator kustomer, ObjectNode variables) {
        this.contender = contender;
        this.plan = plan;
        this.kustomer = kustomer;
        this.variables = variables;
    }

    /** How each delivery ended, wave by wave: the deliveries of a wave are at work at once, in the order in which they end. */
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
        for (Delivery delivery : plan.deliveries()) {
            if (!delivery.atOnce()) {
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
            JobEnding ending = contender.runner(plan.kind(), runtime).run(variables, retries, plan.seed());
            if (!(ending instanceof JobEnding.Failed failed) || failed.retries() == 0) {
                return ending;
            }
            retries = failed.retries();
            runtime = plan.wandering() ? (runtime + 1) % Plan.RUNTIMES : runtime;
            await(failed);
        }
    }

    private void await(JobEnding.Failed failed) {
        if (failed.backOff() != null) {
            contender.waited(failed.backOff());
        }
        if (plan.needsBackOff()) {
            awaitRest();
        }
    }

    /** Waits until no request is at work, those included that were given up. */
    void awaitRest() {
        Awaitility.await()
                .during(Duration.ofMillis(20))
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(30))
                .until(() -> kustomer.underWay() == 0);
    }
}
