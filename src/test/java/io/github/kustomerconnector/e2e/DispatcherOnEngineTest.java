package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.response.Process;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.github.kustomerconnector.engine.DeployedProcesses;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.GatewayLink;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.engine.WebhookRuntime;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import io.github.kustomerconnector.simulator.WebhookDelivery.Status;
import io.github.kustomerconnector.template.TemplateApplication;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The dispatcher of {@code docs/webhooks.md}: one process takes all events and passes each on as a signal. */
@ExtendWith(SharedEngine.class)
final class DispatcherOnEngineTest {

    private static final String DISPATCHER = "kustomer-dispatcher";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final DeployedProcesses processes = new DeployedProcesses();
    private final EmbeddedCamunda camunda;
    private final GatewayLink link;
    private final WebhookRuntime runtime;
    private final int before;
    private final String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");

    DispatcherOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        link = camunda.link();
        runtime = camunda.webhookRuntime(link, processes, Map.of());
        before = camunda.records().since(0).size();
    }

    @BeforeEach
    void deploy() throws IOException {
        String address = runtime.address(DISPATCHER).toString();
        String token = kustomer.webhooks()
                .register(
                        address, "kustomer.conversation.create", "kustomer.message.create", "kustomer.customer.update")
                .at("/attributes/token")
                .asText();
        runtime.secret("KUSTOMER_WEBHOOK_TOKEN", token);
        BpmnModelInstance model = dispatcher();
        Process process = camunda.deploy(model).getProcesses().getFirst();
        processes.add(process, model);
        for (int i = 1; i <= 6; i++) {
            camunda.deploy(starter("on-conversation-" + i, "kustomer.conversation.create"));
        }
        camunda.deploy(waiter());
        runtime.awaitActive(process.getBpmnProcessId(), process.getVersion());
    }

    @AfterEach
    void stop() {
        runtime.close();
        link.close();
    }

    @Test
    void one_webhook_starts_six_processes_and_a_duplicate_starts_none() {
        kustomer.webhooks().duplicateNext(1, 3);

        String conversation = kustomer.writeAsCustomer(customer, "Hello");
        awaitDelivered(5);

        for (int i = 1; i <= 6; i++) {
            String id = "on-conversation-" + i;
            await(id)
                    .atMost(EmbeddedCamunda.PATIENCE)
                    .until(() -> !completed(id).isEmpty());
            assertThat(completed(id)).hasSize(1);
            assertThat(camunda.records().variables(completed(id).getFirst()).get("event"))
                    .asString()
                    .contains("conversationId=" + conversation);
        }
        assertThat(completed(DISPATCHER)).hasSize(2);
    }

    @Test
    void a_signal_wakes_the_instance_of_its_conversation_only() {
        String mine = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));
        String other = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));
        long waiting = camunda.start("waits-for-message", Map.of("conversationId", mine));
        long asleep = camunda.start("waits-for-message", Map.of("conversationId", other));
        awaitWaiting(waiting, asleep);

        kustomer.answerAsCustomer(mine, "Here I am");
        camunda.awaitCompleted(waiting);

        assertThat(completed("waits-for-message")).containsExactly(waiting);
    }

    /** The result of the webhook is the signal's payload. The name of the event is the name of the signal. */
    private static BpmnModelInstance dispatcher() throws IOException {
        BpmnModelInstance model = Bpmn.createExecutableProcess(DISPATCHER)
                .startEvent("event-received")
                .message("event-received")
                .endEvent("event-passed-on")
                .signal("=event.name")
                .zeebeInputExpression("event", "event")
                .zeebeInputExpression("record", "record")
                .done();
        new TemplateApplication(new ObjectMapper().readTree(new File("element-templates/kustomer-webhook.json")))
                .apply(model, "event-received", Map.of("inbound.context", DISPATCHER, "event", "any"));
        return model;
    }

    private static BpmnModelInstance starter(String id, String event) {
        return Bpmn.createExecutableProcess(id)
                .startEvent()
                .signal(event)
                .endEvent()
                .done();
    }

    private static BpmnModelInstance waiter() {
        return Bpmn.createExecutableProcess("waits-for-message")
                .startEvent()
                .exclusiveGateway("wait")
                .intermediateCatchEvent("message-received")
                .signal("kustomer.message.create")
                .exclusiveGateway("is-mine")
                .conditionExpression("event.conversationId = conversationId")
                .endEvent()
                .moveToNode("is-mine")
                .conditionExpression("event.conversationId != conversationId")
                .connectTo("wait")
                .done();
    }

    private void awaitDelivered(int number) {
        await("deliveries")
                .atMost(EmbeddedCamunda.PATIENCE)
                .until(() -> kustomer.webhooks().deliveries().stream()
                                .filter(delivery -> delivery.status() == Status.DELIVERED)
                                .count()
                        == number);
    }

    private void awaitWaiting(long... instances) {
        for (long instance : instances) {
            await("wait")
                    .atMost(EmbeddedCamunda.PATIENCE)
                    .until(() -> camunda.records().elementSteps(instance).stream()
                            .anyMatch(step -> step.elementId().equals("message-received")));
        }
    }

    private List<Long> completed(String processId) {
        return camunda.records().since(before).stream()
                .filter(one -> one.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED)
                .map(Record::getValue)
                .filter(ProcessInstanceRecordValue.class::isInstance)
                .map(ProcessInstanceRecordValue.class::cast)
                .filter(value -> value.getBpmnProcessId().equals(processId))
                .filter(value -> value.getBpmnElementType() == BpmnElementType.PROCESS)
                .map(ProcessInstanceRecordValue::getProcessInstanceKey)
                .toList();
    }
}
