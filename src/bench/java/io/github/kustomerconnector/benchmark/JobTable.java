package io.github.kustomerconnector.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The results of whole jobs as a table. */
final class JobTable {

    private JobTable() {}

    /** Medians of the rounds, with the least and the most, and the medians of the ratios of each round. */
    static String of(Map<JobTask.Kind, Map<String, List<JobRounds.Round>>> results) {
        StringBuilder table = new StringBuilder("""
                | whole job | build | jobs/s | kB allocated a job | MB live after 64 callers | jobs/s of this build / of it |\
                 kB of this build / of it |
                |---|---|---:|---:|---:|---:|---:|
                """);
        results.forEach((kind, builds) -> builds.forEach((build, rounds) -> {
            List<JobRounds.Round> own = builds.get(JobRounds.THIS_BUILD);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %,.0f (%,.0f to %,.0f) | %,.0f | %s | %.2f | %.2f |%n",
                    kind.label(),
                    build,
                    median(rounds, JobRounds.Round::perSecond),
                    rounds.stream()
                            .mapToDouble(JobRounds.Round::perSecond)
                            .min()
                            .orElse(0),
                    rounds.stream()
                            .mapToDouble(JobRounds.Round::perSecond)
                            .max()
                            .orElse(0),
                    median(rounds, JobRounds.Round::bytes) / 1000,
                    kind == JobTask.Kind.LARGE
                            ? String.format(Locale.ROOT, "%.0f", median(rounds, JobRounds.Round::live) / 1e6)
                            : "",
                    ratio(own, rounds, JobRounds.Round::perSecond),
                    ratio(own, rounds, JobRounds.Round::bytes)));
        }));
        return table.append('\n').toString();
    }

    private static double median(List<JobRounds.Round> rounds, ToDoubleFunction<JobRounds.Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }

    private static double ratio(
            List<JobRounds.Round> own, List<JobRounds.Round> other, ToDoubleFunction<JobRounds.Round> figure) {
        return IntStream.range(0, own.size())
                .mapToDouble(round -> figure.applyAsDouble(own.get(round)) / figure.applyAsDouble(other.get(round)))
                .sorted()
                .toArray()[own.size() / 2];
    }
}
