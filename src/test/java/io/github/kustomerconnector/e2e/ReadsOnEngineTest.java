package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.connector.CountRecordsConnector;
import io.github.kustomerconnector.connector.CreateNoteConnector;
import io.github.kustomerconnector.connector.FindMessageConnector;
import io.github.kustomerconnector.connector.GetConversationMetricsConnector;
import io.github.kustomerconnector.connector.GetQueueMetricsConnector;
import io.github.kustomerconnector.engine.ElementStep;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The operations that read messages and figures, on the real engine. */
@ExtendWith(SharedEngine.class)
final class ReadsOnEngineTest {

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;
    private final String conversation = kustomer.seedConversation("{}");

    ReadsOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
    }

    @Test
    void the_text_of_the_last_message_gets_into_a_note_by_the_next_task() {
        kustomer.seedRecord("message", message("first", "2026-01-01T09:00:00.000Z"));
        kustomer.seedRecord("message", message("last", "2026-01-02T09:00:00.000Z"));
        camunda.deploy(TemplatedProcess.of(
                        "reads-messages",
                        start -> start.serviceTask("read")
                                .serviceTask("note")
                                .endEvent()
                                .done())
                .task(FindMessageConnector.class, "read", Map.of())
                .task(CreateNoteConnector.class, "note", Map.of("note.body", "=\"Sent: \" + messageText"))
                .model());

        Map<String, Object> variables = camunda.runToEnd("reads-messages", Map.of("conversationId", conversation));

        assertThat(variables).containsEntry("messageFound", true).containsEntry("messageText", "last");
        assertThat(kustomer.records("note"))
                .singleElement()
                .extracting(note -> note.at("/attributes/body").asText())
                .isEqualTo("Sent: last");
    }

    private String message(String text, String sentAt) {
        return "{\"conversation\":\"%s\",\"preview\":\"%s\",\"sentAt\":\"%s\"}".formatted(conversation, text, sentAt);
    }

    @Test
    void a_gateway_decides_by_counts_and_metrics() {
        kustomer.seedRecord("queue", "{\"name\":\"VIP\",\"key\":\"vip\"}");
        camunda.deploy(TemplatedProcess.of(
                        "reads-figures",
                        start -> start.serviceTask("count")
                                .serviceTask("queue")
                                .serviceTask("measure")
                                .exclusiveGateway("busy")
                                .defaultFlow()
                                .endEvent("ended-busy")
                                .moveToNode("busy")
                                .conditionExpression("kustomerCounts.open > 0 and queueMetrics[1].waiting = 0")
                                .endEvent("ended-quiet")
                                .done())
                .task(
                        CountRecordsConnector.class,
                        "count",
                        Map.of("count.queries", "={open: {conversation_status: {equals: status}}}"))
                .task(GetQueueMetricsConnector.class, "queue", Map.of("queue.keys", "vip"))
                .task(GetConversationMetricsConnector.class, "measure", Map.of())
                .model());

        long key = camunda.start("reads-figures", Map.of("conversationId", conversation, "status", "open"));
        camunda.awaitCompleted(key);
        Map<String, Object> variables = camunda.records().variables(key);

        assertThat(camunda.records().elementSteps(key))
                .extracting(ElementStep::elementId)
                .contains("ended-quiet")
                .doesNotContain("ended-busy");
        assertThat(variables)
                .containsEntry("kustomerCountsCapped", false)
                .containsEntry("kustomerCounts", Map.of("open", 1));
        assertThat(variables.get("queueMetrics"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
        assertThat(variables.get("conversationMetrics"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("satisfaction", null);
    }
}
