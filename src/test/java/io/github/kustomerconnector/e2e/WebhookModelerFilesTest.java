package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.connector.runtime.core.config.InboundConnectorConfiguration;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.github.kustomerconnector.connector.inbound.WebhookRequest;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the diagrams with webhooks that the libraries of the Modeler built from the templates. {@code modeler-tests}
 * writes these files.
 */
@ExtendWith(SharedEngine.class)
@TestInstance(Lifecycle.PER_CLASS)
final class WebhookModelerFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/modeler");
    private static final String PATH = "kustomer-events";

    private final EmbeddedCamunda camunda;
    private final Webhooks webhooks;

    WebhookModelerFilesTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        this.webhooks = new Webhooks(
                camunda, 1, Map.of(EmbeddedCamunda.SECRET_PREFIX + "OLD_KUSTOMER_WEBHOOK_TOKEN", WebhookRequest.TOKEN));
        webhooks.runtime()
                .register(new InboundConnectorConfiguration(
                        "Stand-in", HttpWebhookStandIn.TYPE, HttpWebhookStandIn.class, List.of()));
    }

    /** The runtime removes nothing as long as it finds no process at all. */
    @BeforeAll
    void keepOneProcess() {
        webhooks.deploy(WebhookElement.START.process("hook-always-there", Map.of()));
    }

    @AfterAll
    void close() {
        webhooks.close();
    }

    static Stream<String> diagrams() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".bpmn", ""))
                    .filter(name -> name.contains("kustomer-webhook"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** All diagrams have the same path, which only one process can have: the earlier one is removed. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void an_event_starts_or_wakes_the_process_and_sets_its_variables(String process) {
        BpmnModelInstance model =
                Bpmn.readModelFromFile(FOLDER.resolve(process + ".bpmn").toFile());
        boolean waits = !model.getModelElementById("applied")
                .getElementType()
                .getTypeName()
                .equals("startEvent");
        webhooks.deploy(model);
        long waiting = waits ? webhooks.startWaiting(process, conversation(process)) : 0;

        assertThat(webhooks.send(PATH, event(process, waits)).statusCode()).isEqualTo(200);

        long key = waits ? waiting : webhooks.awaitInstances(process, 1).getFirst();
        camunda.awaitCompleted(key);
        assertThat(camunda.records().variables(key)).containsKeys("event", "record");
        assertThat(camunda.records().variables(key).containsKey("kustomerResult"))
                .isEqualTo(process.startsWith("filled-"));
        webhooks.remove(process);
    }

    /** The default of a start event is a new conversation, all others wait for the customer's message. */
    private static String event(String process, boolean waits) {
        String id = "event-" + process;
        return waits || process.startsWith("filled-")
                ? EventSender.customerMessage(id, conversation(process))
                : EventSender.conversation(id, "conversation.create", conversation(process));
    }

    /** One for each diagram, because the names of messages in these files are not unique. */
    private static String conversation(String process) {
        return "c-" + process;
    }
}
