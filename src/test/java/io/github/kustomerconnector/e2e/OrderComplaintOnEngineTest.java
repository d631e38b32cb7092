package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kustomerconnector.demo.OrderComplaintProcess;
import io.github.kustomerconnector.engine.ElementStep;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The committed order example on the real engine. */
@ExtendWith(SharedEngine.class)
final class OrderComplaintOnEngineTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    OrderComplaintOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
        camunda.deploy(OrderComplaintProcess.FILE);
    }

    @BeforeEach
    void seed() {
        kustomer.seedOrganization();
    }

    @Test
    @Recipe("A complaint about an order")
    void a_complaint_becomes_a_conversation_in_the_department_s_queue_and_is_closed() throws IOException {
        Map<String, Object> variables = camunda.runToEnd(OrderComplaintProcess.PROCESS_ID, input());

        JsonNode conversation = kustomer.conversations().getFirst();
        assertThat(kustomer.conversations()).hasSize(1);
        assertThat(variables)
                .containsEntry(
                        "orderId",
                        kustomer.records("kobject.order").getFirst().path("id").asText())
                .containsEntry("orderTotal", 129.9)
                .containsEntry("queueName", "Orders")
                .containsEntry("conversationId", conversation.path("id").asText())
                .containsEntry("workItemStatus", "queued")
                .containsEntry("queueId", variables.get("routeTo"))
                .containsEntry("lastMessage", "The lamp arrived broken.")
                .containsKey("conversationMetrics");
        assertThat(conversation.at("/relationships/customer/data/id").asText()).isEqualTo(variables.get("customerId"));
        assertThat(conversation.at("/attributes/priority").asInt()).isEqualTo(4);
        assertThat(conversation.at("/attributes/status").asText()).isEqualTo("done");
    }

    @Test
    void the_last_message_is_the_answer_that_arrives_during_the_wait() throws IOException {
        Map<String, Object> input = input();
        input.put("wait", "PT10M");
        long key = camunda.start(OrderComplaintProcess.PROCESS_ID, input);
        await().atMost(EmbeddedCamunda.PATIENCE)
                .until(() -> camunda.records().elementSteps(key).stream()
                        .anyMatch(step -> step.elementId().equals("time-passed")));

        kustomer.answerAsCustomer(kustomer.conversations().getFirst().path("id").asText(), "The shade is broken, too.");
        camunda.increaseTime(Duration.ofMinutes(11));
        camunda.awaitCompleted(key);

        assertThat(camunda.records().variables(key)).containsEntry("lastMessage", "The shade is broken, too.");
    }

    @ParameterizedTest
    @CsvSource({
        "orderNumber, 4712, find-order-refused",
        "department, lamps, find-queue-refused",
        "customerNumber, C-2002, find-customer-refused"
    })
    void an_absent_record_ends_the_process_before_anything_is_created(String variable, String value, String event)
            throws IOException {
        Map<String, Object> input = input();
        input.put(variable, value);

        long key = camunda.start(OrderComplaintProcess.PROCESS_ID, input);
        camunda.awaitCompleted(key);

        assertThat(camunda.records().elementSteps(key))
                .extracting(ElementStep::elementId)
                .contains(event, "order-complaint-refused");
        assertThat(camunda.records().variables(key)).containsKey("refusal");
        assertThat(kustomer.conversations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/conversations, open-conversation-refused",
        "POST, /v1/routing/work-items, route-conversation-refused",
        "PUT, /v1/conversations, close-conversation-refused"
    })
    void a_request_that_kustomer_refuses_ends_the_process_with_the_message(
            String method, String path, String boundaryEvent) throws IOException {
        kustomer.inject(
                Fault.status(Step.AFTER_READING, 400, Map.of()),
                request -> request.method().equals(method) && request.path().startsWith(path),
                1);

        long key = camunda.start(OrderComplaintProcess.PROCESS_ID, input());
        camunda.awaitCompleted(key);

        assertThat(camunda.records().elementSteps(key))
                .extracting(ElementStep::elementId)
                .contains(boundaryEvent, "order-complaint-refused");
        assertThat(camunda.records().variables(key).get("refusal"))
                .asString()
                .startsWith(method)
                .contains("400");
    }

    private static Map<String, Object> input() throws IOException {
        return new HashMap<>(new ObjectMapper()
                .readValue(Path.of("examples/order-complaint.json").toFile(), new TypeReference<>() {}));
    }
}
