package io.github.kustomerconnector.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The results of whole jobs and of a bulk as tables. */
final class JobTable {

    private JobTable() {}

    /** Medians of the rounds, with the least and the most, and the medians of the ratios of each round. */
    static String of(Map<JobTask.Kind, Map<String, List<JobRounds.Round>>> results) {
        StringBuilder table = new StringBuilder("""
                | whole job | build | jobs/s | kB allocated a job | processor ms a job | MB live after 64 callers | jobs/s of this build / of it |\
                 kB of this build / of it | processor ms of this build / of it |
                |---|---|---:|---:|---:|---:|---:|---:|---:|
                """);
        results.forEach((kind, builds) -> builds.forEach((build, rounds) -> {
            List<JobRounds.Round> own = builds.get(JobRounds.THIS_BUILD);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %,.0f (%,.0f to %,.0f) | %,.0f | %.2f | %s | %.2f | %.2f | %.2f |%n",
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
                    median(rounds, JobRounds.Round::milliseconds),
                    kind == JobTask.Kind.LARGE
                            ? String.format(Locale.ROOT, "%.0f", median(rounds, JobRounds.Round::live) / 1e6)
                            : "",
                    ratio(own, rounds, JobRounds.Round::perSecond),
                    ratio(own, rounds, JobRounds.Round::bytes),
                    ratio(own, rounds, JobRounds.Round::milliseconds)));
        }));
        return table.append('\n').toString();
    }

    /** Medians of the rounds of a bulk, and the median of the ratios of the time to that of one job for all. */
    static String ofBulk(int customers, Map<BulkRounds.Way, List<BulkRounds.Round>> results) {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, """
                | %,d customers, without a rate limit | requests | s | requests / of the bulk | time / of the bulk |
                |---|---:|---:|---:|---:|
                """, customers));
        List<BulkRounds.Round> bulk = results.get(BulkRounds.Way.BULK);
        results.forEach((way, rounds) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.2f (%.2f to %.2f) | %.1f | %.1f |%n",
                way.label(),
                median(rounds, BulkRounds.Round::requests),
                median(rounds, BulkRounds.Round::seconds),
                rounds.stream().mapToDouble(BulkRounds.Round::seconds).min().orElse(0),
                rounds.stream().mapToDouble(BulkRounds.Round::seconds).max().orElse(0),
                ratio(rounds, bulk, BulkRounds.Round::requests),
                ratio(rounds, bulk, BulkRounds.Round::seconds))));
        return table.append('\n').toString();
    }

    private static <R> double median(List<R> rounds, ToDoubleFunction<R> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }

    private static <R> double ratio(List<R> own, List<R> other, ToDoubleFunction<R> figure) {
        return IntStream.range(0, own.size())
                .mapToDouble(round -> figure.applyAsDouble(own.get(round)) / figure.applyAsDouble(other.get(round)))
                .sorted()
                .toArray()[own.size() / 2];
    }
}
