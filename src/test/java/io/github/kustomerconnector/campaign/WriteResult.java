package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.connector.FlatInputs;
import io.github.kustomerconnector.connector.JobEnding;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of one scenario.
 *
 * @param waves the endings of the deliveries; see {@link SimulatedEngine#run()}
 * @param duplicates see {@link WriteCase#duplicates()}
 * @param asAsked see {@link WriteCase#isAsAsked()}
 * @param broken the broken invariants, one sentence each
 */
record WriteResult(
        WriteScenario scenario,
        List<List<JobEnding>> waves,
        Map<Fault.Kind, Integer> injected,
        List<RecordedRequest> requests,
        int duplicates,
        boolean asAsked,
        List<String> broken) {

    private static final String TIMEOUT_SECONDS = "1";

    /**
     * The simulator's clock is ahead of the runtimes' clock, which skips waits of all jobs. Otherwise it would not send
     * a draft immediately.
     */
    private static final Duration AHEAD = Duration.ofDays(36_500);

    static WriteResult of(WriteScenario scenario, Runtimes runtimes) {
        try (KustomerSimulator kustomer = KustomerSimulator.start()) {
            AdvanceableClock clock = new AdvanceableClock();
            clock.forward(AHEAD);
            kustomer.settings().clock(clock);
            List<ObjectNode> bystanders = bystanders(kustomer);
            WriteCase task = scenario.operation().start(scenario, kustomer);
            scenario.faults().forEach(fault -> fault.inject(kustomer));
            SimulatedEngine engine =
                    new SimulatedEngine(job(scenario, runtimes, clock, variables(task, kustomer)), kustomer);
            List<List<JobEnding>> waves = engine.run();
            engine.awaitNoActiveRequests();
            Invariants invariants = new Invariants(scenario, task, kustomer);
            invariants.check(waves, runtimes.mostPostsAtOnce(kustomer.baseUrl()));
            invariants.require(
                    bystanders(kustomer.customers(), bystanders), "another record was changed or is missing");
            return new WriteResult(
                    scenario,
                    waves,
                    kustomer.injected(),
                    kustomer.requests(),
                    task.duplicates(),
                    task.isAsAsked(),
                    List.copyOf(invariants.broken));
        }
    }

    /** The ending that counts for the engine: the first of the last wave. */
    JobEnding kept() {
        return waves.getLast().getFirst();
    }

    boolean isCompleted() {
        return kept() instanceof JobEnding.Completed;
    }

    boolean isOfUnknownOutcome() {
        return kept() instanceof JobEnding.Failed failed && failed.code().equals("KUSTOMER_OUTCOME_UNKNOWN");
    }

    boolean isRefused() {
        return kept() instanceof JobEnding.Failed failed && failed.code().equals("KUSTOMER_DUPLICATE");
    }

    /** The broken invariants with the command that repeats the execution; empty if all hold. */
    Optional<String> violation() {
        return broken.isEmpty()
                ? Optional.empty()
                : Optional.of("%s%n  in %s%n  repeat: mvn -Pcampaign -Dcampaign.args=\"--operations=%s --replay=%s\""
                        .formatted(
                                String.join("; ", broken),
                                this,
                                scenario.operation().title(),
                                scenario.seed()));
    }

    @Override
    public String toString() {
        return "%s%n  endings %s%n  requests %s"
                .formatted(
                        scenario,
                        waves.stream()
                                .map(wave ->
                                        wave.stream().map(WriteResult::describe).toList())
                                .toList(),
                        requests);
    }

    private static String describe(JobEnding ending) {
        return switch (ending) {
            case JobEnding.Completed completed ->
                completed.variables().at("/result/outcome").asText("completed") + " "
                        + completed.variables().at("/result/id").asText("without an id");
            case JobEnding.Failed failed -> failed.code() + " " + failed.message();
            case JobEnding.ErrorThrown thrown -> thrown.toString();
        };
    }

    private static SimulatedJob job(
            WriteScenario scenario, Runtimes runtimes, AdvanceableClock kustomer, ObjectNode variables) {
        return new SimulatedJob(
                runtime -> runtimes.runner(scenario.operation(), runtime),
                backOff -> {
                    runtimes.waited(backOff);
                    kustomer.forward(backOff);
                },
                variables,
                scenario.seed(),
                scenario.deliveries(),
                scenario.alternating(),
                scenario.needsBackOff());
    }

    private static ObjectNode variables(WriteCase task, KustomerSimulator kustomer) {
        ObjectNode containers = JsonNodeFactory.instance.objectNode();
        containers.putObject("authentication").put("apiKey", KustomerSimulator.API_KEY);
        containers.putObject("server").put("region", "custom").put("baseUrl", kustomer.url());
        containers.setAll(task.fields());
        containers.withObject("/options").put("timeoutSeconds", TIMEOUT_SECONDS);
        return FlatInputs.of(containers);
    }

    /** Records that no job concerns. */
    private static List<ObjectNode> bystanders(KustomerSimulator kustomer) {
        String customer = kustomer.seedCustomer(
                "{\"name\": \"Eve\", \"externalId\": \"eve\", \"emails\": [{\"email\": \"eve@example.org\"}]}");
        kustomer.seedConversation("{\"customer\": \"%s\"}".formatted(customer));
        return kustomer.customers();
    }

    private static boolean bystanders(List<ObjectNode> customers, List<ObjectNode> expected) {
        return customers.containsAll(expected);
    }

    /** The invariants of every execution, with any faults. */
    private static final class Invariants {

        private final WriteScenario scenario;
        private final WriteCase task;
        private final KustomerSimulator kustomer;
        private final List<String> broken = new ArrayList<>();

        Invariants(WriteScenario scenario, WriteCase task, KustomerSimulator kustomer) {
            this.scenario = scenario;
            this.task = task;
            this.kustomer = kustomer;
        }

        void check(List<List<JobEnding>> waves, int mostPostsAtOnce) {
            require(kustomer.unexpected().isEmpty(), "unexpected requests: " + kustomer.unexpected());
            require(task.duplicates() == 0, "duplicates: " + task.duplicates());
            boolean hasIdempotentPosts = scenario.operation().is(WritePlan.Trait.IDEMPOTENT_POSTS);
            require(hasIdempotentPosts || mostPostsAtOnce <= 1, "concurrent POSTs of one task: " + mostPostsAtOnce);
            boolean isAsAsked = task.isAsAsked();
            waves.stream().flatMap(List::stream).forEach(ending -> {
                switch (ending) {
                    case JobEnding.Completed completed -> {
                        require(isAsAsked, "completed, but Kustomer does not contain what the task asks for");
                        task.untruth(result(completed)).ifPresent(broken::add);
                    }
                    case JobEnding.Failed failed ->
                        require(task.mayFail(failed), "failed with %s: %s".formatted(failed.code(), failed.message()));
                    case JobEnding.ErrorThrown thrown -> require(false, "unexpected BPMN error: " + thrown);
                }
            });
        }

        void require(boolean holds, String violation) {
            if (!holds && !broken.contains(violation)) {
                broken.add(violation);
            }
        }

        private static JsonNode result(JobEnding.Completed completed) {
            return completed.variables().path("result");
        }
    }
}
