package io.github.kustomerconnector.campaign;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the fault campaign with the Kustomer connector and, for comparison, with Camunda's REST connector.
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
        Options options;
        try {
            options = Options.parse(words);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(Options.USAGE);
            return 2;
        }
        return options.replay() == null ? campaign(options, out) : replay(options.replay(), out);
    }

    private static int campaign(Options options, PrintStream out) throws IOException {
        out.printf("The fault campaign: %d executions, seed %d ...%n", options.executions(), options.seed());
        List<Scenario> scenarios = Campaign.seeds(options.seed(), options.executions()).stream()
                .map(Scenario::of)
                .toList();
        Campaign.Result ours = Campaign.run(new KustomerContender(), scenarios);
        Campaign.Result rest = Campaign.run(new RestContender(), scenarios);
        ResultTable table = new ResultTable(options.seed(), List.of(ours, rest));
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, table.markdown());
        out.printf("%n%s%nInjected faults: %s%n", table.markdown(), table.faults());
        return judge(ours, out);
    }

    private static int replay(long seed, PrintStream out) {
        Campaign.Result result = Campaign.run(new KustomerContender(), List.of(Scenario.of(seed)));
        result.results().forEach(out::println);
        return judge(result, out);
    }

    private static int judge(Campaign.Result result, PrintStream out) {
        List<String> violations = result.violations();
        violations.forEach(out::println);
        out.println(
                violations.isEmpty() ? "Every invariant held." : violations.size() + " executions broke an invariant.");
        return violations.isEmpty() ? 0 : 1;
    }
}
