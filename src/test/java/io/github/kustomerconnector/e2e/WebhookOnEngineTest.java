package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.github.kustomerconnector.connector.inbound.KustomerWebhook;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.template.ElementTemplates;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link KustomerWebhook}, found by the service loader, on the connector runtime and the engine. */
@ExtendWith(SharedEngine.class)
@TestInstance(Lifecycle.PER_CLASS)
final class WebhookOnEngineTest {

    private static final String OWN_USER = "5f9f1a2b3c4d5e6f7a8b9c11";

    private final EmbeddedCamunda camunda;
    private final Webhooks webhooks;

    WebhookOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        this.webhooks = new Webhooks(camunda, 1, Map.of());
    }

    @AfterAll
    void close() {
        webhooks.close();
    }

    /** The templates for an own runtime. */
    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(ElementTemplates.FOLDER)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith("kustomer-webhook"))
                    .filter(file -> !file.toString().contains("saas"))
                    .sorted()
                    .toList();
            assertThat(found).hasSize(8);
            return found.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_process_with_a_template_gets_its_events_and_no_others(Path template) {
        // Another name than the diagrams of the modeler have, because these are on the same engine.
        String id = "events-of-" + template.getFileName().toString().replace(".json", "");
        WebhookElement element = WebhookElement.of(template);
        webhooks.deploy(element.process(template, id, Map.of("event", "conversationDone")));
        boolean waits = element != WebhookElement.START;
        long waiting = waits ? webhooks.startWaiting(id, "c1") : 0;

        assertAnswer(
                webhooks.send(id, EventSender.conversation("e1-" + id, "conversation.create", "c1")),
                200,
                "not-for-process");
        assertAnswer(webhooks.send(id, EventSender.customerMessage("e2-" + id, "c1")), 200, "not-for-process");
        if (waits) {
            assertAnswer(
                    webhooks.send(id, EventSender.conversation("e3-" + id, "conversation.update", "c2")),
                    200,
                    "stored");
        }
        assertAnswer(
                webhooks.send(id, EventSender.conversation("e4-" + id, "conversation.update", "c1")), 200, "stored");
        assertAnswer(
                webhooks.send(id, EventSender.conversation("e4-" + id, "conversation.update", "c1")), 200, "duplicate");

        long key = waits ? waiting : webhooks.awaitInstances(id, 1).getFirst();
        camunda.awaitCompleted(key);
        assertThat(camunda.records().instances(id)).hasSize(1);
        assertThat(camunda.records().variables(key))
                .containsEntry(
                        "event",
                        Map.of(
                                "id", "e4-" + id,
                                "name", "kustomer.conversation.update",
                                "type", "conversation",
                                "recordId", "c1",
                                "customerId", "5f9f1a2b3c4d5e6f7a8b9c0e",
                                "conversationId", "c1",
                                "changedFields", List.of("status"),
                                "own", false));
        assertThat(camunda.records().variables(key).get("record"))
                .hasToString(
                        "{type=conversation, id=c1, attributes={status=done, priority=3}, relationships={customer={data="
                                + "{type=customer, id=5f9f1a2b3c4d5e6f7a8b9c0e}}}}");
    }

    @Test
    void each_choice_of_events_matches_its_events_only() {
        webhooks.deploy(WebhookElement.START.process("hook-choices", Map.of("event", "customerMessage")));

        assertAnswer(webhooks.send("hook-choices", EventSender.customerMessage("e1", "c1")), 200, "stored");
        assertAnswer(
                webhooks.send(
                        "hook-choices",
                        EventSender.customerMessage("e2", "c1")
                                .replace("\"direction\":\"in\"", "\"direction\":\"out\"")),
                200,
                "not-for-process");
        assertThat(webhooks.awaitInstances("hook-choices", 1)).hasSize(1);
    }

    @Test
    void an_own_condition_decides() {
        webhooks.deploy(WebhookElement.START.process(
                "hook-own-condition",
                Map.of("event", "own", "condition.own", "=request.body.data.attributes.priority > 3")));
        String event = EventSender.conversation("e1", "conversation.update", "c1");

        assertAnswer(webhooks.send("hook-own-condition", event), 200, "not-for-process");
        assertAnswer(
                webhooks.send("hook-own-condition", event.replace("\"priority\":3", "\"priority\":4")), 200, "stored");
    }

    @Test
    void an_event_that_arrives_before_the_instance_waits_is_kept() {
        webhooks.deploy(WebhookElement.CATCH_EVENT.process("hook-early", Map.of()));

        assertAnswer(webhooks.send("hook-early", EventSender.customerMessage("e1", "c1")), 200, "stored");
        long key = camunda.start("hook-early", Map.of("conversationId", "c1"));

        camunda.awaitCompleted(key);
        assertThat(camunda.records().variables(key).get("record")).asString().contains("m-e1");
    }

    @Test
    void an_event_without_conversation_is_correlated_by_its_record() {
        webhooks.deploy(WebhookElement.CATCH_EVENT.process("hook-customer", Map.of("event", "customerChanged")));
        long key = webhooks.startWaiting("hook-customer", "customer-1");

        String event = "{\"id\":\"e1\",\"name\":\"kustomer.customer.update\","
                + "\"data\":{\"type\":\"customer\",\"id\":\"customer-1\"}}";
        assertAnswer(webhooks.send("hook-customer", event), 200, "stored");

        camunda.awaitCompleted(key);
    }

    @Test
    void one_instance_at_a_time_for_each_conversation() {
        webhooks.deploy(WebhookElement.START.apply(
                Bpmn.createExecutableProcess("hook-in-turn")
                        .startEvent(WebhookElement.ID)
                        .message(message -> message.name("replaced"))
                        .userTask()
                        .endEvent()
                        .done(),
                Map.of("event", "customerMessage", "correlationRequired", "required")));

        assertAnswer(webhooks.send("hook-in-turn", EventSender.customerMessage("e1", "c1")), 200, "stored");
        assertAnswer(webhooks.send("hook-in-turn", EventSender.customerMessage("e2", "c1")), 200, "stored");
        assertAnswer(webhooks.send("hook-in-turn", EventSender.customerMessage("e3", "c2")), 200, "stored");

        assertThat(webhooks.awaitInstances("hook-in-turn", 2)).hasSize(2);
        assertThat(camunda.records().values("hook-in-turn", "event"))
                .extracting(event -> String.valueOf(((Map<?, ?>) event).get("id")))
                .containsExactly("e1", "e3");
    }

    @Test
    void own_events_are_ignored_or_delivered_as_the_element_asks() {
        String event = EventSender.conversation("e1", "conversation.update", "c1")
                .replace(
                        "\"relationships\":{",
                        "\"relationships\":{\"modifiedBy\":{\"data\":{\"type\":\"user\",\"id\":\"%s\"}},"
                                .formatted(OWN_USER));
        webhooks.deploy(WebhookElement.START.process(
                "hook-ignores-own", Map.of("event", "conversationDone", "inbound.ownUser", OWN_USER)));
        webhooks.deploy(WebhookElement.START.process(
                "hook-delivers-own",
                Map.of("event", "conversationDone", "inbound.ownUser", OWN_USER, "inbound.ownEvents", "deliver")));

        assertAnswer(webhooks.send("hook-ignores-own", event), 200, "own-event");
        assertAnswer(webhooks.send("hook-delivers-own", event), 200, "stored");

        long key = webhooks.awaitInstances("hook-delivers-own", 1).getFirst();
        assertThat(camunda.records().variables(key).get("event")).asString().contains("own=true");
        assertThat(camunda.records().instances("hook-ignores-own")).isEmpty();
    }

    static void assertAnswer(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode() + " " + response.body())
                .isEqualTo("%s {\"result\":\"%s\"}".formatted(status, code));
    }
}
