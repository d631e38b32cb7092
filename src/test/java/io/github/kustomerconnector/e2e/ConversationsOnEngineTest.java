package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.github.kustomerconnector.connector.FindConversationConnector;
import io.github.kustomerconnector.connector.UpdateConversationConnector;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Find and Update Kustomer Conversation on the real engine. */
@ExtendWith(SharedEngine.class)
final class ConversationsOnEngineTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;
    private final String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");

    ConversationsOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
    }

    @Test
    void update_uses_the_conversation_that_find_returned() {
        seed("done");
        String open = seed("open");
        camunda.deploy(TemplatedProcess.of(
                        "find-and-close",
                        start -> start.serviceTask("find")
                                .serviceTask("close")
                                .endEvent()
                                .done())
                .task(
                        FindConversationConnector.class,
                        "find",
                        Map.of("conversation.by", "customer", "conversation.status", "open"))
                .task(UpdateConversationConnector.class, "close", Map.of("conversation.status", "done"))
                .model());

        Map<String, Object> variables = camunda.runToEnd("find-and-close", Map.of("customerId", customer));

        assertThat(variables).containsEntry("conversationId", open);
        assertThat(kustomer.conversations())
                .allSatisfy(conversation -> assertThat(
                                conversation.at("/attributes/status").asText())
                        .isEqualTo("done"));
        assertThat(kustomer.requests()).hasSize(2);
    }

    @Test
    void a_gateway_decides_whether_a_conversation_was_found() {
        camunda.deploy(TemplatedProcess.of(
                        "none-there",
                        start -> start.serviceTask("find")
                                .exclusiveGateway("found")
                                .defaultFlow()
                                .endEvent("ended-with-one")
                                .moveToNode("found")
                                .conditionExpression("conversationId = null")
                                .endEvent("ended-without")
                                .done())
                .task(FindConversationConnector.class, "find", Map.of("conversation.by", "customer"))
                .model());

        long key = camunda.start("none-there", Map.of("customerId", customer));
        camunda.awaitCompleted(key);

        assertThat(camunda.records().elementIds(key)).contains("ended-without").doesNotContain("ended-with-one");
    }

    @Test
    void a_multi_instance_snoozes_each_found_conversation() {
        List<String> ids = List.of(seed("open"), seed("open"), seed("open"));
        camunda.deploy(TemplatedProcess.of(
                        "snooze-all",
                        start -> start.serviceTask("find")
                                .serviceTask("snooze")
                                .multiInstance(bodies -> bodies.zeebeInputCollectionExpression("all.records")
                                        .zeebeInputElement("one"))
                                .endEvent()
                                .done())
                .task(
                        FindConversationConnector.class,
                        "find",
                        Map.of("conversation.by", "customer", "resultVariable", "all"))
                .task(
                        UpdateConversationConnector.class,
                        "snooze",
                        Map.of(
                                "target.id", "=one.id",
                                "conversation.snoozeUntil", "=now() + duration(\"PT2H\")",
                                "conversation.changeTags", "add",
                                "conversation.tags", "=[\"sleeping\"]"))
                .model());

        camunda.runToEnd("snooze-all", Map.of("customerId", customer));

        assertThat(kustomer.conversations()).hasSize(3).allSatisfy(conversation -> {
            JsonNode attributes = conversation.path("attributes");
            assertThat(ids).contains(conversation.path("id").asText());
            assertThat(attributes.path("status").asText()).isEqualTo("snoozed");
            assertThat(attributes.at("/snooze/time").asText()).matches("20\\d\\d-.*Z");
            assertThat(attributes.path("tags")).hasSize(1);
        });
    }

    @Test
    void a_deleted_conversation_leads_to_the_boundary_event() {
        camunda.deploy(missing("conversation-gone"));

        long key = camunda.start("conversation-gone", Map.of("conversationId", "5f0000000000000000000bad"));
        camunda.awaitCompleted(key);

        assertThat(camunda.records().elementIds(key)).contains("ended-gone");
    }

    @Test
    void a_key_without_the_role_leads_to_an_incident_that_names_the_role() {
        kustomer.addKey("limited", Set.of("org.permission.conversation.read"));
        camunda.secret("KUSTOMER_API_KEY", "limited");
        camunda.deploy(missing("no-update-role"));

        long key = camunda.start("no-update-role", Map.of("conversationId", seed("open")));

        assertThat(camunda.awaitIncident(key).message())
                .contains("needs the role org.permission.conversation.update")
                .doesNotContain("limited");
    }

    private static BpmnModelInstance missing(String id) {
        return TemplatedProcess.of(
                        id,
                        start -> start.serviceTask("update")
                                .endEvent()
                                .moveToActivity("update")
                                .boundaryEvent("gone")
                                .error("KUSTOMER_NOT_FOUND")
                                .endEvent("ended-gone")
                                .done())
                .task(UpdateConversationConnector.class, "update", Map.of("conversation.status", "done"))
                .model();
    }

    private String seed(String status) {
        return kustomer.seedConversation("{\"customer\":\"%s\",\"status\":\"%s\"}".formatted(customer, status));
    }
}
