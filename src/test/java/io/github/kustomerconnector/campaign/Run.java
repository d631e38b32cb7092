package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.connector.JobEnding;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of one plan with one contender.
 *
 * @param records all records of the plan's kind, in the end
 * @param theirs the ids of those that others have made
 * @param waves how the deliveries ended; see {@link SimulatedEngine#run()}
 * @param struck how many faults have struck, by kind
 */
record Run(
        Contender contender,
        Plan plan,
        List<ObjectNode> records,
        Set<String> theirs,
        List<List<JobEnding>> waves,
        int mostPostsAtOnce,
        Map<Fault.Kind, Integer> struck,
        List<RecordedRequest> requests,
        List<RecordedRequest> unexpected) {

    static Run of(Plan plan, Contender contender) {
        try (KustomerSimulator kustomer = KustomerSimulator.start()) {
            kustomer.settings().duplicateStatus(plan.duplicateStatus());
            kustomer.settings().errorShape(plan.errorShape());
            kustomer.settings().uniqueConversationExternalIds(plan.others() == Others.RIVAL);
            Scene scene = Scene.set(plan, kustomer);
            SimulatedEngine engine = new SimulatedEngine(
                    contender, plan, kustomer, contender.variables(plan, scene.given(), kustomer.baseUrl()));
            List<List<JobEnding>> waves = engine.run();
            engine.awaitRest();
            return new Run(
                    contender,
                    plan,
                    plan.kind().in(kustomer),
                    Set.copyOf(scene.theirs()),
                    waves,
                    contender.mostPostsAtOnce(kustomer.baseUrl()),
                    kustomer.injected(),
                    kustomer.requests(),
                    kustomer.unexpected());
        }
    }

    /** The ids of the records that the job has made. */
    Set<String> made() {
        return ids().stream().filter(id -> !theirs.contains(id)).collect(Collectors.toUnmodifiableSet());
    }

    Set<String> ids() {
        return records.stream().map(record -> record.path("id").asText()).collect(Collectors.toUnmodifiableSet());
    }

    Stream<JobEnding> endings() {
        return waves.stream().flatMap(List::stream);
    }

    /** The ending that the engine keeps: the completions before it were lost, what came after it too late. */
    JobEnding kept() {
        return waves.getLast().getFirst();
    }

    Optional<String> id(JobEnding ending) {
        return ending instanceof JobEnding.Completed completed
                ? contender.id(completed.variables().path("result"))
                : Optional.empty();
    }

    /** The ids that a failure names. */
    static Set<String> namedIds(JobEnding ending) {
        return ending.variables()
                .at("/error/variables/ids")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the process has gone on with the id of a record that is there. */
    boolean isRight() {
        return id(kept()).filter(ids()::contains).isPresent();
    }

    /** Whether the job failed and said which record was in the way. */
    boolean isRefused() {
        return !namedIds(kept()).isEmpty() && ids().containsAll(namedIds(kept()));
    }

    /** The records that the job has made beyond the one that it may make. */
    int duplicates() {
        return Math.max(0, made().size() - 1);
    }

    /** Whether a record was made and neither the process nor the operator was told its id. */
    boolean isLost() {
        Set<String> made = made();
        return !made.isEmpty()
                && id(kept()).filter(made::contains).isEmpty()
                && namedIds(kept()).stream().noneMatch(made::contains);
    }

    boolean wasStruck() {
        return !struck.isEmpty();
    }

    @Override
    public String toString() {
        return "%s%n  records %s, of them others' %s%n  endings %s%n  requests %s"
                .formatted(
                        plan,
                        records.stream()
                                .map(record -> record.path("id").asText())
                                .toList(),
                        theirs,
                        waves.stream()
                                .map(wave -> wave.stream().map(this::words).toList())
                                .toList(),
                        requests);
    }

    private String words(JobEnding ending) {
        return switch (ending) {
            case JobEnding.Completed completed ->
                completed.variables().at("/result/outcome").asText("completed") + " "
                        + id(completed).orElse("without an id");
            case JobEnding.Failed failed -> failed.code() + " " + failed.message() + " " + namedIds(failed);
            case JobEnding.ErrorThrown thrown -> thrown.toString();
        };
    }
}
