package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the diagrams that the libraries of the Modeler built from the templates. {@code modeler-tests} writes these
 * files.
 */
@ExtendWith(SharedEngine.class)
final class ModelerFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/modeler");

    private static final Pattern INPUTS = Pattern.compile("<zeebe:input source=\"=([^\"]*)\"");
    private static final Pattern RESULTS =
            Pattern.compile("<zeebe:header key=\"result(?:Expression\" value=\"=\\{|Variable\" value=\")(\\w+)[:\"]");

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    ModelerFilesTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
        camunda.secret("KUSTOMER_WORKFLOW_HOOK", ModelerRecords.HOOK);
    }

    static Stream<String> templatesForCustomers() throws IOException {
        return processes("create-customer");
    }

    @ParameterizedTest
    @MethodSource("templatesForCustomers")
    void a_customer_is_created_from_process_variables(String process) {
        Map<String, Object> variables = run(process, Map.of("name", "Ada Lovelace", "email", "ada@example.org"));

        ObjectNode customer = kustomer.customers().getFirst();
        assertThat(variables).containsEntry("customerId", customer.path("id").asText());
        assertThat(customer.at("/attributes/name").asText()).isEqualTo("Ada Lovelace");
        assertThat(customer.at("/attributes/emails/0/email").asText()).isEqualTo("ada@example.org");
        assertThat(kustomer.customers()).hasSize(1);
    }

    static Stream<String> templatesForConversations() throws IOException {
        return processes("create-conversation");
    }

    @ParameterizedTest
    @MethodSource("templatesForConversations")
    void a_conversation_is_created_from_process_variables(String process) {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada Lovelace\"}");

        Map<String, Object> variables = run(process, Map.of("name", "Ada Lovelace", "customerId", customer));

        ObjectNode conversation = kustomer.conversations().getFirst();
        assertThat(variables)
                .containsEntry("conversationId", conversation.path("id").asText());
        assertThat(conversation.at("/attributes/name").asText()).isEqualTo("Welcome, Ada Lovelace");
        assertThat(conversation.at("/relationships/customer/data/id").asText()).isEqualTo(customer);
        assertThat(kustomer.conversations()).hasSize(1);
    }

    @Test
    void every_field_of_the_customer_form_is_stored_in_kustomer() {
        Map<String, Object> variables = run(
                "filled-kustomer-create-customer",
                Map.of("name", "Ada Lovelace", "email", "ada@example.org", "orderNumber", 4711));

        assertThat(kustomer.customers()).hasSize(1);
        ObjectNode customer = kustomer.customers().getFirst();
        assertThat(variables).containsEntry("customerId", customer.path("id").asText());
        assertThat(variables.get("kustomerResult")).isInstanceOf(Map.class);
        JsonNode attributes = customer.path("attributes");
        assertThat(attributes.path("emails").findValuesAsText("email"))
                .containsExactly("ada@example.org", "ada@work.example.org");
        assertThat(attributes.path("custom").path("seatsNum").asInt()).isEqualTo(12);
        assertThat(List.of(
                        "phones", "whatsapps", "socials", "urls", "locations", "tags", "sharedEmails", "sharedPhones"))
                .allSatisfy(list -> assertThat(attributes.path(list)).isNotEmpty());
        assertThat(List.of("externalId", "username", "locale", "timeZone", "birthdayAt", "gender", "importedAt"))
                .allSatisfy(text -> assertThat(attributes.path(text).asText()).isNotEmpty());
    }

    @Test
    void every_field_of_the_conversation_form_is_stored_in_kustomer() {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada Lovelace\"}");

        Map<String, Object> variables = run(
                "filled-kustomer-create-conversation",
                Map.of("name", "Ada Lovelace", "customerId", customer, "orderNumber", 4711));

        assertThat(kustomer.conversations()).hasSize(1);
        ObjectNode conversation = kustomer.conversations().getFirst();
        assertThat(variables).containsEntry("conversationId", "5f9f1a2b3c4d5e6f7a8b9c11");
        assertThat(conversation.path("id").asText()).isEqualTo("5f9f1a2b3c4d5e6f7a8b9c11");
        JsonNode attributes = conversation.path("attributes");
        assertThat(attributes.path("priority").asInt()).isEqualTo(4);
        assertThat(attributes.path("custom").path("orderNumberStr").asText()).isEqualTo("4711");
        assertThat(attributes.path("tags")).hasSize(2);
        assertThat(List.of("status", "externalId", "direction", "replyChannel", "defaultLang", "importedAt"))
                .allSatisfy(text -> assertThat(attributes.path(text).asText()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_diagram_completes_and_sets_its_result_variables(String process) throws IOException {
        String bpmn = Files.readString(FOLDER.resolve(process + ".bpmn"));

        Map<String, Object> variables = run(process, given(bpmn));

        assertThat(resultVariables(bpmn)).isNotEmpty();
        assertThat(missingResults(bpmn, variables)).isEmpty();
    }

    @Test
    void a_missing_result_variable_is_reported() throws IOException {
        String bpmn = Files.readString(FOLDER.resolve("kustomer-create-customer.bpmn"));

        assertThat(missingResults(bpmn, Map.of("conversationId", "5f9f1a2b3c4d5e6f7a8b9c0d")))
                .containsExactly("customerId");
    }

    /**
     * The diagrams, one for each template. {@code modeler-tests} checks that none is missing or obsolete. Those of
     * webhooks need an event: see {@link WebhookModelerFilesTest}.
     */
    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".bpmn", ""))
                    .filter(name -> !name.contains("kustomer-webhook"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** The variables that a diagram reads. Add a variable here if a new operation reads it. */
    private Map<String, Object> given(String bpmn) {
        String customer = kustomer.seedCustomer("{\"name\":\"Grace Hopper\"}");
        Map<String, Object> given = new HashMap<>();
        given.put("name", "Ada Lovelace");
        given.put("email", "ada@example.org");
        given.put("orderNumber", 4711);
        given.put("customerId", customer);
        given.put("otherCustomerId", kustomer.seedCustomer("{\"name\":\"Grace Hoper\"}"));
        String conversation = kustomer.seedConversation("{\"customer\":\"" + customer + "\"}");
        given.put("conversationId", conversation);
        ModelerRecords others = new ModelerRecords(kustomer);
        others.seedOthers(customer, conversation);
        given.putAll(others.variables(customer));
        if (bpmn.contains("kustomer:get-conversation-metrics:1")) {
            others.seedFixedConversation(customer);
        }
        if (bpmn.contains("kustomer:await-bulk:1")) {
            String run = bpmn.contains("=rows") ? "kustomer-run-bulk" : "filled-kustomer-run-bulk";
            given.put("kustomerBulk", run(run, given).get("kustomerBulk"));
        }
        given.keySet()
                .removeIf(name -> INPUTS.matcher(bpmn)
                        .results()
                        .noneMatch(input -> input.group(1).matches(".*\\b" + name + "\\b.*")));
        return given;
    }

    /** The variables that a result expression writes. */
    private static List<String> resultVariables(String bpmn) {
        return RESULTS.matcher(bpmn).results().map(result -> result.group(1)).toList();
    }

    private static List<String> missingResults(String bpmn, Map<String, Object> variables) {
        return resultVariables(bpmn).stream()
                .filter(name -> variables.get(name) == null)
                .toList();
    }

    private Map<String, Object> run(String process, Map<String, ?> variables) {
        camunda.deploy(FOLDER.resolve(process + ".bpmn"));
        return camunda.runToEnd(process, variables);
    }

    /** The diagrams of one operation, for all kinds of elements. */
    private static Stream<String> processes(String operation) throws IOException {
        return files().filter(name -> name.startsWith("kustomer-" + operation));
    }
}
