package io.github.kustomerconnector.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** Many executions, many at a time, each with a seed of its own that follows from the campaign's. */
final class Campaign {

    /** Most executions mostly wait for stalled answers. */
    private static final int AT_ONCE = 24;

    private Campaign() {}

    /** The seeds of a campaign's executions; none is negative, since a seed is also the key of a task. */
    static List<Long> seeds(long seed, int executions) {
        return LongStream.range(0, executions)
                .map(number -> mixed(seed * 1_000_003 + number) >>> 1)
                .boxed()
                .toList();
    }

    static Result run(Contender contender, List<Plan> plans) {
        Instant start = Instant.now();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<Run>> running = plans.stream()
                    .map(plan -> CompletableFuture.supplyAsync(() -> Run.of(plan, contender), threads))
                    .toList();
            List<Run> runs = running.stream().map(CompletableFuture::join).toList();
            return new Result(contender.name(), runs, Duration.between(start, Instant.now()));
        }
    }

    /** Steele and Vigna's finalizer of SplitMix64. */
    private static long mixed(long value) {
        long z = value * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The runs of one contender and the time that they took. */
    record Result(String contender, List<Run> runs, Duration time) {

        Result {
            runs = List.copyOf(runs);
        }

        Score score() {
            return Score.of(contender, runs);
        }

        /** What did not hold, each with how to run it again; empty if all held. */
        List<String> complaints() {
            List<String> complaints = new ArrayList<>();
            for (Run run : runs) {
                List<String> broken = Invariants.broken(run);
                if (!broken.isEmpty()) {
                    complaints.add("%s%n  in %s%n  again: mvn -Pcampaign -Dcampaign.args=--replay=%d"
                            .formatted(
                                    String.join("; ", broken), run, run.plan().seed()));
                }
            }
            return complaints;
        }
    }
}
