package io.github.kustomerconnector.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The results as tables. */
final class Markdown {

    private final Map<Scenario, Map<ContenderKind, Result>> results;
    private final List<Scenario> scenarios;

    Markdown(List<Result> results) {
        this.scenarios = results.stream().map(Result::scenario).distinct().toList();
        this.results = results.stream()
                .collect(Collectors.groupingBy(Result::scenario, Collectors.toMap(Result::kind, Function.identity())));
    }

    /** The figures of each contender: medians of the rounds. */
    String figures() {
        StringBuilder table = new StringBuilder("""
                | scenario | contender | p50 | p99 | calls/s | kB allocated a call | connections / handshakes per 1,000 calls |\
                 most open at the same time |
                |---|---|---:|---:|---:|---:|---:|---:|
                """);
        for (Scenario scenario : scenarios) {
            for (ContenderKind kind : ContenderKind.values()) {
                Result result = results.get(scenario).get(kind);
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %,.0f µs | %,.0f µs | %,.0f (%,.0f to %,.0f) | %.1f | %.1f / %.1f | %.0f |%n",
                        scenario.name(),
                        kind.label(),
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

    /** The ratios of the Kustomer connector to the others. */
    String ratios() {
        StringBuilder table = new StringBuilder("""
                | scenario | p50 / bare client | calls/s / bare client | calls/s / REST connector |\
                 kB a call: bare client, connector, REST connector |
                |---|---:|---:|---:|---:|
                """);
        for (Scenario scenario : scenarios) {
            Map<ContenderKind, Result> byKind = results.get(scenario);
            Result kustomer = byKind.get(ContenderKind.KUSTOMER);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.1f | %.0f, %.0f, %.0f |%n",
                    scenario.name(),
                    Ratio.of(kustomer, byKind.get(ContenderKind.BARE), Measurement::p50),
                    Ratio.of(kustomer, byKind.get(ContenderKind.BARE), Measurement::callsPerSecond),
                    Ratio.of(kustomer, byKind.get(ContenderKind.REST), Measurement::callsPerSecond),
                    byKind.get(ContenderKind.BARE).median(Measurement::bytesPerCall) / 1000,
                    kustomer.median(Measurement::bytesPerCall) / 1000,
                    byKind.get(ContenderKind.REST).median(Measurement::bytesPerCall) / 1000));
        }
        return table.toString();
    }

    /** The cost of the first call in a new JVM. */
    static String startUp(Map<ContenderKind, StartUpMeasurement.Cost> costs) {
        StringBuilder lines = new StringBuilder(String.format(
                Locale.ROOT,
                "Start-up: all connectors instantiated in %.0f ms. First call:",
                costs.get(ContenderKind.KUSTOMER).instantiation()));
        costs.forEach((kind, cost) -> lines.append(String.format(
                Locale.ROOT, " %s %.0f ms and %.0f classes;", kind.label(), cost.firstCall(), cost.classes())));
        lines.setCharAt(lines.length() - 1, '\n');
        return lines.append('\n').toString();
    }

    /** The result of the memory check, without and with the planted leak. */
    static String memory(MemoryCheck.HeapGrowth memory, MemoryCheck.HeapGrowth leak) {
        return String.format(
                Locale.ROOT,
                "Memory: %,d bytes more in use after %,d calls (%s); with a planted leak of 100 bytes a call %,d (%s)%n%n",
                memory.bytes(),
                memory.calls(),
                memory.isFlat() ? "flat" : "NOT FLAT",
                leak.bytes(),
                leak.isFlat() ? "NOT FOUND" : "found");
    }

    /** Whole process instances, and the CPU time of one instance by part: medians of the rounds. */
    static String instances(Map<String, Map<String, List<EngineRounds.Round>>> results) {
        StringBuilder table = new StringBuilder("| threads | connector | instances/s |");
        for (CpuTime.Part part : CpuTime.Part.values()) {
            table.append(" ms in ").append(part.label()).append(" |");
        }
        table.append("\n|---|---|---:|")
                .append("---:|".repeat(CpuTime.Part.values().length))
                .append('\n');
        results.forEach((threads, connectors) -> connectors.forEach((type, rounds) -> {
            table.append(String.format(
                    Locale.ROOT, "| %s | %s | %.0f |", threads, type, median(rounds, EngineRounds.Round::perSecond)));
            for (CpuTime.Part part : CpuTime.Part.values()) {
                table.append(String.format(
                        Locale.ROOT,
                        " %.2f |",
                        median(rounds, round -> round.milliseconds().get(part))));
            }
            table.append('\n');
        }));
        results.forEach((threads, connectors) -> table.append(String.format(
                Locale.ROOT,
                "%nInstances a second with the Kustomer connector / with the no-op connector, %s: %.2f%n",
                threads,
                median(connectors.get(EngineRounds.KUSTOMER), EngineRounds.Round::perSecond)
                        / median(connectors.get(NoOpConnector.TYPE), EngineRounds.Round::perSecond))));
        return table.toString();
    }

    private static double median(List<EngineRounds.Round> rounds, ToDoubleFunction<EngineRounds.Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }
}
