package io.github.kustomerconnector.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
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
}
