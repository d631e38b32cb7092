package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.connector.runtime.core.config.InboundConnectorConfiguration;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.saas.SaasWebhook;
import io.github.kustomerconnector.template.ElementTemplates;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates for Camunda SaaS, with a stand-in for Camunda's HTTP webhook. */
@ExtendWith(SharedEngine.class)
@TestInstance(Lifecycle.PER_CLASS)
final class SaasWebhookOnEngineTest {

    private final EmbeddedCamunda camunda;
    private final Webhooks webhooks;

    SaasWebhookOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        this.webhooks = new Webhooks(camunda, 1, Map.of());
        webhooks.runtime()
                .register(new InboundConnectorConfiguration(
                        "Stand-in", HttpWebhookStandIn.TYPE, HttpWebhookStandIn.class, List.of()));
    }

    @AfterAll
    void close() {
        webhooks.close();
    }

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(ElementTemplates.FOLDER.resolve("saas"))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(SaasWebhook.FILE))
                    .sorted()
                    .toList();
            assertThat(found).hasSize(4);
            return found.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_process_with_a_template_gets_its_events_once_and_no_others(Path template) {
        String id = processId(template);
        WebhookElement element = WebhookElement.of(template);
        webhooks.deploy(element.process(template, id, Map.of("event", "conversationDone")));
        boolean waits = element != WebhookElement.START;
        long waiting = waits ? webhooks.startWaiting(id, "c1") : 0;
        String event = EventSender.conversation("e1-" + id, "conversation.update", "c1");

        assertThat(unsigned(id, event)).isEqualTo(401);
        assertThat(send(id, EventSender.conversation("e2-" + id, "conversation.create", "c1")))
                .isEqualTo(200);
        assertThat(send(id, event)).isEqualTo(200);
        assertThat(send(id, event)).isEqualTo(200);

        long key = waits ? waiting : webhooks.awaitInstances(id, 1).getFirst();
        camunda.awaitCompleted(key);
        assertThat(camunda.records().instances(id)).hasSize(1);
        assertThat(camunda.records().variables(key))
                .containsEntry(
                        "event",
                        Map.of(
                                "id", "e1-" + id,
                                "name", "kustomer.conversation.update",
                                "type", "conversation",
                                "recordId", "c1",
                                "customerId", "5f9f1a2b3c4d5e6f7a8b9c0e",
                                "conversationId", "c1",
                                "changedFields", List.of("status")))
                .containsKey("record");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void an_event_of_a_message_belongs_to_its_conversation(Path template) {
        String id = processId(template) + "-message";
        WebhookElement element = WebhookElement.of(template);
        webhooks.deploy(element.process(template, id, Map.of("event", "customerMessage")));
        boolean waits = element != WebhookElement.START;
        long waiting = waits ? webhooks.startWaiting(id, "c1") : 0;

        assertThat(send(id, EventSender.customerMessage("e1-" + id, "c1"))).isEqualTo(200);

        long key = waits ? waiting : webhooks.awaitInstances(id, 1).getFirst();
        camunda.awaitCompleted(key);
        assertThat(camunda.records().variables(key).get("event"))
                .asString()
                .contains("conversationId=c1", "changedFields=[]");
    }

    /** The prefix separates it from the Modeler's diagrams, which other tests deploy on the same engine. */
    private static String processId(Path template) {
        return "events-" + template.getFileName().toString().replace(".json", "");
    }

    private int send(String path, String event) {
        return webhooks.send(path, event).statusCode();
    }

    private int unsigned(String path, String event) {
        return webhooks.sender()
                .send(EventSender.request(webhooks.address(path))
                        .POST(BodyPublishers.ofString(event))
                        .build())
                .statusCode();
    }
}
