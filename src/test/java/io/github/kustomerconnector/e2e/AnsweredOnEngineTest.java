package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.api.response.Process;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.github.kustomerconnector.demo.AnsweredProcess;
import io.github.kustomerconnector.engine.DeployedProcesses;
import io.github.kustomerconnector.engine.ElementStep;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.GatewayLink;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.engine.WebhookRuntime;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import io.github.kustomerconnector.simulator.WebhookDelivery;
import io.github.kustomerconnector.simulator.WebhookDelivery.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The committed example with events on the real engine; the simulated Kustomer sends the events. */
@ExtendWith(SharedEngine.class)
final class AnsweredOnEngineTest {

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final DeployedProcesses processes = new DeployedProcesses();
    private final EmbeddedCamunda camunda;
    private final GatewayLink link;
    private final WebhookRuntime runtime;
    private final int before;
    private final String customer =
            kustomer.seedCustomer("{\"name\":\"Ada\",\"emails\":[{\"email\":\"ada@example.org\"}]}");

    AnsweredOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
        link = camunda.link();
        runtime = camunda.webhookRuntime(
                link,
                processes,
                Map.of(
                        EmbeddedCamunda.SECRET_PREFIX + "KUSTOMER_API_KEY",
                        KustomerSimulator.API_KEY,
                        EmbeddedCamunda.SECRET_PREFIX + "KUSTOMER_BASE_URL",
                        kustomer.url()));
        before = camunda.records().since(0).size();
    }

    @BeforeEach
    void register() {
        kustomer.webhooks().settings().retryScale(0.001);
        JsonNode webhook = kustomer.webhooks()
                .register(
                        runtime.address("answered").toString(),
                        "kustomer.conversation.create",
                        "kustomer.message.create");
        runtime.secret("KUSTOMER_WEBHOOK_TOKEN", webhook.at("/attributes/token").asText());
        BpmnModelInstance model = Bpmn.readModelFromFile(AnsweredProcess.FILE.toFile());
        Process process = camunda.deploy(model).getProcesses().getFirst();
        processes.add(process, model);
        runtime.awaitActive(process.getBpmnProcessId(), process.getVersion());
    }

    @AfterEach
    void stop() {
        runtime.close();
        link.close();
    }

    @Test
    void an_answer_that_is_newer_than_the_note_gets_a_reply() {
        String conversation = kustomer.writeAsCustomer(customer, "My lamp does not work.");
        long instance = awaitInstance();
        awaitSteps(instance, "newer-than-note", 1);
        kustomer.answerAsCustomer(conversation, "It works again.");
        camunda.awaitCompleted(instance);

        assertThat(camunda.records().variables(instance))
                .containsEntry("conversationId", conversation)
                .containsEntry("answer", "It works again.");
        assertThat(kustomer.records("message"))
                .extracting(message -> message.at("/attributes/preview").asText())
                .containsExactly("My lamp does not work.", "It works again.", "Thank you. We read: It works again.");
        assertThat(steps(instance)).endsWith("reply-sent", AnsweredProcess.PROCESS_ID);
    }

    @Test
    void duplicates_and_lost_answers_start_one_instance_and_send_one_reply() {
        kustomer.webhooks().duplicateNext(3, 2);
        kustomer.webhooks().loseAnswers(4);
        String conversation = kustomer.writeAsCustomer(customer, "My lamp does not work.");
        long instance = awaitInstance();
        awaitSteps(instance, "newer-than-note", 1);
        kustomer.answerAsCustomer(conversation, "It works again.");
        camunda.awaitCompleted(instance);
        await().atMost(EmbeddedCamunda.PATIENCE)
                .until(() -> kustomer.webhooks().deliveries().stream()
                        .allMatch(delivery -> delivery.status() == Status.DELIVERED));

        assertThat(instances()).containsOnly(instance);
        assertThat(kustomer.records("draft")).hasSize(1);
        assertThat(kustomer.webhooks().deliveries())
                .hasSize(10)
                .extracting(WebhookDelivery::eventId)
                .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(4));
    }

    @Test
    void without_an_answer_the_conversation_is_closed_after_a_day() {
        String conversation = kustomer.writeAsCustomer(customer, "My lamp does not work.");
        long instance = awaitInstance();
        awaitSteps(instance, "answer-or-time", 2);
        camunda.increaseTime(Duration.ofHours(25));
        camunda.awaitCompleted(instance);

        assertThat(steps(instance)).contains("not-answered").doesNotContain("send-reply");
        assertThat(kustomer.conversations()).singleElement().satisfies(stored -> {
            assertThat(stored.path("id").asText()).isEqualTo(conversation);
            assertThat(stored.at("/attributes/status").asText()).isEqualTo("done");
        });
    }

    private long awaitInstance() {
        return await("instance")
                .atMost(EmbeddedCamunda.PATIENCE)
                .until(this::instances, found -> !found.isEmpty())
                .getFirst();
    }

    private void awaitSteps(long instance, String element, int times) {
        await(element)
                .atMost(EmbeddedCamunda.PATIENCE)
                .until(() -> steps(instance).stream().filter(element::equals).count() >= times);
    }

    private List<String> steps(long instance) {
        return camunda.records().elementSteps(instance).stream()
                .map(ElementStep::elementId)
                .toList();
    }

    private List<Long> instances() {
        return camunda.records().since(before).stream()
                .map(Record::getValue)
                .filter(ProcessInstanceRecordValue.class::isInstance)
                .map(ProcessInstanceRecordValue.class::cast)
                .filter(value -> value.getBpmnProcessId().equals(AnsweredProcess.PROCESS_ID))
                .map(ProcessInstanceRecordValue::getProcessInstanceKey)
                .filter(key -> key > 0)
                .distinct()
                .toList();
    }
}
