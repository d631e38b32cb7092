package io.github.kustomerconnector.campaign;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the fault campaign with the Kustomer connector and, for the creates, with Camunda's REST connector for
 * comparison.
 *
 * <p>Exit status: 0 if every invariant holds for the Kustomer connector, 1 if not, 2 for invalid options.
 */
public final class CampaignMain {

    private static final Path TABLE = Path.of("target", "campaign.md");

    private CampaignMain() {}

    /** Runs the campaign. The options are in the system property {@code campaign.args}, separated by spaces. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = Arrays.stream(
                        System.getProperty("campaign.args", "").split("\\s+"))
                .filter(word -> !word.isBlank())
                .toList();
        System.exit(run(words, System.out));
    }

    private static int run(List<String> words, PrintStream out) throws IOException {
        if (words.stream().anyMatch(word -> word.startsWith("--bulk"))) {
            return BulkCampaign.run(words, out);
        }
        Options options;
        try {
            options = Options.parse(words);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(Options.USAGE);
            return 2;
        }
        if (options.replay() != null) {
            return replay(options, options.replay(), out);
        }
        Files.createDirectories(TABLE.getParent());
        Files.deleteIfExists(TABLE);
        int creates = options.creates() ? creates(options, out) : 0;
        return Math.max(creates, options.writes().isEmpty() ? 0 : writes(options, out));
    }

    private static int creates(Options options, PrintStream out) throws IOException {
        out.printf("The fault campaign: %s executions, seed %s ...%n", options.executions(), options.seed());
        List<Scenario> scenarios = Campaign.seeds(options.seed(), options.executions()).stream()
                .map(Scenario::of)
                .toList();
        Campaign.Result ours = Campaign.run(new KustomerContender(), scenarios);
        Campaign.Result rest = Campaign.run(new RestContender(), scenarios);
        ResultTable table = new ResultTable(options.seed(), List.of(ours, rest));
        append(table.markdown());
        out.printf("%n%s%nInjected faults: %s%n", table.markdown(), table.faults());
        return judge(ours.violations(), out);
    }

    private static int writes(Options options, PrintStream out) throws IOException {
        out.printf("The other writes: %s executions, seed %s ...%n", options.executions(), options.seed());
        WriteCampaign.Result result = WriteCampaign.run(
                new KustomerContender(),
                WriteCampaign.scenarios(options.seed(), options.executions(), options.writes()));
        String table = new WriteTable(result).markdown();
        append(table);
        out.printf("%n%s%nTime: %s s%n", table, result.time().toSeconds());
        return judge(result.violations(), out);
    }

    private static void append(String table) throws IOException {
        Files.writeString(TABLE, table + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Repeats an execution of the only operation, or of a create. */
    private static int replay(Options options, long seed, PrintStream out) {
        if (!options.creates() && options.writes().size() == 1) {
            WriteResult result =
                    WriteResult.of(WriteScenario.of(options.writes().getFirst(), seed), new KustomerContender());
            out.println(result);
            return judge(result.violation().stream().toList(), out);
        }
        Campaign.Result result = Campaign.run(new KustomerContender(), List.of(Scenario.of(seed)));
        result.results().forEach(out::println);
        return judge(result.violations(), out);
    }

    private static int judge(List<String> violations, PrintStream out) {
        violations.forEach(out::println);
        out.println(
                violations.isEmpty() ? "Every invariant held." : violations.size() + " executions broke an invariant.");
        return violations.isEmpty() ? 0 : 1;
    }
}
