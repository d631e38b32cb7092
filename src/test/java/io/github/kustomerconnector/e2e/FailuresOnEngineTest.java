package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.SubProcessBuilder;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import io.github.kustomerconnector.connector.CreateMessageConnector;
import io.github.kustomerconnector.connector.MessageLike;
import io.github.kustomerconnector.engine.ElementStep;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.Job;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import io.github.kustomerconnector.template.ElementTemplates;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each failure of each kind of element ends in a caught error or in an incident within two deliveries. */
@ExtendWith(SharedEngine.class)
final class FailuresOnEngineTest {
    private static final Set<JobIntent> DELIVERIES =
            EnumSet.of(JobIntent.FAILED, JobIntent.ERROR_THROWN, JobIntent.TIMED_OUT, JobIntent.COMPLETED);

    private static final String THROWS = "=bpmnError(error.code, error.message)";
    private static final String STOPS =
            "=if error != null then jobError(error.message, {kustomerError: error}, 0) else null";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    FailuresOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
    }

    /** The kinds of elements that have templates. The element has the id {@code element} and is in a sub-process. */
    enum Element {
        SERVICE_TASK(true),
        SEND_TASK(true),
        THROW_EVENT(false),
        MESSAGE_END_EVENT(false);

        private final boolean throwsErrors;

        Element(boolean throwsErrors) {
            this.throwsErrors = throwsErrors;
        }

        String folder() {
            return this == SERVICE_TASK ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private BpmnModelInstance draw(StartEventBuilder start) {
            StartEventBuilder inside =
                    start.subProcess("scope").embeddedSubProcess().startEvent("inside");
            return switch (this) {
                case SERVICE_TASK ->
                    caught(inside.serviceTask("element").endEvent().subProcessDone());
                case SEND_TASK -> caught(inside.sendTask("element").endEvent().subProcessDone());
                case THROW_EVENT ->
                    caught(inside.intermediateThrowEvent("element", event -> event.message("told"))
                            .endEvent()
                            .subProcessDone());
                case MESSAGE_END_EVENT ->
                    caught(inside.endEvent("element").message("told").subProcessDone());
            };
        }

        private static BpmnModelInstance caught(SubProcessBuilder scope) {
            return scope.endEvent()
                    .moveToActivity("scope")
                    .boundaryEvent("caught")
                    .error()
                    .zeebeOutputExpression("kustomerError.message", "why")
                    .endEvent("ended-caught")
                    .done();
        }
    }

    /**
     * A kind of failure.
     *
     * @param becomesError whether the default error expression makes it a BPMN error
     * @param message a part of the message that the process or the operator gets
     * @param typed the values of the form fields
     */
    record Kind(
            String name,
            boolean becomesError,
            String message,
            Map<String, String> typed,
            Consumer<KustomerSimulator> setUp) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Map<String, String> NONSENSE = Map.of("customer.emails", "nonsense");

    private static final List<Kind> KINDS = List.of(
            new Kind("refused input", true, "customer.emails", NONSENSE, kustomer -> {}),
            new Kind(
                    "duplicate",
                    true,
                    "exists",
                    Map.of("customer.emails", "ada@example.org", "options.onDuplicate", "fail"),
                    kustomer -> kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}")),
            new Kind(
                    "rejected by Kustomer",
                    true,
                    "colorStr",
                    Map.of("customer.custom", "={colorStr: \"blue\"}"),
                    kustomer -> kustomer.settings().knownCustomAttributes("planStr")),
            new Kind(
                    "other final failure",
                    false,
                    "401",
                    Map.of("customer.name", "Ada", "authentication.apiKey", "an-unknown-key-of-the-organization"),
                    kustomer -> {}),
            new Kind(
                    "retries used up",
                    false,
                    "503",
                    Map.of("customer.name", "Ada", "retryCount", "2", "retryBackoff", "PT0.1S"),
                    kustomer -> kustomer.inject(
                            Fault.status(Step.AFTER_READING, 503, Map.of()), RequestMatcher.any(), Integer.MAX_VALUE)),
            new Kind(
                    "refused option",
                    false,
                    "options.timeoutSeconds",
                    Map.of("customer.name", "Ada", "options.timeoutSeconds", "=1000"),
                    kustomer -> {}),
            new Kind(
                    "invalid back-off",
                    false,
                    "10s",
                    Map.of("customer.name", "Ada", "retryBackoff", "=\"10s\""),
                    kustomer -> {}));

    static Stream<Arguments> cases() {
        return Stream.of(Element.values()).flatMap(element -> KINDS.stream().map(kind -> Arguments.of(element, kind)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_failure_ends_within_two_deliveries(Element element, Kind kind) {
        kind.setUp().accept(kustomer);
        long key = start(element, kind.typed());

        String ending = awaitEnding(key, 2);

        assertThat(ending).isEqualTo(kind.becomesError() && element.throwsErrors ? "caught" : "incident");
        assertThat(message(key, ending)).contains(kind.message()).doesNotContain("Exception:", "io.github");
        assertThat(deliveries(key)).hasSizeBetween(1, 2);
    }

    /** The test above sees what it looks for: with the error expression of a task, the job of an event never ends. */
    @ParameterizedTest
    @MethodSource("events")
    void the_job_of_an_event_that_throws_a_bpmn_error_never_ends(Element event) {
        assertNeverEnds(start(event, refusedInput(THROWS)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_error_expression_of_an_event_with_a_job_error_ends_in_an_incident(Element event) {
        long key = start(event, refusedInput(STOPS));

        assertThat(awaitEnding(key, 1)).isEqualTo("incident");
    }

    static Stream<Element> events() {
        return Stream.of(Element.values()).filter(element -> !element.throwsErrors);
    }

    /** An execution listener has the headers of its element, and the engine refuses BPMN errors for it too. */
    @Test
    void the_job_of_an_execution_listener_that_throws_a_bpmn_error_never_ends() {
        assertNeverEnds(startListener(refusedInput(THROWS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=null", STOPS})
    void an_execution_listener_without_bpmn_errors_ends_in_an_incident(String errorExpression) {
        long key = startListener(refusedInput(errorExpression));

        assertThat(awaitEnding(key, 1)).isEqualTo("incident");
        assertThat(message(key, "incident")).contains("customer.emails");
    }

    @ParameterizedTest
    @MethodSource("connectorsOfEvents")
    void no_template_of_an_event_has_an_error_expression(Class<?> connector) {
        assertThat(events())
                .allSatisfy(event -> assertThat(ElementTemplates.committed(connector, event.folder())
                                .path("properties"))
                        .filteredOn(
                                property -> property.at("/binding/key").asText().equals("errorExpression"))
                        .singleElement()
                        .satisfies(property -> assertThat(property.has("value")).isFalse()));
    }

    static Stream<Class<?>> connectorsOfEvents() {
        return ElementTemplates.connectors().stream()
                .filter(connector -> connector.isAnnotationPresent(MessageLike.class));
    }

    @Test
    void templates_of_every_kind_of_element_create_their_records() {
        List<String> conversations = Stream.of(Element.values())
                .map(element -> {
                    String conversation = kustomer.seedConversation(
                            "{\"customer\":\"%s\"}".formatted(kustomer.seedCustomer("{\"name\":\"Ada\"}")));
                    camunda.deploy(TemplatedProcess.of("works-" + element.folder(), element::draw)
                            .element(
                                    element.folder(),
                                    CreateMessageConnector.class,
                                    "element",
                                    Map.of("message.preview", "Where is it?"))
                            .model());
                    camunda.runToEnd("works-" + element.folder(), Map.of("conversationId", conversation));
                    return conversation;
                })
                .toList();

        assertThat(kustomer.records("message"))
                .extracting(message ->
                        message.at("/relationships/conversation/data/id").asText())
                .containsExactlyElementsOf(conversations);
    }

    private long start(Element element, Map<String, String> typed) {
        String id = "fails-" + element.folder();
        camunda.deploy(TemplatedProcess.of(id, element::draw)
                .element(element.folder(), CreateCustomerConnector.class, "element", typed)
                .model());
        return camunda.start(id, Map.of());
    }

    private long startListener(Map<String, String> typed) {
        camunda.deploy(TemplatedProcess.of(
                        "listener",
                        start -> start.serviceTask(
                                        "element",
                                        task -> task.zeebeStartExecutionListener("kustomer:create-customer:1", "1"))
                                .endEvent()
                                .done())
                .createCustomer("element", typed)
                .model());
        return camunda.start("listener", Map.of());
    }

    private static Map<String, String> refusedInput(String errorExpression) {
        Map<String, String> typed = new HashMap<>(NONSENSE);
        typed.put("errorExpression", errorExpression);
        return typed;
    }

    private void assertNeverEnds(long key) {
        for (int delivery = 1; delivery <= 2; delivery++) {
            int rejections = delivery;
            await("rejection " + delivery)
                    .atMost(EmbeddedCamunda.PATIENCE)
                    .until(() -> rejectedErrors(key) == rejections);
            camunda.increaseTime(Duration.ofMinutes(6));
        }
        assertThat(camunda.records().openIncident(key)).isEmpty();
        assertThat(camunda.records().ending(key)).isEmpty();
        camunda.client().newCancelInstanceCommand(key).send().join();
    }

    /** Waits for the ending: {@code caught} or {@code incident}. Fails after more deliveries than given. */
    private String awaitEnding(long key, int deliveries) {
        return await("ending")
                .atMost(EmbeddedCamunda.PATIENCE)
                .until(
                        () -> {
                            assertThat(deliveries(key)).hasSizeLessThanOrEqualTo(deliveries);
                            assertThat(rejectedErrors(key)).isZero();
                            return ending(key);
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> ending(long key) {
        if (camunda.records().openIncident(key).isPresent()) {
            return Optional.of("incident");
        }
        return camunda.records()
                .ending(key)
                .map(end -> camunda.records().elementSteps(key).stream()
                        .map(ElementStep::elementId)
                        .filter("caught"::equals)
                        .findFirst()
                        .orElse("completed"));
    }

    private String message(long key, String ending) {
        return ending.equals("incident")
                ? camunda.records().openIncident(key).orElseThrow().message()
                : String.valueOf(camunda.records().variables(key).get("why"));
    }

    private List<Job> deliveries(long key) {
        return camunda.records().jobEvents().stream()
                .filter(job -> job.processInstanceKey() == key && DELIVERIES.contains(job.state()))
                .toList();
    }

    /** The commands to throw an error that the engine rejected, for the jobs of a process instance. */
    private long rejectedErrors(long key) {
        Set<Long> jobs =
                Set.copyOf(camunda.records().jobs(key).stream().map(Job::key).toList());
        return camunda.records().since(0).stream()
                .filter(entry -> entry.getRecordType() == RecordType.COMMAND_REJECTION
                        && entry.getIntent() == JobIntent.THROW_ERROR
                        && entry.getRejectionType() != RejectionType.NOT_FOUND
                        && jobs.contains(entry.getKey()))
                .count();
    }
}
