package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.connector.FindRecordConnector;
import io.github.kustomerconnector.connector.RouteConversationConnector;
import io.github.kustomerconnector.connector.StartWorkflowConnector;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Find Kustomer Record, Route Kustomer Conversation and Start Kustomer Workflow on the real engine. */
@ExtendWith(SharedEngine.class)
final class RoutingOnEngineTest {

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    RoutingOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
        camunda.secret("KUSTOMER_WORKFLOW_HOOK", "0123456789abcdef");
    }

    @Test
    void a_process_finds_a_queue_routes_a_conversation_and_starts_a_workflow() {
        String complaints = kustomer.seedRecord("queue", "{\"name\":\"Complaints\",\"key\":\"complaints\"}");
        String hook = kustomer.seedRecord("web_hook", "{\"title\":\"Orders\",\"hash\":\"0123456789abcdef\"}");
        String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(kustomer.seedCustomer("{}")));
        camunda.deploy(TemplatedProcess.of(
                        "route-and-start",
                        start -> start.serviceTask("find")
                                .serviceTask("route")
                                .serviceTask("start-workflow")
                                .endEvent()
                                .done())
                .task(FindRecordConnector.class, "find", Map.of("record.by", "key", "record.key", "=department"))
                .task(RouteConversationConnector.class, "route", Map.of("route.queue", "=recordId"))
                .task(
                        StartWorkflowConnector.class,
                        "start-workflow",
                        Map.of("workflow.data", "={workItem: workItemId}", "workflow.hookId", hook))
                .model());

        Map<String, Object> variables =
                camunda.runToEnd("route-and-start", Map.of("department", "complaints", "conversationId", conversation));

        assertThat(variables)
                .containsEntry("recordFound", true)
                .containsEntry("queueId", complaints)
                .containsEntry("workItemStatus", "queued")
                .containsKey("workflowTransactionId");
        assertThat(kustomer.records("web_hook_transaction")
                        .getFirst()
                        .at("/attributes/data/workItem")
                        .asText())
                .isEqualTo(variables.get("workItemId"));
    }
}
