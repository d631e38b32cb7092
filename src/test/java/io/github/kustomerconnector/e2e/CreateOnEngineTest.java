package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.github.kustomerconnector.demo.ExampleProcess;
import io.github.kustomerconnector.engine.ElementStep;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.Incident;
import io.github.kustomerconnector.engine.Job;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Create Kustomer Customer and Create Kustomer Conversation on the real engine, found by the service loader. */
@ExtendWith(SharedEngine.class)
final class CreateOnEngineTest {
    private static final Map<String, String> ADA = Map.of("customer.name", "=name", "customer.emails", "=email");
    private static final Map<String, String> VARIABLES = Map.of("name", "Ada Lovelace", "email", "ada@example.org");

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    CreateOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
    }

    @Test
    void the_conversation_uses_the_created_customer_by_default() {
        camunda.deploy(TemplatedProcess.of(
                        "chain",
                        start -> start.serviceTask("customer")
                                .serviceTask("conversation")
                                .endEvent()
                                .done())
                .createCustomer("customer", ADA)
                .createConversation("conversation", Map.of("conversation.name", "=\"Hello, \" + name"))
                .model());

        Map<String, Object> variables = camunda.runToEnd("chain", VARIABLES);

        assertThat(variables)
                .containsEntry("customerId", id(kustomer.customers().getFirst()))
                .containsEntry("conversationId", id(kustomer.conversations().getFirst()));
        assertThat(kustomer.conversations().getFirst().at("/relationships/customer/data/id"))
                .isEqualTo(kustomer.customers().getFirst().path("id"));
        assertThat(kustomer.requests()).hasSize(2);
    }

    @Test
    void the_committed_example_runs() throws IOException {
        camunda.deploy(ExampleProcess.FILE);
        Map<String, Object> input = new ObjectMapper()
                .readValue(Path.of("examples/welcome-customer.json").toFile(), new TypeReference<>() {});

        Map<String, Object> variables = camunda.runToEnd(ExampleProcess.PROCESS_ID, input);

        assertThat(variables)
                .containsEntry("customerId", id(kustomer.customers().getFirst()));
        assertThat(kustomer.conversations()).hasSize(1);
    }

    /**
     * A case of a failure.
     *
     * @param code the error code that the process receives
     * @param typed the values of the form fields
     */
    record Failing(String code, Map<String, String> typed, Consumer<KustomerSimulator> setUp) {
        @Override
        public String toString() {
            return code;
        }
    }

    static Stream<Failing> failuresForTheProcess() {
        return Stream.of(
                new Failing("KUSTOMER_INVALID_INPUT", Map.of("customer.emails", "nonsense"), kustomer -> {}),
                new Failing(
                        "KUSTOMER_REJECTED",
                        Map.of("customer.custom", "={colorStr: \"blue\"}"),
                        kustomer -> kustomer.settings().knownCustomAttributes("planStr")),
                new Failing(
                        "KUSTOMER_DUPLICATE",
                        Map.of("customer.emails", "ada@example.org", "options.onDuplicate", "fail"),
                        kustomer -> kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}")));
    }

    @ParameterizedTest
    @MethodSource("failuresForTheProcess")
    void an_error_that_the_process_can_handle_leads_to_the_boundary_event(Failing failing) {
        failing.setUp().accept(kustomer);
        camunda.deploy(TemplatedProcess.of(
                        "caught",
                        start -> start.serviceTask("customer")
                                .endEvent()
                                .moveToActivity("customer")
                                .boundaryEvent("refused")
                                .error(failing.code())
                                .zeebeOutputExpression("kustomerError", "why")
                                .endEvent("ended-refused")
                                .done())
                .createCustomer("customer", failing.typed())
                .model());

        long key = camunda.start("caught", Map.of());
        camunda.awaitCompleted(key);

        assertThat(camunda.records().elementSteps(key))
                .extracting(ElementStep::elementId)
                .contains("refused", "ended-refused");
        assertThat(camunda.records().jobs(key)).singleElement().satisfies(job -> {
            assertThat(job.state()).isEqualTo(JobIntent.ERROR_THROWN);
            assertThat(job.errorCode()).isEqualTo(failing.code());
            assertThat(job.errorMessage()).isNotEmpty();
        });
        assertThat(camunda.records().variables(key).get("why")).isInstanceOf(Map.class);
        assertThat(String.valueOf(camunda.records().variables(key).get("why")))
                .containsAnyOf("field=", "ids=")
                .doesNotContain("ada@example.org");
    }

    static Stream<Failing> failuresForTheOperator() {
        return Stream.of(
                new Failing("KUSTOMER_UNAUTHORIZED", Map.of(), kustomer -> kustomer.addForeignKey("key", "prod2")),
                new Failing(
                        "KUSTOMER_OUTCOME_UNKNOWN",
                        Map.of("options.repeatProtection", "none"),
                        kustomer -> kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.any(), 1)),
                new Failing(
                        "KUSTOMER_UNAVAILABLE",
                        Map.of("retryCount", "1"),
                        kustomer -> kustomer.inject(
                                Fault.status(Step.AFTER_READING, 503, Map.of()), RequestMatcher.any(), 1)),
                new Failing(
                        "KUSTOMER_UNREADABLE",
                        Map.of("retryCount", "1"),
                        kustomer -> kustomer.inject(Fault.htmlSuccess(Step.AFTER_READING), RequestMatcher.any(), 1)));
    }

    @ParameterizedTest
    @MethodSource("failuresForTheOperator")
    void every_other_failure_leads_to_an_incident_that_describes_it(Failing failing) {
        failing.setUp().accept(kustomer);
        if (failing.code().equals("KUSTOMER_UNAUTHORIZED")) {
            camunda.secret("KUSTOMER_API_KEY", "key");
        }
        camunda.deploy(oneCustomer("stops")
                .createCustomer("customer", with(failing.typed(), Map.of("customer.name", "=name")))
                .model());

        long key = camunda.start("stops", VARIABLES);
        Incident incident = camunda.awaitIncident(key);

        assertThat(incident.message())
                .startsWith("POST /v1/customers ")
                .doesNotContain("Exception:", "io.github", "Ada");
        assertThat(camunda.records().jobs(key))
                .singleElement()
                .extracting(Job::retries)
                .isEqualTo(0);
    }

    @Test
    void a_rate_limited_job_is_retried_after_the_time_from_kustomer() {
        Map<String, String> limitOfOneCustomer = Map.of("Retry-After", "600", "x-ratelimit-remaining", "7");
        kustomer.inject(Fault.status(Step.AFTER_READING, 429, limitOfOneCustomer), RequestMatcher.any(), 1);
        camunda.deploy(oneCustomer("limited").createCustomer("customer", ADA).model());

        long key = camunda.start("limited", VARIABLES);
        Job failed = camunda.awaitFailedJob(key);
        camunda.increaseTime(failed.backOff().plusSeconds(5));
        camunda.awaitCompleted(key);

        assertThat(failed.backOff()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
        assertThat(failed.retries()).as("the wait costs none").isEqualTo(10);
        assertThat(kustomer.customers()).hasSize(1);
    }

    @Test
    void a_job_is_retried_after_a_server_error() {
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), RequestMatcher.method("POST"), 1);
        camunda.deploy(oneCustomer("again").createCustomer("customer", ADA).model());

        long key = camunda.start("again", VARIABLES);
        Job failed = camunda.awaitFailedJob(key);
        camunda.increaseTime(failed.backOff().plusSeconds(5));
        camunda.awaitCompleted(key);

        assertThat(failed.backOff()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(13));
        assertThat(camunda.records().variables(key)).containsEntry("customerId", onlyCustomer());
    }

    @Test
    void an_incident_can_be_resolved_after_the_key_gets_the_role() {
        kustomer.addKey("limited", Set.of("org.permission.customer.read"));
        camunda.secret("KUSTOMER_API_KEY", "limited");
        camunda.deploy(oneCustomer("no-role").createCustomer("customer", ADA).model());

        long key = camunda.start("no-role", VARIABLES);
        Incident incident = camunda.awaitIncident(key);
        kustomer.addKey("limited", Set.of("org.permission.customer.create"));
        camunda.resolveIncident(incident, 1);
        camunda.awaitCompleted(key);

        assertThat(incident.message()).contains("needs the role org.permission.customer.create");
        assertThat(camunda.records().variables(key)).containsEntry("customerId", onlyCustomer());
    }

    @Test
    void an_incident_can_be_resolved_after_the_variable_is_corrected() {
        camunda.deploy(oneCustomer("wrong-variable")
                .createCustomer("customer", with(ADA, Map.of("errorExpression", "=null")))
                .model());

        long key = camunda.start("wrong-variable", Map.of("name", "Ada Lovelace", "email", "nonsense"));
        Incident incident = camunda.awaitIncident(key);
        camunda.client()
                .newSetVariablesCommand(camunda.records().jobs(key).getFirst().elementInstanceKey())
                .variables(Map.of(
                        "kustomer",
                        Map.of(
                                "in_authentication_apiKey", "{{secrets.KUSTOMER_API_KEY}}",
                                "in_server_region", "custom",
                                "in_server_baseUrl", "{{secrets.KUSTOMER_BASE_URL}}",
                                "in_customer_name", "Ada",
                                "in_customer_emails", "ada@example.org")))
                .local(true)
                .send()
                .join();
        camunda.resolveIncident(incident, 1);
        camunda.awaitCompleted(key);

        assertThat(incident.message()).contains("customer.emails", "is not an e-mail address");
        assertThat(camunda.records().variables(key)).containsEntry("customerId", onlyCustomer());
    }

    @Test
    void resolving_an_incident_after_a_lost_reply_finds_the_created_record() {
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("POST"), 1);
        kustomer.inject(Fault.status(Step.AFTER_READING, 503, Map.of()), RequestMatcher.method("GET"), 1);
        camunda.deploy(oneCustomer("lost")
                .createCustomer("customer", Map.of("customer.name", "=name", "retryCount", "1"))
                .model());

        long key = camunda.start("lost", VARIABLES);
        camunda.resolveIncident(camunda.awaitIncident(key), 1);
        camunda.awaitCompleted(key);

        assertThat(camunda.records().variables(key)).containsEntry("customerId", onlyCustomer());
    }

    @Test
    void each_instance_of_a_multi_instance_creates_its_own_customer() {
        camunda.deploy(TemplatedProcess.of(
                        "bodies",
                        start -> start.serviceTask("customer")
                                .multiInstance(bodies -> bodies.zeebeInputCollectionExpression("names")
                                        .zeebeInputElement("name")
                                        .zeebeOutputCollection("customerIds")
                                        .zeebeOutputElementExpression("customerId"))
                                .endEvent()
                                .done())
                .createCustomer("customer", Map.of("customer.name", "=name"))
                .model());

        Map<String, Object> variables = camunda.runToEnd("bodies", Map.of("names", List.of("Ada", "Ada", "Grace")));

        assertThat(kustomer.customers()).hasSize(3);
        assertThat(variables.get("customerIds"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrderElementsOf(kustomer.customers().stream()
                        .map(CreateOnEngineTest::id)
                        .toList());
    }

    @Test
    void each_iteration_of_a_loop_creates_its_own_conversation() {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
        camunda.deploy(TemplatedProcess.of(
                        "turns",
                        start -> start.exclusiveGateway("again")
                                .serviceTask("conversation")
                                .scriptTask(
                                        "count",
                                        count -> count.zeebeExpression("turn + 1")
                                                .zeebeResultVariable("turn"))
                                .exclusiveGateway("enough")
                                .defaultFlow()
                                .endEvent()
                                .moveToNode("enough")
                                .conditionExpression("turn < 2")
                                .connectTo("again")
                                .done())
                .createConversation("conversation", Map.of())
                .model());

        camunda.runToEnd("turns", Map.of("customerId", customer, "turn", 0));

        assertThat(kustomer.conversations())
                .extracting(CreateOnEngineTest::id)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    private static TemplatedProcess oneCustomer(String id) {
        return TemplatedProcess.of(
                id, start -> start.serviceTask("customer").endEvent().done());
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private String onlyCustomer() {
        assertThat(kustomer.customers()).hasSize(1);
        return id(kustomer.customers().getFirst());
    }

    private static String id(ObjectNode stored) {
        return stored.path("id").asText();
    }
}
