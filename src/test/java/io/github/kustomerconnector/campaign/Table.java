package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.simulator.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The figures of the contenders side by side, in Markdown. */
final class Table {

    private final long seed;
    private final List<Campaign.Result> results;

    Table(long seed, List<Campaign.Result> results) {
        this.seed = seed;
        this.results = List.copyOf(results);
    }

    String markdown() {
        List<Score> scores = results.stream().map(Campaign.Result::score).toList();
        StringBuilder table = new StringBuilder();
        table.append(row("Seed " + seed, scores.stream().map(Score::contender).toList()));
        table.append(row("---", scores.stream().map(score -> "---:").toList()));
        table.append(figures("Jobs, each delivered 1 to 4 times", scores, Score::jobs));
        table.append(figures("Faults that struck", scores, Score::allFaults));
        table.append(figures("Completed with the right id", scores, Score::completed));
        table.append(figures("Failed, naming the duplicate, as the task asks", scores, Score::refused));
        table.append(figures("Failed otherwise, or completed without the id", scores, Score::others));
        table.append(figures("**Duplicate records**", scores, Score::duplicates));
        table.append(figures("**Lost ids**", scores, Score::lost));
        return table.append(row(
                        "Time",
                        results.stream().map(result -> seconds(result.time())).toList()))
                .toString();
    }

    /** The faults by kind, of the first contender. */
    String faults() {
        Score score = results.getFirst().score();
        return Arrays.stream(Fault.Kind.values())
                .map(kind -> "%d %s".formatted(score.faults().getOrDefault(kind, 0), words(kind)))
                .collect(Collectors.joining(", "));
    }

    private static String figures(String what, List<Score> scores, ToIntFunction<Score> figure) {
        return row(
                what,
                scores.stream()
                        .map(score -> String.format(Locale.ROOT, "%,d", figure.applyAsInt(score)))
                        .toList());
    }

    private static String row(String what, List<String> cells) {
        return "| " + what + " | " + String.join(" | ", cells) + " |\n";
    }

    private static String seconds(Duration time) {
        return Math.round(time.toMillis() / 1000.0) + " s";
    }

    private static String words(Fault.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
