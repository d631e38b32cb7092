package io.github.kustomerconnector.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs many executions of the operations that write, in parallel. */
final class WriteCampaign {

    private WriteCampaign() {}

    /** The scenarios of a campaign, evenly over the operations. */
    static List<WriteScenario> scenarios(long seed, int executions, List<WriteOperation> operations) {
        List<Long> seeds = Campaign.seeds(seed, executions);
        List<WriteScenario> scenarios = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            scenarios.add(WriteScenario.of(operations.get(i % operations.size()), seeds.get(i)));
        }
        return scenarios;
    }

    static Result run(Runtimes runtimes, List<WriteScenario> scenarios) {
        Instant start = Instant.now();
        try (ExecutorService threads = Executors.newFixedThreadPool(Campaign.AT_ONCE)) {
            List<CompletableFuture<WriteResult>> running = scenarios.stream()
                    .map(scenario -> CompletableFuture.supplyAsync(() -> WriteResult.of(scenario, runtimes), threads))
                    .toList();
            List<WriteResult> results =
                    running.stream().map(CompletableFuture::join).toList();
            return new Result(results, Duration.between(start, Instant.now()));
        }
    }

    /** The results and their total time. */
    record Result(List<WriteResult> results, Duration time) {

        Result {
            results = List.copyOf(results);
        }

        /** The broken invariants, each with the command that repeats its execution; empty if all hold. */
        List<String> violations() {
            return results.stream()
                    .flatMap(result -> result.violation().stream())
                    .toList();
        }
    }
}
