package io.github.kustomerconnector.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The counts of the operations that write, one row for each operation, as Markdown. */
final class WriteTable {

    private final WriteCampaign.Result result;

    WriteTable(WriteCampaign.Result result) {
        this.result = result;
    }

    String markdown() {
        StringBuilder table = new StringBuilder();
        table.append("| Operation | Jobs | Injected faults | Completed as asked | Refused, naming the duplicate"
                + " | Outcome unknown | Failed otherwise | **Duplicates** | **Not as asked** |\n");
        table.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for (WriteOperation operation : WriteOperation.values()) {
            List<WriteResult> results = of(operation);
            if (!results.isEmpty()) {
                table.append(row(operation.title(), results));
            }
        }
        return table.append(row("all", result.results())).toString();
    }

    private List<WriteResult> of(WriteOperation operation) {
        return result.results().stream()
                .filter(one -> one.scenario().operation() == operation)
                .toList();
    }

    private static String row(String title, List<WriteResult> results) {
        long completed = count(results, one -> one.isCompleted() && one.asAsked());
        long refused = count(results, WriteResult::isRefused);
        long unknown = count(results, WriteResult::isOfUnknownOutcome);
        long notAsAsked = count(results, one -> one.isCompleted() && !one.asAsked());
        List<Long> figures =
                new ArrayList<>(List.of((long) results.size(), faults(results), completed, refused, unknown));
        figures.add(results.size() - completed - refused - unknown - notAsAsked);
        figures.add(results.stream().mapToLong(WriteResult::duplicates).sum());
        figures.add(notAsAsked);
        StringBuilder row = new StringBuilder("| " + title + " |");
        figures.forEach(figure -> row.append(String.format(Locale.ROOT, " %,d |", figure)));
        return row.append('\n').toString();
    }

    private static long faults(List<WriteResult> results) {
        return results.stream()
                .flatMap(one -> one.injected().values().stream())
                .mapToLong(Integer::longValue)
                .sum();
    }

    private static long count(List<WriteResult> results, Predicate<WriteResult> wanted) {
        return results.stream().filter(wanted).count();
    }
}
