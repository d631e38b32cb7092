package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.connector.JobEnding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold of every run, whatever broke. */
final class Invariants {

    private final Run run;
    private final Plan plan;
    private final Set<String> made;
    private final List<String> broken = new ArrayList<>();

    private Invariants(Run run) {
        this.run = run;
        this.plan = run.plan();
        this.made = run.made();
    }

    /** Those that do not hold, in words; empty if all do. */
    static List<String> broken(Run run) {
        Invariants invariants = new Invariants(run);
        invariants.check();
        return invariants.broken;
    }

    private void check() {
        require(run.unexpected().isEmpty(), "requests that no API knows: " + run.unexpected());
        require(run.mostPostsAtOnce() <= 1, "POSTs of one identity under way at once: " + run.mostPostsAtOnce());
        require(made.size() <= (run.theirs().isEmpty() ? 1 : 0), "records too many: " + made);
        run.endings().forEach(ending -> {
            switch (ending) {
                case JobEnding.Completed completed -> checkCompleted(completed);
                case JobEnding.Failed failed -> checkFailed(failed);
                case JobEnding.ErrorThrown thrown -> require(false, "a BPMN error that nobody asked for: " + thrown);
            }
        });
    }

    private void checkCompleted(JobEnding.Completed completed) {
        Optional<String> id = run.id(completed);
        require(id.isPresent(), "completed without an id");
        require(
                run.records().stream()
                        .anyMatch(record ->
                                id.equals(Optional.of(record.path("id").asText()))),
                "completed without a record: " + id);
        require(plan.others() != Others.FOREIGN, "completed with somebody else's record");
        String outcome = completed.variables().at("/result/outcome").asText();
        require(
                id.filter(made::contains).isPresent() ? isRightOfOurs(outcome) : isRightOfTheirs(outcome),
                "the outcome is not " + outcome);
        if (outcome.equals("updated")) {
            require(run.records().stream().allMatch(this::isUpdated), "updated, but not with the fields given");
        }
    }

    private boolean isRightOfOurs(String outcome) {
        return outcome.equals("created") || (cannotTellOurs() && isOfDuplicate(outcome));
    }

    private boolean isRightOfTheirs(String outcome) {
        return isOfDuplicate(outcome) || (cannotTellRivals() && outcome.equals("created"));
    }

    private boolean isOfDuplicate(String outcome) {
        return switch (plan.onDuplicate()) {
            case "returnExisting" -> outcome.equals("existing");
            case "updateExisting" -> outcome.equals("updated");
            default -> false;
        };
    }

    /** A runtime does not know what another has sent, unless the record bears the task's own mark. */
    private boolean cannotTellOurs() {
        return plan.naming() != Naming.NOTHING && plan.usesRuntimes();
    }

    /** A record that came up between the sending and the loss of the answer looks like the job's own. */
    private boolean cannotTellRivals() {
        return plan.others() == Others.RIVAL && run.wasStruck();
    }

    private boolean isUpdated(JsonNode record) {
        return record.at("/attributes/name").asText().equals(new Fields(plan).name());
    }

    /** The only good failure is a duplicate that was to fail or is somebody else's; it names the record. */
    private void checkFailed(JobEnding.Failed failed) {
        Set<String> named = Run.namedIds(failed);
        boolean duplicate = failed.code().equals("KUSTOMER_DUPLICATE");
        require(duplicate, "failed with %s: %s".formatted(failed.code(), failed.message()));
        if (!duplicate) {
            return;
        }
        boolean wanted = plan.onDuplicate().equals("fail") || plan.others() == Others.FOREIGN;
        require(wanted, "a duplicate, which was not to fail");
        boolean theirs = !run.theirs().isEmpty() && named.equals(run.theirs());
        boolean ours = cannotTellOurs() && !made.isEmpty() && named.equals(made);
        require(theirs || ours, "a duplicate of " + named + ": " + failed.message());
    }

    private void require(boolean holds, String complaint) {
        if (!holds) {
            broken.add(complaint);
        }
    }
}
