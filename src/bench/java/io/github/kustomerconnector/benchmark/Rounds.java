package io.github.kustomerconnector.benchmark;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Measures in rounds. Each round measures every contender in every scenario, so that other load of the machine affects
 * all of them alike. All share one JVM that is warmed up with all, as in a connector runtime with many connectors.
 */
final class Rounds {

    private static final double MICROS = 1e6;
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    private final Server server;
    private final int rounds;
    private final Duration turn;
    private final int warmUps;

    /**
     * @param turn the time of one measurement. Each contender has two: calls per second, and times of calls
     * @param warmUps the number of warm-ups of each contender with each protocol. Several are necessary, because the
     *     calls occupy all processors and so delay the JIT compiler by up to a minute
     */
    Rounds(Server server, int rounds, Duration turn, int warmUps) {
        this.server = server;
        this.rounds = rounds;
        this.turn = turn;
        this.warmUps = warmUps;
    }

    List<Result> of(List<Scenario> scenarios) throws RunnerException {
        Map<Scenario, Map<ContenderKind, List<Measurement>>> all = new LinkedHashMap<>();
        for (int warmUp = 0; warmUp < warmUps; warmUp++) {
            warmUp();
        }
        for (int round = 0; round < rounds; round++) {
            System.out.printf("round %s of %s%n", round + 1, rounds);
            for (Scenario scenario : scenarios) {
                for (int turn = 0; turn < ContenderKind.values().length; turn++) {
                    ContenderKind kind = ContenderKind.values()[(turn + round) % ContenderKind.values().length];
                    all.computeIfAbsent(scenario, unused -> new LinkedHashMap<>())
                            .computeIfAbsent(kind, unused -> new ArrayList<>())
                            .add(measure(scenario, kind));
                }
            }
        }
        List<Result> results = new ArrayList<>();
        all.forEach((scenario, byKind) -> {
            for (ContenderKind kind : ContenderKind.values()) {
                results.add(new Result(scenario, kind, List.copyOf(byKind.get(kind))));
            }
        });
        return results;
    }

    private void warmUp() throws RunnerException {
        for (Protocol protocol : Protocol.values()) {
            for (ContenderKind kind : ContenderKind.values()) {
                run(new Scenario(protocol, 8, false, 0), kind, Mode.Throughput, WARM_UP);
            }
        }
    }

    private Measurement measure(Scenario scenario, ContenderKind kind) throws RunnerException {
        URI url = server.url(name(scenario, kind), scenario);
        ConnectionCounts before = server.counts(url);
        RunResult speed = run(scenario, kind, Mode.Throughput, turn);
        RunResult times = run(scenario, kind, Mode.SampleTime, turn);
        ConnectionCounts counts = server.counts(url).since(before);
        Statistics calls = times.getPrimaryResult().getStatistics();
        return new Measurement(
                speed.getPrimaryResult().getScore(),
                calls.getPercentile(50) * MICROS,
                calls.getPercentile(99) * MICROS,
                speed.getSecondaryResults().get("gc.alloc.rate.norm").getScore(),
                1000.0 * counts.connections() / counts.requests(),
                1000.0 * counts.handshakes() / counts.requests(),
                counts.mostOpen());
    }

    private static String name(Scenario scenario, ContenderKind kind) {
        return kind + "-" + scenario;
    }

    private RunResult run(Scenario scenario, ContenderKind kind, Mode mode, Duration time) throws RunnerException {
        String name = name(scenario, kind);
        URI url = server.url(name, scenario);
        CallBenchmark.register(name, () -> kind.contender(url, scenario.protocol()));
        System.setProperty(CallerThreads.VIRTUAL, Boolean.toString(scenario.virtual()));
        Options options = new OptionsBuilder()
                .include(CallBenchmark.class.getName())
                .param("contender", name)
                .mode(mode)
                .timeUnit(TimeUnit.SECONDS)
                .threads(scenario.callers())
                .forks(0)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(time.toMillis()))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        return results.iterator().next();
    }
}
