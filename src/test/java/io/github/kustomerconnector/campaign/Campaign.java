package io.github.kustomerconnector.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** Runs many executions in parallel. The seed of each follows from the seed of the campaign. */
final class Campaign {

    /** High, because most executions wait for stalled replies. */
    static final int AT_ONCE = 24;

    private Campaign() {}

    /** The seeds of the executions. None is negative, because a seed is also the key of a task. */
    static List<Long> seeds(long seed, int executions) {
        return LongStream.range(0, executions)
                .map(number -> mixed(seed * 1_000_003 + number) >>> 1)
                .boxed()
                .toList();
    }

    static Result run(Contender contender, List<Scenario> scenarios) {
        Instant start = Instant.now();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<ScenarioResult>> running = scenarios.stream()
                    .map(scenario ->
                            CompletableFuture.supplyAsync(() -> ScenarioResult.of(scenario, contender), threads))
                    .toList();
            List<ScenarioResult> results =
                    running.stream().map(CompletableFuture::join).toList();
            return new Result(contender.name(), results, Duration.between(start, Instant.now()));
        }
    }

    /** Steele and Vigna's finalizer of SplitMix64. */
    private static long mixed(long value) {
        long z = value * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The results of one contender and their total time. */
    record Result(String contender, List<ScenarioResult> results, Duration time) {

        Result {
            results = List.copyOf(results);
        }

        ResultCounts counts() {
            return ResultCounts.of(contender, results);
        }

        /** The broken invariants, each with the command that repeats its execution; empty if all hold. */
        List<String> violations() {
            List<String> violations = new ArrayList<>();
            for (ScenarioResult result : results) {
                List<String> broken = Invariants.broken(result);
                if (!broken.isEmpty()) {
                    violations.add("%s%n  in %s%n  repeat: mvn -Pcampaign -Dcampaign.args=--replay=%s"
                            .formatted(
                                    String.join("; ", broken),
                                    result,
                                    result.scenario().seed()));
                }
            }
            return violations;
        }
    }
}
