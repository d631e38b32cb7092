package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The counts of all contenders side by side, as Markdown. */
final class ResultTable {

    private final long seed;
    private final List<Campaign.Result> results;

    ResultTable(long seed, List<Campaign.Result> results) {
        this.seed = seed;
        this.results = List.copyOf(results);
    }

    String markdown() {
        List<ResultCounts> counts =
                results.stream().map(Campaign.Result::counts).toList();
        StringBuilder table = new StringBuilder();
        table.append(
                row("Seed " + seed, counts.stream().map(ResultCounts::contender).toList()));
        table.append(row("---", counts.stream().map(one -> "---:").toList()));
        table.append(figures("Jobs, each delivered 1 to 4 times", counts, ResultCounts::jobs));
        table.append(figures("Injected faults", counts, ResultCounts::allFaults));
        table.append(figures("Completed with the right id", counts, ResultCounts::completed));
        table.append(
                figures("Failed with the id of the duplicate, as the task requires", counts, ResultCounts::refused));
        table.append(figures("Failed otherwise, or completed without the id", counts, ResultCounts::others));
        table.append(figures("**Duplicate records**", counts, ResultCounts::duplicates));
        table.append(figures("**Lost ids**", counts, ResultCounts::lost));
        return table.append(row(
                        "Time",
                        results.stream().map(result -> seconds(result.time())).toList()))
                .toString();
    }

    /** The injected faults of the first contender by kind. */
    String faults() {
        ResultCounts counts = results.getFirst().counts();
        return RandomFaults.KINDS.stream()
                .map(kind -> "%s %s".formatted(counts.faults().getOrDefault(kind, 0), describe(kind)))
                .collect(Collectors.joining(", "));
    }

    private static String figures(String what, List<ResultCounts> counts, ToIntFunction<ResultCounts> figure) {
        return row(
                what,
                counts.stream()
                        .map(one -> String.format(Locale.ROOT, "%,d", figure.applyAsInt(one)))
                        .toList());
    }

    private static String row(String what, List<String> cells) {
        return "| " + what + " | " + String.join(" | ", cells) + " |\n";
    }

    private static String seconds(Duration time) {
        return Math.round(time.toMillis() / 1000.0) + " s";
    }

    private static String describe(Fault.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
