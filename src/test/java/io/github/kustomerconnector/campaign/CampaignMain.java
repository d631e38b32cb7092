package io.github.kustomerconnector.campaign;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the fault campaign, with Camunda's REST connector beside.
 *
 * <p>Ends with 0 if everything held, 1 if something did not, 2 if it was asked wrongly.
 */
public final class CampaignMain {

    private static final Path TABLE = Path.of("target", "campaign.md");

    private CampaignMain() {}

    /** Options come as one text in the system property {@code campaign.args}. */
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
        List<Plan> plans = Campaign.seeds(options.seed(), options.executions()).stream()
                .map(Plan::of)
                .toList();
        Campaign.Result ours = Campaign.run(new KustomerContender(), plans);
        Campaign.Result rest = Campaign.run(new RestContender(), plans);
        Table table = new Table(options.seed(), List.of(ours, rest));
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, table.markdown());
        out.printf("%n%s%nFaults that struck: %s%n", table.markdown(), table.faults());
        return judge(ours, out);
    }

    private static int replay(long seed, PrintStream out) {
        Campaign.Result result = Campaign.run(new KustomerContender(), List.of(Plan.of(seed)));
        result.runs().forEach(out::println);
        return judge(result, out);
    }

    private static int judge(Campaign.Result result, PrintStream out) {
        List<String> complaints = result.complaints();
        complaints.forEach(out::println);
        out.println(
                complaints.isEmpty() ? "Every invariant held." : complaints.size() + " executions broke an invariant.");
        return complaints.isEmpty() ? 0 : 1;
    }
}
