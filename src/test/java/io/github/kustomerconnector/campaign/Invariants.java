package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.connector.JobEnding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The invariants of every execution, with any faults. */
final class Invariants {

    private final ScenarioResult result;
    private final Scenario scenario;
    private final Set<String> created;
    private final List<String> broken = new ArrayList<>();

    private Invariants(ScenarioResult result) {
        this.result = result;
        this.scenario = result.scenario();
        this.created = result.created();
    }

    /** The broken invariants, one sentence each; empty if all hold. */
    static List<String> broken(ScenarioResult result) {
        Invariants invariants = new Invariants(result);
        invariants.check();
        return invariants.broken;
    }

    private void check() {
        require(result.unexpected().isEmpty(), "unexpected requests: " + result.unexpected());
        require(result.mostPostsAtOnce() <= 1, "concurrent POSTs of one identity: " + result.mostPostsAtOnce());
        require(created.size() <= (result.foreignIds().isEmpty() ? 1 : 0), "too many records: " + created);
        result.endings().forEach(ending -> {
            switch (ending) {
                case JobEnding.Completed completed -> checkCompleted(completed);
                case JobEnding.Failed failed -> checkFailed(failed);
                case JobEnding.ErrorThrown thrown -> require(false, "unexpected BPMN error: " + thrown);
            }
        });
    }

    private void checkCompleted(JobEnding.Completed completed) {
        Optional<String> id = result.id(completed);
        require(id.isPresent(), "completed without an id");
        require(
                result.records().stream()
                        .anyMatch(record ->
                                id.equals(Optional.of(record.path("id").asText()))),
                "completed without a record: " + id);
        require(scenario.foreignRecords() != ForeignRecords.FOREIGN, "completed with a foreign record");
        String outcome = completed.variables().at("/result/outcome").asText();
        require(
                id.filter(created::contains).isPresent()
                        ? isRightForOwnRecord(outcome)
                        : isRightForForeignRecord(outcome),
                "wrong outcome: " + outcome);
        if (outcome.equals("updated")) {
            require(
                    result.records().stream().allMatch(this::isUpdated),
                    "updated, but not with the fields of the task");
        }
    }

    private boolean isRightForOwnRecord(String outcome) {
        return outcome.equals("created") || (mayReportOwnRecordAsDuplicate() && isOfDuplicate(outcome));
    }

    private boolean isRightForForeignRecord(String outcome) {
        return isOfDuplicate(outcome) || (mayReportForeignRecordAsCreated() && outcome.equals("created"));
    }

    private boolean isOfDuplicate(String outcome) {
        return switch (scenario.onDuplicate()) {
            case "returnExisting" -> outcome.equals("existing");
            case "updateExisting" -> outcome.equals("updated");
            default -> false;
        };
    }

    /**
     * Whether the job may report its own record as a duplicate. A runtime cannot recognize a record that the other
     * runtime created, unless the identity is derived from the task.
     */
    private boolean mayReportOwnRecordAsDuplicate() {
        return scenario.givenIdentity() != GivenIdentity.NOTHING && scenario.usesRuntimes();
    }

    /**
     * Whether the job may report a rival's record as created. After a lost reply, such a record looks like the
     * job's own.
     */
    private boolean mayReportForeignRecordAsCreated() {
        return scenario.foreignRecords() == ForeignRecords.RIVAL && result.hadFault();
    }

    private boolean isUpdated(JsonNode record) {
        return record.at("/attributes/name").asText().equals(new TaskFields(scenario).name());
    }

    /**
     * A job may fail only with a duplicate, and only if {@code onDuplicate} is {@code fail} or the record is
     * foreign. The error names that record.
     */
    private void checkFailed(JobEnding.Failed failed) {
        Set<String> named = ScenarioResult.namedIds(failed);
        boolean duplicate = failed.code().equals("KUSTOMER_DUPLICATE");
        require(duplicate, "failed with %s: %s".formatted(failed.code(), failed.message()));
        if (!duplicate) {
            return;
        }
        boolean expected = scenario.onDuplicate().equals("fail") || scenario.foreignRecords() == ForeignRecords.FOREIGN;
        require(expected, "failed with a duplicate that the task accepts");
        boolean foreign = !result.foreignIds().isEmpty() && named.equals(result.foreignIds());
        boolean own = mayReportOwnRecordAsDuplicate() && !created.isEmpty() && named.equals(created);
        require(foreign || own, "wrong duplicate " + named + ": " + failed.message());
    }

    private void require(boolean holds, String violation) {
        if (!holds) {
            broken.add(violation);
        }
    }
}
