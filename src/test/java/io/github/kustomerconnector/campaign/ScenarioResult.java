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
 * The result of one scenario with one contender.
 *
 * @param records all records of the scenario's kind at the end
 * @param foreignIds the ids of the records that other clients created
 * @param waves the endings of the deliveries; see {@link SimulatedEngine#run()}
 * @param injected the number of injected faults by kind
 */
record ScenarioResult(
        Contender contender,
        Scenario scenario,
        List<ObjectNode> records,
        Set<String> foreignIds,
        List<List<JobEnding>> waves,
        int mostPostsAtOnce,
        Map<Fault.Kind, Integer> injected,
        List<RecordedRequest> requests,
        List<RecordedRequest> unexpected) {

    static ScenarioResult of(Scenario scenario, Contender contender) {
        try (KustomerSimulator kustomer = KustomerSimulator.start()) {
            kustomer.settings().duplicateStatus(scenario.duplicateStatus());
            kustomer.settings().errorShape(scenario.errorShape());
            kustomer.settings().uniqueConversationExternalIds(scenario.foreignRecords() == ForeignRecords.RIVAL);
            InitialRecords initial = InitialRecords.create(scenario, kustomer);
            SimulatedJob job = new SimulatedJob(
                    runtime -> contender.runner(scenario.kind(), runtime),
                    contender::waited,
                    contender.variables(scenario, initial.given(), kustomer.baseUrl()),
                    scenario.seed(),
                    scenario.deliveries(),
                    scenario.alternating(),
                    scenario.needsBackOff());
            SimulatedEngine engine = new SimulatedEngine(job, kustomer);
            List<List<JobEnding>> waves = engine.run();
            engine.awaitNoActiveRequests();
            return new ScenarioResult(
                    contender,
                    scenario,
                    scenario.kind().in(kustomer),
                    Set.copyOf(initial.foreignIds()),
                    waves,
                    contender.mostPostsAtOnce(kustomer.baseUrl()),
                    kustomer.injected(),
                    kustomer.requests(),
                    kustomer.unexpected());
        }
    }

    /** The ids of the records that the job created. */
    Set<String> created() {
        return ids().stream().filter(id -> !foreignIds.contains(id)).collect(Collectors.toUnmodifiableSet());
    }

    Set<String> ids() {
        return records.stream().map(record -> record.path("id").asText()).collect(Collectors.toUnmodifiableSet());
    }

    Stream<JobEnding> endings() {
        return waves.stream().flatMap(List::stream);
    }

    /**
     * The ending that counts for the engine: the first of the last wave. Earlier completions were lost; later ones
     * are too late.
     */
    JobEnding kept() {
        return waves.getLast().getFirst();
    }

    Optional<String> id(JobEnding ending) {
        return ending instanceof JobEnding.Completed completed
                ? contender.id(completed.variables().path("result"))
                : Optional.empty();
    }

    /** The ids in the error variables of a failure. */
    static Set<String> namedIds(JobEnding ending) {
        return ending.variables()
                .at("/error/variables/ids")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the process continues with the id of an existing record. */
    boolean hasRecordId() {
        return id(kept()).filter(ids()::contains).isPresent();
    }

    /** Whether the job failed with the id of an existing record in its error variables. */
    boolean isRefused() {
        return !namedIds(kept()).isEmpty() && ids().containsAll(namedIds(kept()));
    }

    /** The number of records that the job created beyond the first. */
    int duplicates() {
        return Math.max(0, created().size() - 1);
    }

    /** Whether the job created a record, but neither its result nor its error contains the id. */
    boolean isLost() {
        Set<String> created = created();
        return !created.isEmpty()
                && id(kept()).filter(created::contains).isEmpty()
                && namedIds(kept()).stream().noneMatch(created::contains);
    }

    boolean hadFault() {
        return !injected.isEmpty();
    }

    @Override
    public String toString() {
        return "%s%n  records %s, foreign %s%n  endings %s%n  requests %s"
                .formatted(
                        scenario,
                        records.stream()
                                .map(record -> record.path("id").asText())
                                .toList(),
                        foreignIds,
                        waves.stream()
                                .map(wave -> wave.stream().map(this::describe).toList())
                                .toList(),
                        requests);
    }

    private String describe(JobEnding ending) {
        return switch (ending) {
            case JobEnding.Completed completed ->
                completed.variables().at("/result/outcome").asText("completed") + " "
                        + id(completed).orElse("without an id");
            case JobEnding.Failed failed -> failed.code() + " " + failed.message() + " " + namedIds(failed);
            case JobEnding.ErrorThrown thrown -> thrown.toString();
        };
    }
}
