package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kustomerconnector.demo.ComplaintProcess;
import io.github.kustomerconnector.engine.ElementStep;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The committed complaint example on the real engine. */
@ExtendWith(SharedEngine.class)
final class ComplaintOnEngineTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    ComplaintOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
        camunda.deploy(ComplaintProcess.FILE);
    }

    @Test
    void a_new_customer_gets_a_conversation_that_is_routed_and_closed() throws IOException {
        Map<String, Object> variables = camunda.runToEnd(ComplaintProcess.PROCESS_ID, input());

        assertThat(kustomer.customers()).hasSize(1);
        assertThat(kustomer.conversations()).hasSize(1);
        JsonNode conversation = kustomer.conversations().getFirst();
        assertThat(variables)
                .containsEntry(
                        "customerId", kustomer.customers().getFirst().path("id").asText())
                .containsEntry("conversationId", conversation.path("id").asText());
        assertIsHandled(conversation);
        assertThat(conversation.at("/attributes/name").asText()).isEqualTo("Complaint about order 4711");
    }

    @Test
    void a_known_customer_keeps_the_open_conversation() throws IOException {
        String customer = kustomer.seedCustomer("{\"externalId\":\"C-1001\"}");
        kustomer.seedConversation("{\"customer\":\"%s\",\"status\":\"done\"}".formatted(customer));
        String open = kustomer.seedConversation("{\"customer\":\"%s\",\"status\":\"open\"}".formatted(customer));

        Map<String, Object> variables = camunda.runToEnd(ComplaintProcess.PROCESS_ID, input());

        assertThat(kustomer.customers()).hasSize(1);
        assertThat(kustomer.conversations()).hasSize(2);
        assertThat(variables).containsEntry("customerId", customer).containsEntry("conversationId", open);
        assertIsHandled(kustomer.conversations().getLast());
    }

    @Test
    void a_refused_variable_ends_the_process_with_the_message() throws IOException {
        Map<String, Object> input = new HashMap<>(input());
        input.put("email", "nonsense");

        long key = camunda.start(ComplaintProcess.PROCESS_ID, input);
        camunda.awaitCompleted(key);

        assertThat(camunda.records().elementSteps(key))
                .extracting(ElementStep::elementId)
                .contains("find-or-create-customer-refused", "complaint-refused");
        assertThat(camunda.records().variables(key))
                .containsEntry("refusal", "customer.emails is not an e-mail address");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/conversations, open-conversation-refused",
        "POST, /v1/customers, find-or-create-customer-refused",
        "PUT, /v1/conversations, route-to-queue-refused"
    })
    void a_record_that_kustomer_refuses_ends_the_process_with_the_message(
            String method, String path, String boundaryEvent) throws IOException {
        kustomer.inject(
                Fault.status(Step.AFTER_READING, 400, Map.of()),
                request -> request.method().equals(method) && request.path().startsWith(path),
                1);

        long key = camunda.start(ComplaintProcess.PROCESS_ID, input());
        camunda.awaitCompleted(key);

        assertThat(camunda.records().elementSteps(key))
                .extracting(ElementStep::elementId)
                .contains(boundaryEvent, "complaint-refused");
        assertThat(camunda.records().variables(key).get("refusal"))
                .asString()
                .startsWith(method)
                .contains("400");
    }

    private void assertIsHandled(JsonNode conversation) {
        assertThat(kustomer.records("message")).singleElement().satisfies(message -> {
            assertThat(message.at("/attributes/preview").asText()).isEqualTo("The lamp arrived broken.");
            assertThat(message.at("/relationships/conversation/data/id")).isEqualTo(conversation.path("id"));
        });
        assertThat(kustomer.records("note"))
                .singleElement()
                .satisfies(note -> assertThat(note.at("/relationships/conversation/data/id"))
                        .isEqualTo(conversation.path("id")));
        assertThat(conversation.at("/attributes/status").asText()).isEqualTo("done");
        assertThat(conversation.at("/attributes/priority").asInt()).isEqualTo(4);
        assertThat(conversation.at("/attributes/tags")).hasSize(1);
        assertThat(conversation.at("/relationships/queue/data/id").asText()).isEqualTo("5f9f1a2b3c4d5e6f7a8b9c0d");
    }

    private static Map<String, Object> input() throws IOException {
        return new ObjectMapper().readValue(Path.of("examples/complaint.json").toFile(), new TypeReference<>() {});
    }
}
