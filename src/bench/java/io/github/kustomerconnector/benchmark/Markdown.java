package io.github.kustomerconnector.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The results as tables. */
final class Markdown {

    private final Map<Scenario, Map<Party, Result>> results;
    private final List<Scenario> scenarios;

    Markdown(List<Result> results) {
        this.scenarios = results.stream().map(Result::scenario).distinct().toList();
        this.results = results.stream()
                .collect(Collectors.groupingBy(
                        Result::scenario, Collectors.toMap(Result::party, Function.identity())));
    }

    /** What each contender did, medians of the rounds. */
    String figures() {
        StringBuilder table = new StringBuilder("""
                | scenario | who | p50 | p99 | calls/s | kB allocated a call | connections / handshakes per 1,000 calls |\
                 most open at once |
                |---|---|---:|---:|---:|---:|---:|---:|
                """);
        for (Scenario scenario : scenarios) {
            for (Party party : Party.values()) {
                Result result = results.get(scenario).get(party);
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %,.0f µs | %,.0f µs | %,.0f (%,.0f to %,.0f) | %.1f | %.1f / %.1f | %.0f |%n",
                        scenario.name(),
                        party.words(),
                        result.median(Measurement::p50),
                        result.median(Measurement::p99),
                        result.median(Measurement::callsPerSecond),
                        result.least(Measurement::callsPerSecond),
                        result.most(Measurement::callsPerSecond),
                        result.median(Measurement::bytesPerCall) / 1000,
                        result.median(Measurement::connections),
                        result.median(Measurement::handshakes),
                        result.most(Measurement::mostOpen)));
            }
        }
        return table.toString();
    }

    /** The connector as a multiple of the others. */
    String ratios() {
        StringBuilder table = new StringBuilder("""
                | scenario | p50 / bare client | calls/s / bare client | calls/s / REST connector |\
                 kB a call: bare client, connector, REST connector |
                |---|---:|---:|---:|---:|
                """);
        for (Scenario scenario : scenarios) {
            Map<Party, Result> parties = results.get(scenario);
            Result ours = parties.get(Party.KUSTOMER);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.1f | %.0f, %.0f, %.0f |%n",
                    scenario.name(),
                    Ratio.of(ours, parties.get(Party.BARE), Measurement::p50),
                    Ratio.of(ours, parties.get(Party.BARE), Measurement::callsPerSecond),
                    Ratio.of(ours, parties.get(Party.REST), Measurement::callsPerSecond),
                    parties.get(Party.BARE).median(Measurement::bytesPerCall) / 1000,
                    ours.median(Measurement::bytesPerCall) / 1000,
                    parties.get(Party.REST).median(Measurement::bytesPerCall) / 1000));
        }
        return table.toString();
    }

    /** What a JVM that has just started pays. */
    static String startUp(Map<Party, StartUp.Cost> costs) {
        StringBuilder lines = new StringBuilder(String.format(
                Locale.ROOT,
                "Start-up: all connectors made in %.0f ms. First call:",
                costs.get(Party.KUSTOMER).made()));
        costs.forEach((party, cost) -> lines.append(String.format(
                Locale.ROOT, " %s %.0f ms and %.0f classes;", party.words(), cost.firstCall(), cost.classes())));
        lines.setCharAt(lines.length() - 1, '\n');
        return lines.append('\n').toString();
    }

    /** Whole process instances, and where the processors' time for one goes, medians of the rounds. */
    static String instances(Map<String, Map<String, List<EngineRounds.Round>>> results) {
        StringBuilder table = new StringBuilder("| threads | connector | instances/s |");
        for (CpuTime.Part part : CpuTime.Part.values()) {
            table.append(" ms of ").append(part.words()).append(" |");
        }
        table.append("\n|---|---|---:|").append("---:|".repeat(CpuTime.Part.values().length)).append('\n');
        results.forEach((threads, connectors) -> connectors.forEach((type, rounds) -> {
            table.append(String.format(
                    Locale.ROOT, "| %s | %s | %.0f |", threads, type, median(rounds, EngineRounds.Round::perSecond)));
            for (CpuTime.Part part : CpuTime.Part.values()) {
                table.append(String.format(
                        Locale.ROOT, " %.2f |", median(rounds, round -> round.milliseconds().get(part))));
            }
            table.append('\n');
        }));
        results.forEach((threads, connectors) -> table.append(String.format(
                Locale.ROOT,
                "%nInstances a second with this connector / with one that does nothing, %s: %.2f%n",
                threads,
                median(connectors.get(EngineRounds.OURS), EngineRounds.Round::perSecond)
                        / median(connectors.get(NoOp.TYPE), EngineRounds.Round::perSecond))));
        return table.toString();
    }

    private static double median(List<EngineRounds.Round> rounds, ToDoubleFunction<EngineRounds.Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }
}
