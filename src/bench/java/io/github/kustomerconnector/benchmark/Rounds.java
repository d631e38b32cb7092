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
 * Measures in rounds: in each, every contender has its turn in every scenario, so that what else the machine does strikes all
 * of them. One JVM for all, warmed up with all, as in a connector runtime that has many connectors.
 */
final class Rounds {

    private static final double MICROS = 1e6;
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    private final Server server;
    private final int rounds;
    private final Duration turn;
    private final int warmUps;

    /**
     * @param turn how long a contender is measured, each for calls per second and for times of calls
     * @param warmUps how often each calls over each protocol before; calls that occupy all processors leave little to the compiler,
     *     which then takes up to a minute
     */
    Rounds(Server server, int rounds, Duration turn, int warmUps) {
        this.server = server;
        this.rounds = rounds;
        this.turn = turn;
        this.warmUps = warmUps;
    }

    List<Result> of(List<Scenario> scenarios) throws RunnerException {
        Map<Scenario, Map<Party, List<Measurement>>> all = new LinkedHashMap<>();
        for (int warmUp = 0; warmUp < warmUps; warmUp++) {
            warmUp();
        }
        for (int round = 0; round < rounds; round++) {
            System.out.printf("round %d of %d%n", round + 1, rounds);
            for (Scenario scenario : scenarios) {
                for (int turn = 0; turn < Party.values().length; turn++) {
                    Party party = Party.values()[(turn + round) % Party.values().length];
                    all.computeIfAbsent(scenario, unused -> new LinkedHashMap<>())
                            .computeIfAbsent(party, unused -> new ArrayList<>())
                            .add(measure(scenario, party));
                }
            }
        }
        List<Result> results = new ArrayList<>();
        all.forEach((scenario, parties) -> {
            for (Party party : Party.values()) {
                results.add(new Result(scenario, party, List.copyOf(parties.get(party))));
            }
        });
        return results;
    }

    private void warmUp() throws RunnerException {
        for (Protocol protocol : Protocol.values()) {
            for (Party party : Party.values()) {
                run(new Scenario(protocol, 8, false, 0), party, Mode.Throughput, WARM_UP);
            }
        }
    }

    private Measurement measure(Scenario scenario, Party party) throws RunnerException {
        URI url = server.url(name(scenario, party), scenario);
        Counts before = server.counts(url);
        RunResult speed = run(scenario, party, Mode.Throughput, turn);
        RunResult times = run(scenario, party, Mode.SampleTime, turn);
        Counts seen = server.counts(url).since(before);
        Statistics calls = times.getPrimaryResult().getStatistics();
        return new Measurement(
                speed.getPrimaryResult().getScore(),
                calls.getPercentile(50) * MICROS,
                calls.getPercentile(99) * MICROS,
                speed.getSecondaryResults().get("gc.alloc.rate.norm").getScore(),
                1000.0 * seen.connections() / seen.requests(),
                1000.0 * seen.handshakes() / seen.requests(),
                seen.mostOpen());
    }

    private static String name(Scenario scenario, Party party) {
        return party + "-" + scenario;
    }

    private RunResult run(Scenario scenario, Party party, Mode mode, Duration time) throws RunnerException {
        String name = name(scenario, party);
        URI url = server.url(name, scenario);
        CallBenchmark.register(name, () -> party.contender(url, scenario.protocol()));
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
