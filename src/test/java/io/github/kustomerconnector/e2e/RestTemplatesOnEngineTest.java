package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.http.rest.HttpJsonFunction;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.github.kustomerconnector.connector.CreateConversationConnector;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import io.github.kustomerconnector.connector.CreateNoteConnector;
import io.github.kustomerconnector.connector.FindCustomerConnector;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.Incident;
import io.github.kustomerconnector.engine.Job;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.ClientIds;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.RetryAfter;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates for Camunda's REST connector, with that connector, on the engine and against the simulated Kustomer. */
@ExtendWith(SharedEngine.class)
final class RestTemplatesOnEngineTest {

    private static final Map<String, String> CUSTOMER =
            Map.of("customer.externalId", "=number", "customer.name", "Ada", "retryBackoff", "PT0.1S");

    /** The variables that the connector reads. */
    private static final List<String> CONNECTOR_INPUTS = List.of(
            HttpJsonFunction.class.getAnnotation(OutboundConnector.class).inputVariables());

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    RestTemplatesOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
    }

    @Test
    void a_customer_is_created() {
        long key = start(
                CreateCustomerConnector.class,
                Map.of(
                        "customer.externalId", "=number",
                        "customer.name", "=name",
                        "customer.emails", "ada@example.org, ada@work.example.org",
                        "customer.custom", "={planStr: \"gold\"}"));

        camunda.awaitCompleted(key);

        JsonNode customer = kustomer.customers().getFirst();
        assertThat(variable(key, "customerId")).isEqualTo(customer.path("id").asText());
        assertThat(customer.at("/attributes/externalId").asText()).isEqualTo("4711");
        assertThat(customer.at("/attributes/emails").findValuesAsText("email"))
                .containsExactly("ada@example.org", "ada@work.example.org");
        assertThat(customer.at("/attributes/custom/planStr").asText()).isEqualTo("gold");
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void empty_fields_are_left_out_of_the_body() {
        long key = start(
                CreateCustomerConnector.class,
                Map.of(
                        "customer.externalId", "=number",
                        "customer.name", "=unknownVariable",
                        "customer.custom", "={planStr: null, seatsNum: 12}"));

        camunda.awaitCompleted(key);

        assertThat(kustomer.requests().getFirst().json())
                .isEqualTo(json("{\"externalId\":\"4711\",\"custom\":{\"seatsNum\":12}}"));
    }

    /** The inputs of the request have names that a process may use too. */
    @Test
    void variables_with_the_names_of_the_connectors_inputs_are_neither_read_nor_hidden() {
        Map<String, Object> variables = new HashMap<>();
        CONNECTOR_INPUTS.forEach(name -> variables.put(name, "not an input"));
        variables.putAll(Map.of("url", "U-1", "body", "Ada ", "kustomer", "Lovelace"));

        long key = start(
                CreateCustomerConnector.class,
                Map.of("customer.externalId", "=url", "customer.name", "=body + kustomer"),
                variables);

        camunda.awaitCompleted(key);

        RecordedRequest request = kustomer.requests().getFirst();
        assertThat(request.target()).isEqualTo("/v1/customers");
        assertThat(request.json()).isEqualTo(json("{\"name\":\"Ada Lovelace\",\"externalId\":\"U-1\"}"));
    }

    @Test
    void a_conversation_is_created_with_a_new_id_for_each_task() {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
        Map<String, String> typed = Map.of("conversation.name", "Order", "conversation.tags", "vip, beta");

        List<Object> ids = Stream.of(1, 2)
                .map(run -> {
                    long key = start(CreateConversationConnector.class, typed, Map.of("customerId", customer));
                    camunda.awaitCompleted(key);
                    return variable(key, "conversationId");
                })
                .toList();

        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).asString().matches("[0-9a-f]{24}"))
                .containsExactlyElementsOf(kustomer.conversations().stream()
                        .<Object>map(conversation -> conversation.path("id").asText())
                        .toList());
        assertThat(kustomer.conversations()
                        .getFirst()
                        .at("/relationships/customer/data/id")
                        .asText())
                .isEqualTo(customer);
    }

    @Test
    void a_note_is_added() {
        String conversation = kustomer.seedConversation(
                "{\"customer\":\"%s\"}".formatted(kustomer.seedCustomer("{\"name\":\"Ada\"}")));

        long key = start(
                CreateNoteConnector.class, Map.of("note.body", "Please call"), Map.of("conversationId", conversation));
        camunda.awaitCompleted(key);

        JsonNode note = kustomer.records("note").getFirst();
        assertThat(variable(key, "noteId")).isEqualTo(note.path("id").asText());
        assertThat(note.at("/attributes/body").asText()).isEqualTo("Please call");
    }

    static Stream<String> externalIds() {
        return Stream.of("C-4711", "C 47/11", "50% off?", "a#b=c&d+e", "Müller", "%2F");
    }

    @ParameterizedTest
    @MethodSource("externalIds")
    void a_customer_is_found_by_any_external_id(String externalId) {
        String customer = kustomer.seedCustomer("{\"externalId\":\"%s\"}".formatted(externalId));

        long key = start(
                FindCustomerConnector.class,
                Map.of("customer.by", "externalId", "customer.externalId", "=externalId"),
                Map.of("externalId", externalId));
        camunda.awaitCompleted(key);

        assertThat(variable(key, "customerId")).isEqualTo(customer);
    }

    @Test
    void a_customer_is_found_by_id() {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");

        long key = start(
                FindCustomerConnector.class, Map.of("customer.id", "=customerId"), Map.of("customerId", customer));
        camunda.awaitCompleted(key);

        assertThat(variable(key, "customerId")).isEqualTo(customer);
    }

    @ParameterizedTest
    @CsvSource({"NONE", "SECONDS"})
    void a_rate_limit_waits_as_long_as_kustomer_asks_for_and_keeps_the_retries(RetryAfter header) {
        kustomer.settings().retryAfter(header);
        kustomer.settings().window(Duration.ofSeconds(6));
        kustomer.settings().rateLimit(1);
        camunda.awaitCompleted(start(CreateCustomerConnector.class, CUSTOMER, Map.of("number", 1)));
        kustomer.settings().rateLimit(0);

        long key = start(CreateCustomerConnector.class, CUSTOMER);
        Job failed = camunda.awaitFailedJob(key);
        kustomer.settings().rateLimit(100);
        camunda.awaitCompleted(key);

        assertThat(failed.retries()).isEqualTo(10);
        assertThat(failed.backOff()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(6));
        assertThat(failed.errorMessage()).contains("Kustomer answered 429");
        assertThat(kustomer.customers()).hasSize(2);
    }

    /** The REST connector sends a request again by itself after 429 and 503, and blocks a thread until then. */
    @Test
    void a_rate_limit_costs_two_requests() {
        kustomer.inject(Fault.status(Step.AFTER_READING, 429, Map.of("Retry-After", "1")), RequestMatcher.any(), 2);

        long key = start(CreateCustomerConnector.class, CUSTOMER);
        camunda.awaitCompleted(key);

        assertThat(kustomer.requests())
                .map(request -> request.status().orElse(0))
                .containsExactly(429, 429, 201);
        assertThat(failures(key)).singleElement().satisfies(failed -> {
            assertThat(failed.retries()).isEqualTo(10);
            assertThat(failed.backOff()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @Test
    void a_duplicate_is_a_bpmn_error() {
        kustomer.seedCustomer("{\"externalId\":\"4711\"}");

        long key = start(CreateCustomerConnector.class, CUSTOMER);
        camunda.awaitCompleted(key);

        assertThat(caught(key)).containsEntry("code", "KUSTOMER_DUPLICATE").containsEntry("field", "externalId");
        assertThat(kustomer.customers()).hasSize(1);
    }

    @Test
    void a_refused_field_is_a_bpmn_error() {
        kustomer.settings().knownCustomAttributes("planStr");
        Map<String, String> typed = new HashMap<>(CUSTOMER);
        typed.put("customer.custom", "={colorStr: \"blue\"}");

        long key = start(CreateCustomerConnector.class, typed);
        camunda.awaitCompleted(key);

        assertThat(caught(key)).containsEntry("code", "KUSTOMER_REJECTED").containsEntry("field", "colorStr");
        assertThat(failures(key)).isEmpty();
    }

    @Test
    void a_missing_customer_is_a_bpmn_error() {
        long key =
                start(FindCustomerConnector.class, Map.of("customer.by", "externalId", "customer.externalId", "C-9"));
        camunda.awaitCompleted(key);

        assertThat(caught(key)).containsEntry("code", "KUSTOMER_NOT_FOUND");
    }

    @Test
    void a_conversation_that_does_not_exist_is_a_bpmn_error() {
        long key = start(
                CreateNoteConnector.class,
                Map.of("note.body", "Please call"),
                Map.of("conversationId", "5f9f1a2b3c4d5e6f7a8b9c0d"));
        camunda.awaitCompleted(key);

        assertThat(caught(key)).containsEntry("code", "KUSTOMER_REJECTED");
    }

    @Test
    void a_wrong_key_is_an_incident_at_once() {
        Map<String, String> typed = new HashMap<>(CUSTOMER);
        typed.put("authentication.apiKey", "an-unknown-key-of-the-organization");

        Incident incident = camunda.awaitIncident(start(CreateCustomerConnector.class, typed));

        assertThat(incident.message()).contains("Kustomer answered 401").doesNotContain("unknown-key");
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void a_gateway_that_does_not_know_the_path_is_asked_again() {
        kustomer.inject(Fault.htmlNotFound(Step.AFTER_READING), RequestMatcher.any(), 1);

        long key = start(CreateCustomerConnector.class, CUSTOMER);
        camunda.awaitCompleted(key);

        assertThat(failures(key)).map(Job::retries).containsExactly(9);
        assertThat(variable(key, "customerId")).isNotNull();
    }

    static Stream<Fault> falseSuccesses() {
        return Stream.of(
                Fault.emptySuccess(Step.AFTER_READING),
                Fault.htmlSuccess(Step.AFTER_READING),
                Fault.redirect(Step.AFTER_READING, "https://login.example.org/"));
    }

    /** The REST connector counts a redirect as a success. */
    @ParameterizedTest
    @MethodSource("falseSuccesses")
    void a_success_without_a_record_is_an_incident_and_is_not_repeated(Fault fault) {
        kustomer.inject(fault, RequestMatcher.any(), 1);

        Incident incident = camunda.awaitIncident(start(CreateCustomerConnector.class, CUSTOMER));

        assertThat(incident.message()).contains("the answer has no record");
        assertThat(kustomer.requests()).hasSize(1);
        assertThat(kustomer.customers()).isEmpty();
    }

    static Stream<Arguments> lostAnswers() {
        return Stream.of(
                Arguments.of("lost", Fault.reset(Step.AFTER_STORING)),
                Arguments.of("cut", Fault.halfBody(Step.AFTER_STORING)),
                Arguments.of("replaced by a page", Fault.htmlError(Step.AFTER_STORING)));
    }

    /** The process learns that the record exists, but neither that it is its own nor its id. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("lostAnswers")
    void a_lost_answer_of_a_create_ends_as_a_duplicate(String what, Fault fault) {
        kustomer.inject(fault, RequestMatcher.any(), 1);

        long key = start(CreateCustomerConnector.class, CUSTOMER);
        camunda.awaitCompleted(key);

        assertThat(caught(key)).containsEntry("code", "KUSTOMER_DUPLICATE");
        assertThat(variable(key, "customerId")).isNull();
        assertThat(kustomer.customers()).hasSize(1);
    }

    /** The way that the page recommends. */
    @Test
    void after_a_lost_answer_the_customer_is_found_by_its_external_id() {
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("POST"), 1);
        camunda.deploy(TemplatedProcess.of(
                        "rest-found",
                        start -> start.serviceTask("task")
                                .endEvent()
                                .moveToActivity("task")
                                .boundaryEvent("caught")
                                .error("KUSTOMER_DUPLICATE")
                                .serviceTask("find")
                                .endEvent()
                                .done())
                .element("saas", CreateCustomerConnector.class, "task", CUSTOMER)
                .element(
                        "saas",
                        FindCustomerConnector.class,
                        "find",
                        Map.of("customer.by", "externalId", "customer.externalId", "=number"))
                .model());

        long key = camunda.start("rest-found", Map.of("number", 4711));
        camunda.awaitCompleted(key);

        assertThat(kustomer.customers()).hasSize(1);
        assertThat(variable(key, "customerId"))
                .isEqualTo(kustomer.customers().getFirst().path("id").asText());
    }

    @Test
    void a_retry_sends_the_same_id_so_a_lost_answer_makes_no_second_conversation() {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.any(), 1);

        long key = start(
                CreateConversationConnector.class, Map.of("retryBackoff", "PT0.1S"), Map.of("customerId", customer));
        camunda.awaitCompleted(key);

        assertThat(caught(key)).containsEntry("code", "KUSTOMER_DUPLICATE");
        assertThat(kustomer.conversations()).hasSize(1);
    }

    /** That Kustomer refuses a known id is an assumption: without it, nothing protects from a second record. */
    @Test
    void a_lost_answer_makes_a_second_conversation_if_kustomer_ignores_the_id() {
        kustomer.settings().clientIds(ClientIds.IGNORED);
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.any(), 1);

        long key = start(
                CreateConversationConnector.class, Map.of("retryBackoff", "PT0.1S"), Map.of("customerId", customer));
        camunda.awaitCompleted(key);

        assertThat(kustomer.conversations()).hasSize(2);
    }

    private long start(Class<?> connector, Map<String, String> typed) {
        return start(connector, typed, Map.of("number", 4711, "name", "Ada Lovelace"));
    }

    private long start(Class<?> connector, Map<String, String> typed, Map<String, ?> variables) {
        camunda.deploy(TemplatedProcess.of("rest", RestTemplatesOnEngineTest::caughtErrors)
                .element("saas", connector, "task", typed)
                .model());
        return camunda.start("rest", variables);
    }

    private static BpmnModelInstance caughtErrors(StartEventBuilder start) {
        return start.serviceTask("task")
                .endEvent()
                .moveToActivity("task")
                .boundaryEvent("caught")
                .error()
                .zeebeOutputExpression(
                        "{code: kustomerError.code, field: kustomerError.variables.field}", "caughtError")
                .endEvent()
                .done();
    }

    private Map<String, Object> caught(long key) {
        assertThat(camunda.records().elementIds(key)).contains("caught");
        Map<String, Object> error = new HashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(variable(key, "caughtError")))
                .forEach((name, value) -> error.put(String.valueOf(name), value));
        return error;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private @Nullable Object variable(long key, String name) {
        return camunda.records().variables(key).get(name);
    }

    private List<Job> failures(long key) {
        return camunda.records().jobEvents().stream()
                .filter(job -> job.processInstanceKey() == key && job.state() == JobIntent.FAILED)
                .toList();
    }
}
