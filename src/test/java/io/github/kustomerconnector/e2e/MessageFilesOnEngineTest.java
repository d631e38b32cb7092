package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.connector.FindMessageConnector;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Find Kustomer Messages copies files into Camunda's document store, on the real engine and runtime. */
@ExtendWith(SharedEngine.class)
final class MessageFilesOnEngineTest {
    private static final byte[] CONTENT = "an order of a lamp".getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    MessageFilesOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
    }

    @Test
    void a_process_receives_a_camunda_document_with_the_content_of_the_file() {
        String conversation = conversationWithFile();
        camunda.deploy(TemplatedProcess.of(
                        "read-files",
                        start -> start.serviceTask("read").endEvent().done())
                .task(
                        FindMessageConnector.class,
                        "read",
                        Map.of(
                                "message.attachments",
                                "documents",
                                "resultExpression",
                                "={order: attachments[1].document, fileName: attachments[1].name}"))
                .model());

        Map<String, Object> variables = camunda.runToEnd("read-files", Map.of("conversationId", conversation));

        assertThat(variables).containsEntry("fileName", "order.pdf");
        Map<?, ?> document = Objects.requireNonNull((Map<?, ?>) variables.get("order"));
        assertThat(document.get("camunda.document.type")).isEqualTo("camunda");
        assertThat((Map<?, ?>) document.get("metadata"))
                .extracting("fileName", "contentType")
                .isEqualTo(List.of("order.pdf", "application/pdf"));
        assertThat(camunda.document(document)).isEqualTo(CONTENT);
    }

    private String conversationWithFile() {
        String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(kustomer.seedCustomer("{}")));
        String file = kustomer.seedFile("{\"name\":\"order.pdf\",\"contentType\":\"application/pdf\"}", CONTENT);
        kustomer.seedRecord(
                "message",
                "{\"conversation\":\"%s\",\"preview\":\"See my order\",\"attachments\":[{\"_id\":\"%s\"}]}"
                        .formatted(conversation, file));
        return conversation;
    }
}
