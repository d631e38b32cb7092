package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.BoundaryEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import io.github.kustomerconnector.connector.CallKustomerApiConnector;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import io.github.kustomerconnector.connector.DeleteCustomerConnector;
import io.github.kustomerconnector.connector.FindCustomerConnector;
import io.github.kustomerconnector.connector.SendMessageConnector;
import io.github.kustomerconnector.connector.TaskInputs;
import io.github.kustomerconnector.connector.UpdateConversationConnector;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.Incident;
import io.github.kustomerconnector.engine.Job;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipes of {@code docs/recipes.md} on the real engine, with the values that the page shows. */
@ExtendWith(SharedEngine.class)
final class RecipesOnEngineTest {
    private static final String OWN_EXPRESSION = "An error expression of your own";

    /** What the page describes as a behaviour of the Modeler. */
    private static final Set<String> NOT_RUN = Set.of("Apply a template to an existing task");

    private static final Map<String, String> NONSENSE = Map.of("customer.emails", "nonsense");
    private static final Map<String, String> ADA = Map.of("customer.name", "Ada", "customer.emails", "ada@example.org");

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    RecipesOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
    }

    @Test
    void every_recipe_of_the_page_runs_in_a_test() {
        Set<String> run = new TreeSet<>(NOT_RUN);
        Stream.of(RecipesOnEngineTest.class, OrderComplaintOnEngineTest.class)
                .flatMap(test -> Stream.of(test.getDeclaredMethods()))
                .flatMap(method -> Optional.ofNullable(method.getAnnotation(Recipe.class)).stream())
                .map(Recipe::value)
                .forEach(run::add);

        assertThat(RecipesPage.titles()).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(run);
    }

    @Test
    @Recipe("Catch a refusal")
    void an_output_mapping_of_the_boundary_event_keeps_the_error() {
        Map<String, String> output = RecipesPage.values("Catch a refusal", "output");

        Map<String, Object> kept = caught(
                "kept",
                NONSENSE,
                event -> output.forEach((target, source) -> event.zeebeOutputExpression(source.substring(1), target)));
        Map<String, Object> gone = caught("gone", NONSENSE, event -> {});

        assertThat(kept).containsEntry("refusal", "customer.emails is not an e-mail address");
        assertThat(gone).doesNotContainKeys("kustomerError", "refusal");
    }

    @Test
    @Recipe("Catch a refusal")
    void a_boundary_event_with_another_code_does_not_catch_the_error() {
        long key = start("other-code", NONSENSE, event -> event.error("KUSTOMER_DUPLICATE"));

        assertThat(camunda.awaitIncident(key).message()).contains("KUSTOMER_INVALID_INPUT");
    }

    @Test
    @Recipe(OWN_EXPRESSION)
    void the_error_expression_throws_the_error_with_its_details() {
        kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");

        Map<String, Object> variables = caught(
                "own-duplicate",
                with(with(ADA, ownExpression()), Map.of("options.onDuplicate", "fail")),
                event -> event.zeebeOutputExpression("kustomerError.code", "code"));

        assertThat(variables).containsEntry("code", "KUSTOMER_DUPLICATE");
    }

    @Test
    @Recipe(OWN_EXPRESSION)
    void the_error_expression_leaves_successes_and_retried_failures_alone() {
        assertRetriesAndSucceeds(ownExpression());
    }

    @Test
    void a_field_of_missing_variables_is_null() {
        assertRetriesAndSucceeds(Map.of(
                "errorExpression",
                "=if error.variables.status = 404 then bpmnError(error.code, error.message) else null"));
    }

    private void assertRetriesAndSucceeds(Map<String, String> expression) {
        kustomer.inject(Fault.status(Step.AFTER_READING, 503, Map.of()), RequestMatcher.method("POST"), 1);

        long key = start("own-success", with(ADA, expression), event -> event.error());
        Job failed = camunda.awaitFailedJob(key);
        camunda.increaseTime(failed.backOff().plusSeconds(5));
        camunda.awaitCompleted(key);

        assertThat(failed.retries()).isEqualTo(9);
        assertThat(camunda.records().variables(key)).containsKey("customerId");
    }

    /** Why the page warns of these expressions. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=bpmnError(error.code, error.message, error.variables)",
                "=if error != null then bpmnError(error.code, error.message, error.variables) else null"
            })
    void an_error_expression_that_passes_missing_variables_takes_all_retries(String expression) {
        kustomer.inject(Fault.status(Step.AFTER_READING, 503, Map.of()), RequestMatcher.method("POST"), 1);

        long key = start("own-fails", with(ADA, Map.of("errorExpression", expression)), event -> event.error());

        assertThat(camunda.awaitIncident(key).message()).isNotBlank();
        assertThat(camunda.awaitFailedJob(key).retries()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=if error.code = \"KUSTOMER_DUPLICATE\" then bpmnError(error.code)", "=bpmnError(\"A\", \"b\""})
    void an_error_expression_that_cannot_be_parsed_fails_a_success(String expression) {
        long key = start("own-broken", with(ADA, Map.of("errorExpression", expression)), event -> event.error());

        camunda.awaitIncident(key);

        assertThat(kustomer.customers()).hasSize(1);
        assertThat(camunda.awaitFailedJob(key).retries()).isZero();
    }

    @Test
    @Recipe(OWN_EXPRESSION)
    void the_error_expression_of_an_event_ends_in_an_incident() {
        camunda.deploy(TemplatedProcess.of(
                        "own-event",
                        start -> start.endEvent("end").message("told").done())
                .element(
                        "message-end-event",
                        CreateCustomerConnector.class,
                        "end",
                        with(NONSENSE, RecipesPage.values(OWN_EXPRESSION, "event")))
                .model());

        Incident incident = camunda.awaitIncident(camunda.start("own-event", Map.of()));

        assertThat(incident.message()).contains("customer.emails is not an e-mail address");
    }

    @Test
    @Recipe("An error for a success")
    void the_error_expression_reads_the_variables_of_the_result() {
        Map<String, String> typed = with(ADA, RecipesPage.values("An error for a success", "form"));
        String known = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");

        Map<String, Object> existing =
                caught("known", typed, event -> event.zeebeOutputExpression("customerId", "knownId"));
        long created =
                start("known", with(typed, Map.of("customer.emails", "grace@example.org")), event -> event.error());
        camunda.awaitCompleted(created);

        assertThat(existing).containsEntry("knownId", known);
        assertThat(camunda.records().variables(created)).containsEntry("customerOutcome", "created");
    }

    /** Why the page reads variables instead of the response. */
    @ParameterizedTest
    @ValueSource(strings = {"resultVariable", "resultExpression"})
    void the_response_has_no_fields_of_the_result_once_a_variable_is_written(String field) {
        Map<String, String> typed = with(
                ADA,
                Map.of(
                        "resultExpression",
                        "={}",
                        "errorExpression",
                        "=bpmnError(\"SEEN\", \"seen\", {outcome: response.outcome})"));
        String value = field.equals("resultVariable") ? "all" : "={customerId: id}";
        Consumer<BoundaryEventBuilder> mapping = event -> event.zeebeOutputExpression("outcome", "seen");

        Map<String, Object> written = caught("response-replaced", with(typed, Map.of(field, value)), mapping);
        Map<String, Object> plain = caught("response-there", typed, mapping);

        assertThat(written).containsEntry("seen", null);
        assertThat(plain).containsEntry("seen", "existing");
    }

    @Test
    @Recipe("Switch a default off")
    void null_switches_a_default_off() {
        camunda.deploy(TemplatedProcess.of(
                        "switched-off",
                        start -> start.serviceTask("task").endEvent().done())
                .createConversation("task", RecipesPage.values("Switch a default off", "form"))
                .model());

        long key = camunda.start("switched-off", Map.of("customerId", "nonsense", "orderNumber", "4711"));
        Incident incident = camunda.awaitIncident(key);

        assertThat(incident.message()).contains("customer").doesNotContain("nonsense");
        assertThat(camunda.records().jobs(key).getFirst().customHeaders())
                .containsEntry("errorExpression", "=null")
                .containsEntry("resultExpression", "={}");
    }

    @Test
    @Recipe("Comments in an expression")
    void a_comment_between_slashes_and_stars_works() {
        Map<String, String> typed = RecipesPage.values("Comments in an expression", "form");

        run("comment", typed, Map.of("firstName", "Ada", "lastName", "Lovelace"));

        assertThat(name()).isEqualTo("Ada Lovelace");
    }

    @Test
    @Recipe("Comments in an expression")
    void a_line_comment_in_an_input_is_refused_at_deployment() {
        BpmnModelInstance model = customer("line-comment", Map.of("customer.name", "=firstName // as on the invoice"));

        assertThatThrownBy(() -> camunda.deploy(model)).hasMessageContaining("failed to parse expression");
    }

    @Test
    @Recipe("Join texts")
    void a_number_becomes_a_text() {
        String id = kustomer.seedCustomer("{\"name\":\"Ada\"}");
        camunda.deploy(TemplatedProcess.of(
                        "joined", start -> start.serviceTask("task").endEvent().done())
                .createConversation("task", RecipesPage.values("Join texts", "form"))
                .model());

        camunda.runToEnd("joined", Map.of("customerId", id, "orderNumber", 4711));

        assertThat(kustomer.conversations().getFirst().at("/attributes/name").asText())
                .isEqualTo("Order 4711");
    }

    @Test
    @Recipe("Join texts")
    void a_text_plus_a_number_is_null() {
        run("not-joined", with(ADA, Map.of("customer.name", "=\"Order \" + orderNumber")), Map.of("orderNumber", 4711));

        assertThat(name()).isEmpty();
    }

    @Test
    @Recipe("Long numbers")
    void a_long_number_stays_as_it_is_as_text() {
        run("long-text", RecipesPage.values("Long numbers", "form"), Map.of());
        run("long-number", Map.of("customer.externalId", "=12345678901234567890"), Map.of());

        assertThat(kustomer.customers())
                .extracting(one -> one.at("/attributes/externalId").asText())
                .containsExactly("12345678901234567890", "-6101065172474983726");
    }

    @Test
    @Recipe("Times")
    void a_conversation_is_snoozed_until_a_time_from_now() {
        String conversation = conversation();

        updateConversation("snoozed", conversation, RecipesPage.values("Times", "form"));

        assertThat(time(kustomer.conversations().getFirst().at("/attributes/snooze/time")))
                .isBetween(engineNow().plus(Duration.ofHours(35)), engineNow().plus(Duration.ofHours(37)));
    }

    @Test
    @Recipe("Times")
    void a_message_is_sent_at_a_time_from_now() {
        String conversation = conversation();
        camunda.deploy(TemplatedProcess.of(
                        "later", start -> start.serviceTask("send").endEvent().done())
                .task(
                        SendMessageConnector.class,
                        "send",
                        with(Map.of("draft.body", "Hello"), RecipesPage.values("Times", "send")))
                .model());

        camunda.runToEnd(
                "later",
                Map.of(
                        "conversationId",
                        conversation,
                        "customerId",
                        kustomer.customers().getFirst().path("id").asText()));

        assertThat(kustomer.requests())
                .anySatisfy(request -> assertThat(request.body()).contains("sendAt"));
    }

    @Test
    @Recipe("Several tags")
    void a_list_adds_each_of_its_tags() {
        String conversation = conversation();

        updateConversation("tagged", conversation, RecipesPage.values("Several tags", "form"));
        updateConversation("tagged-again", conversation, Map.of("conversation.tags", "vip"));

        assertThat(kustomer.conversations().getFirst().at("/attributes/tags")).hasSize(3);

        updateConversation("tagged-with-comma", conversation, Map.of("conversation.tags", "one, two"));

        assertThat(kustomer.conversations().getFirst().at("/attributes/tags")).hasSize(5);
    }

    @Test
    @Recipe("Read custom attributes")
    void the_result_expression_reads_custom_attributes() {
        kustomer.seedCustomer("{\"externalId\":\"C-1\",\"custom\":{\"planStr\":\"gold\"}}");
        kustomer.seedCustomer("{\"externalId\":\"C-2\"}");
        Map<String, String> typed = RecipesPage.values("Read custom attributes", "form");
        camunda.deploy(TemplatedProcess.of(
                        "plan", start -> start.serviceTask("find").endEvent().done())
                .task(FindCustomerConnector.class, "find", with(typed, Map.of("customer.externalId", "=number")))
                .model());

        assertThat(camunda.runToEnd("plan", Map.of("number", "C-1"))).containsEntry("plan", "gold");
        assertThat(camunda.runToEnd("plan", Map.of("number", "C-2"))).containsEntry("plan", null);
    }

    @Test
    @Recipe("Many rows")
    void a_refused_row_in_a_sub_process_does_not_end_the_others() {
        camunda.deploy(TemplatedProcess.of(
                        "rows",
                        start -> start.subProcess("each")
                                .multiInstance(rows -> rows.zeebeInputCollectionExpression("rows")
                                        .zeebeInputElement("row")
                                        .zeebeOutputCollection("outcomes")
                                        .zeebeOutputElementExpression(
                                                "{row: row, customerId: customerId, refusal: refusal}"))
                                .zeebeInputExpression("null", "customerId")
                                .zeebeInputExpression("null", "refusal")
                                .embeddedSubProcess()
                                .startEvent()
                                .serviceTask("task")
                                .endEvent()
                                .moveToActivity("task")
                                .boundaryEvent("refused")
                                .error()
                                .zeebeOutputExpression("kustomerError.message", "refusal")
                                .endEvent()
                                .subProcessDone()
                                .endEvent()
                                .done())
                .createCustomer("task", RecipesPage.values("Many rows", "form"))
                .model());

        Map<String, Object> variables = camunda.runToEnd("rows", rows());

        assertThat(kustomer.customers()).hasSize(2);
        assertThat((List<?>) variables.get("outcomes"))
                .extracting(outcome -> String.valueOf(((Map<?, ?>) outcome).get("refusal")))
                .containsExactly("null", "customer.emails is not an e-mail address", "null");
        assertThat((List<?>) variables.get("outcomes"))
                .extracting(outcome -> ((Map<?, ?>) outcome).get("customerId") == null)
                .containsExactly(false, true, false);
    }

    @Test
    @Recipe("Many rows")
    void a_refused_row_of_a_multi_instance_task_ends_all() {
        camunda.deploy(TemplatedProcess.of(
                        "rows-of-task",
                        start -> start.serviceTask("task")
                                .multiInstance(rows -> rows.sequential()
                                        .zeebeInputCollectionExpression("rows")
                                        .zeebeInputElement("row"))
                                .endEvent("ended-well")
                                .moveToActivity("task")
                                .boundaryEvent("refused")
                                .error()
                                .endEvent("ended-refused")
                                .done())
                .createCustomer("task", RecipesPage.values("Many rows", "form"))
                .model());

        long key = camunda.start("rows-of-task", rows());
        camunda.awaitCompleted(key);

        assertThat(camunda.records().elementIds(key)).contains("ended-refused").doesNotContain("ended-well");
        assertThat(kustomer.customers()).hasSize(1);
    }

    @Test
    @Recipe("Resolve an incident")
    void a_corrected_input_resolves_the_incident() {
        Map<String, String> inputs = RecipesPage.values("Resolve an incident", "inputs");
        camunda.deploy(customer("mended", with(ADA, Map.of("customer.emails", "=email", "errorExpression", "=null"))));
        long key = camunda.start("mended", Map.of("email", "nonsense"));
        Incident incident = camunda.awaitIncident(key);

        long element = camunda.records().jobs(key).getFirst().elementInstanceKey();
        Map<String, Object> kept = new HashMap<>(local(element));
        kept.put(inputs.get("customer.emails"), "ada@example.org");
        camunda.client()
                .newSetVariablesCommand(element)
                .variables(Map.of(TaskInputs.ROOT, kept))
                .local(true)
                .send()
                .join();
        camunda.resolveIncident(incident, 1);
        camunda.awaitCompleted(key);

        assertThat(kustomer.customers()).singleElement().satisfies(one -> {
            assertThat(one.at("/attributes/name").asText()).isEqualTo("Ada");
            assertThat(one.at("/attributes/emails/0/email").asText()).isEqualTo("ada@example.org");
        });
    }

    @Test
    @Recipe("Resolve an incident")
    void a_corrected_process_variable_does_not_resolve_the_incident() {
        camunda.deploy(
                customer("not-mended", with(ADA, Map.of("customer.emails", "=email", "errorExpression", "=null"))));
        long key = camunda.start("not-mended", Map.of("email", "nonsense"));
        Incident incident = camunda.awaitIncident(key);

        camunda.client()
                .newSetVariablesCommand(key)
                .variables(Map.of("email", "ada@example.org"))
                .send()
                .join();
        camunda.resolveIncident(incident, 1);

        Incident again = await("another incident")
                .atMost(EmbeddedCamunda.PATIENCE)
                .until(
                        () -> camunda.records().openIncident(key).filter(open -> open.key() != incident.key()),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(again.message()).contains("customer.emails");
    }

    @Test
    @Recipe("Compensation")
    void the_handler_deletes_the_customer_of_its_task() {
        camunda.deploy(compensated("undone", handler -> {}, false, RecipesPage.values("Compensation", "handler"))
                .model());

        camunda.runToEnd("undone", Map.of("turns", 1));

        assertThat(kustomer.customers()).isEmpty();
    }

    @Test
    @Recipe("Compensation")
    void in_a_loop_all_handlers_see_the_last_id() {
        camunda.deploy(compensated("half-undone", handler -> {}, false, RecipesPage.values("Compensation", "handler"))
                .model());

        camunda.runToEnd("half-undone", Map.of("turns", 2));

        assertThat(kustomer.customers()).hasSize(1);
    }

    @Test
    @Recipe("Compensation")
    void in_a_loop_a_handler_of_the_collected_ids_deletes_all() {
        camunda.deploy(compensated(
                        "all-undone",
                        handler -> handler.multiInstance(ids -> ids.zeebeInputCollectionExpression("customerIds")
                                .zeebeInputElement("oneCustomerId")),
                        true,
                        RecipesPage.values("Compensation", "each"))
                .model());

        camunda.runToEnd("all-undone", Map.of("turns", 3));

        assertThat(kustomer.requests())
                .filteredOn(request -> request.method().equals("POST"))
                .hasSize(3);
        assertThat(kustomer.customers()).isEmpty();
    }

    /** Creates customers in a loop, then compensates. */
    private static TemplatedProcess compensated(
            String id, Consumer<ServiceTaskBuilder> more, boolean collects, Map<String, String> handler) {
        String collected = RecipesPage.values("Compensation", "collect")
                .getOrDefault("customerIds", "")
                .substring(1);
        return TemplatedProcess.of(
                        id,
                        start -> start.exclusiveGateway("again")
                                .serviceTask(
                                        "create",
                                        task -> task.boundaryEvent(
                                                "compensate",
                                                event -> event.compensation(
                                                        undo -> more.accept(undo.serviceTask("undo")))))
                                .scriptTask(
                                        "collect",
                                        task -> task.zeebeExpression(collects ? collected : "null")
                                                .zeebeResultVariable("customerIds"))
                                .scriptTask(
                                        "count",
                                        task -> task.zeebeExpression("if done = null then 1 else done + 1")
                                                .zeebeResultVariable("done"))
                                .exclusiveGateway("enough")
                                .defaultFlow()
                                .intermediateThrowEvent("undo-all")
                                .compensateEventDefinition()
                                .compensateEventDefinitionDone()
                                .endEvent()
                                .moveToNode("enough")
                                .conditionExpression("done < turns")
                                .connectTo("again")
                                .done())
                .createCustomer("create", Map.of("customer.name", "Ada"))
                .task(DeleteCustomerConnector.class, "undo", handler);
    }

    @Test
    @Recipe("Create a klass")
    void a_klass_is_created_by_its_name() {
        Map<String, Object> variables = callApi("Create a klass", Map.of());

        assertThat(kustomer.records("klass").getLast().path("id").asText()).isEqualTo(variables.get("klassId"));
        assertThat(kustomer.records("klass").getLast().at("/attributes/name").asText())
                .isEqualTo("refund");
    }

    @Test
    @Recipe("Create a queue")
    void a_queue_is_created_with_its_key() {
        Map<String, Object> variables = callApi("Create a queue", Map.of());

        assertThat(kustomer.records("queue").getLast().path("id").asText()).isEqualTo(variables.get("queueId"));
        assertThat(kustomer.records("queue").getLast().at("/attributes/key").asText())
                .isEqualTo("returns");
    }

    @Test
    @Recipe("Invite a user")
    void a_user_is_invited_by_process_variables() {
        Map<String, Object> variables =
                callApi("Invite a user", Map.of("agentName", "Grace Hopper", "agentEmail", "grace@example.org"));

        assertThat(kustomer.records("user").getLast().path("id").asText()).isEqualTo(variables.get("userId"));
        assertThat(kustomer.records("user").getLast().at("/attributes/email").asText())
                .isEqualTo("grace@example.org");
    }

    @Test
    @Recipe("List workflows")
    void only_enabled_workflows_are_listed() {
        String id = kustomer.seedRecord("workflow", "{\"name\":\"Complaint\",\"enabled\":true}");
        kustomer.seedRecord("workflow", "{\"name\":\"Old\",\"enabled\":false}");

        assertThat(callApi("List workflows", Map.of()))
                .containsEntry("workflows", List.of(Map.of("id", id, "name", "Complaint")));
    }

    private Map<String, Object> callApi(String recipe, Map<String, Object> variables) {
        String id = "calls-" + recipe.replace(' ', '-').toLowerCase(Locale.ROOT);
        camunda.deploy(TemplatedProcess.of(
                        id, start -> start.serviceTask("call").endEvent().done())
                .task(CallKustomerApiConnector.class, "call", RecipesPage.values(recipe, "form"))
                .model());
        return camunda.runToEnd(id, variables);
    }

    private static Map<String, Object> rows() {
        return Map.of(
                "rows",
                List.of(
                        Map.of("name", "Ada", "email", "ada@example.org"),
                        Map.of("name", "Bob", "email", "nonsense"),
                        Map.of("name", "Grace", "email", "grace@example.org")));
    }

    private static Map<String, String> ownExpression() {
        return RecipesPage.values(OWN_EXPRESSION, "form");
    }

    private static BpmnModelInstance customer(String id, Map<String, String> typed) {
        return TemplatedProcess.of(
                        id, start -> start.serviceTask("task").endEvent().done())
                .createCustomer("task", typed)
                .model();
    }

    private void run(String id, Map<String, String> typed, Map<String, Object> variables) {
        camunda.deploy(customer(id, typed));
        camunda.runToEnd(id, variables);
    }

    /** Starts a task that creates a customer and has an error boundary event. */
    private long start(String id, Map<String, String> typed, Consumer<BoundaryEventBuilder> boundary) {
        camunda.deploy(TemplatedProcess.of(
                        id,
                        start -> start.serviceTask("task")
                                .endEvent("ended-well")
                                .moveToActivity("task")
                                .boundaryEvent("caught", boundary)
                                .endEvent("ended-caught")
                                .done())
                .createCustomer("task", typed)
                .model());
        return camunda.start(id, Map.of());
    }

    /** Runs a task whose boundary event catches its error, and returns the variables of the process. */
    private Map<String, Object> caught(String id, Map<String, String> typed, Consumer<BoundaryEventBuilder> mappings) {
        long key = start(id, typed, event -> {
            event.error();
            mappings.accept(event);
        });
        camunda.awaitCompleted(key);
        assertThat(camunda.records().elementIds(key)).contains("ended-caught");
        return camunda.records().variables(key);
    }

    private Map<String, @Nullable Object> local(long elementInstanceKey) {
        Map<String, @Nullable Object> local = new HashMap<>();
        if (camunda.records().variables(elementInstanceKey).get(TaskInputs.ROOT) instanceof Map<?, ?> inputs) {
            inputs.forEach((key, value) -> local.put(String.valueOf(key), value));
        }
        return local;
    }

    private void updateConversation(String id, String conversation, Map<String, String> typed) {
        camunda.deploy(TemplatedProcess.of(
                        id, start -> start.serviceTask("update").endEvent().done())
                .task(UpdateConversationConnector.class, "update", typed)
                .model());
        camunda.runToEnd(id, Map.of("conversationId", conversation, "orderNumber", 4711));
    }

    private String conversation() {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\",\"emails\":[{\"email\":\"ada@example.org\"}]}");
        return kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));
    }

    private String name() {
        ObjectNode only = kustomer.customers().getFirst();
        return only.at("/attributes/name").asText();
    }

    private static Instant time(JsonNode text) {
        return Instant.parse(text.asText());
    }

    private Instant engineNow() {
        return Instant.ofEpochMilli(camunda.records().since(0).getLast().getTimestamp());
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
