package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.github.kustomerconnector.connector.FindRecordConnector;
import io.github.kustomerconnector.connector.RouteConversationConnector;
import io.github.kustomerconnector.connector.StartWorkflowConnector;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerTest;
import io.github.kustomerconnector.simulator.SimulatedKustomer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Find Kustomer Record, Route Kustomer Conversation and Start Kustomer Workflow on the real engine. */
@KustomerTest
@ExtendWith(SharedEngine.class)
final class RoutingOnEngineTest {

    private final SimulatedKustomer kustomer;

    private final EmbeddedCamunda camunda;

    RoutingOnEngineTest(EmbeddedCamunda camunda, SimulatedKustomer kustomer) {
        this.camunda = camunda;
        this.kustomer = kustomer;
        camunda.secret("KUSTOMER_API_KEY", kustomer.apiKey());
        camunda.secret("KUSTOMER_BASE_URL", kustomer.baseUrl());
        camunda.secret("KUSTOMER_WORKFLOW_HOOK", "0123456789abcdef");
    }

    @Test
    void a_process_finds_a_queue_routes_a_conversation_and_starts_a_workflow() {
        String complaints = kustomer.add("queue", Map.of("name", "Complaints", "key", "complaints"));
        String hook = kustomer.add("web_hook", Map.of("title", "Orders", "hash", "0123456789abcdef"));
        String conversation = kustomer.add("conversation", Map.of("customer", kustomer.add("customer", Map.of())));
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
        assertThat(kustomer.records("web_hook_transaction").getFirst())
                .hasEntrySatisfying(
                        "data",
                        data -> assertThat(data)
                                .asInstanceOf(MAP)
                                .containsEntry("workItem", variables.get("workItemId")));
    }
}
