package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.github.kustomerconnector.connector.CreateMessageConnector;
import io.github.kustomerconnector.connector.CreateNoteConnector;
import io.github.kustomerconnector.connector.SendMessageConnector;
import io.github.kustomerconnector.engine.ElementStep;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Notes and messages on the real engine. */
@ExtendWith(SharedEngine.class)
final class MessagesOnEngineTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;
    private final String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
    private final String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));
    private final Map<String, Object> variables =
            Map.of("customerId", customer, "conversationId", conversation, "name", "Ada");

    MessagesOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
    }

    @Test
    void notes_and_messages_use_customer_and_conversation_of_the_process_by_default() {
        camunda.deploy(TemplatedProcess.of(
                        "timeline",
                        start -> start.serviceTask("note")
                                .serviceTask("message")
                                .serviceTask("send")
                                .endEvent()
                                .done())
                .task(CreateNoteConnector.class, "note", Map.of("note.body", "=\"Call \" + name"))
                .task(CreateMessageConnector.class, "message", Map.of("message.preview", "Where is it?"))
                .task(SendMessageConnector.class, "send", Map.of("draft.body", "=\"Dear \" + name"))
                .model());

        Map<String, Object> after = camunda.runToEnd("timeline", variables);

        ObjectNode note = kustomer.records("note").getFirst();
        assertThat(note.at("/attributes/body").asText()).isEqualTo("Call Ada");
        assertThat(after)
                .containsEntry("noteId", note.path("id").asText())
                .containsEntry(
                        "messageId",
                        kustomer.records("message").getFirst().path("id").asText())
                .containsEntry(
                        "draftId",
                        kustomer.records("draft").getFirst().path("id").asText());
        assertThat(kustomer.records("message")
                        .getLast()
                        .at("/attributes/preview")
                        .asText())
                .isEqualTo("Dear Ada");
    }

    @Test
    void retries_after_lost_replies_create_no_duplicates() {
        kustomer.inject(Fault.htmlError(Step.AFTER_STORING), RequestMatcher.path("/v1/conversations"), 1);
        kustomer.inject(Fault.htmlError(Step.AFTER_STORING), RequestMatcher.path("/v1/customers"), 3);
        kustomer.inject(Fault.htmlError(Step.AFTER_STORING), RequestMatcher.path("/v1/drafts"), 1);
        camunda.deploy(TemplatedProcess.of(
                        "retried",
                        start -> start.serviceTask("note")
                                .serviceTask("send")
                                .endEvent()
                                .done())
                .task(CreateNoteConnector.class, "note", withShortBackOff(Map.of("note.body", "Call")))
                .task(SendMessageConnector.class, "send", withShortBackOff(Map.of("draft.body", "Hello")))
                .model());

        camunda.runToEnd("retried", variables);

        assertThat(kustomer.records("note")).hasSize(1);
        assertThat(kustomer.records("draft")).hasSize(1);
        assertThat(kustomer.records("message")).hasSize(1);
        assertThat(kustomer.injected()).containsEntry(Fault.Kind.HTML_ERROR, 5);
    }

    @Test
    void a_too_long_text_leads_to_the_boundary_event() {
        camunda.deploy(TemplatedProcess.of(
                        "caught-message",
                        start -> start.serviceTask("send")
                                .endEvent()
                                .moveToActivity("send")
                                .boundaryEvent("refused")
                                .error("KUSTOMER_INVALID_INPUT")
                                .endEvent("ended-refused")
                                .done())
                .task(
                        SendMessageConnector.class,
                        "send",
                        Map.of("draft.channel", "sms", "draft.body", "x".repeat(1601)))
                .model());

        long key = camunda.start("caught-message", variables);
        camunda.awaitCompleted(key);

        assertThat(camunda.records().elementSteps(key))
                .extracting(ElementStep::elementId)
                .contains("refused", "ended-refused");
        assertThat(camunda.records().jobs(key))
                .singleElement()
                .satisfies(job -> assertThat(job.state()).isEqualTo(JobIntent.ERROR_THROWN));
        assertThat(kustomer.requests()).isEmpty();
    }

    /** Form values with a short back-off and many retries. */
    private static Map<String, String> withShortBackOff(Map<String, String> typed) {
        Map<String, String> values = new HashMap<>(typed);
        values.put("retryBackoff", "PT0.1S");
        values.put("retryCount", "12");
        return values;
    }
}
