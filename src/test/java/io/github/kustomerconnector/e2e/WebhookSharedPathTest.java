package io.github.kustomerconnector.e2e;

import static io.github.kustomerconnector.e2e.WebhookOnEngineTest.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.connector.api.inbound.Health;
import io.camunda.connector.api.inbound.Health.Status;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two processes with one path, which the runtime gives to one of them, while they are deployed again. */
@ExtendWith(SharedEngine.class)
@TestInstance(Lifecycle.PER_CLASS)
final class WebhookSharedPathTest {

    private final EmbeddedCamunda camunda;
    private final Webhooks webhooks;

    WebhookSharedPathTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        this.webhooks = new Webhooks(camunda, 1, Map.of());
    }

    @AfterAll
    void close() {
        webhooks.close();
    }

    /** The runtime removes the old version before it activates the new one, so the path is free in between. */
    @Test
    void an_owner_that_is_deployed_again_loses_the_path_to_the_process_that_waits() {
        String path = "hook-again";
        deployBoth(path);
        assertAnswer(webhooks.send(path, EventSender.customerMessage("e1", "c1")), 200, "stored");
        webhooks.awaitInstances(first(path), 1);

        webhooks.deploy(version(first(path), path, "second version"));

        awaitHealth(second(path), Status.UP);
        awaitHealth(first(path), Status.DOWN);
        assertAnswer(webhooks.send(path, EventSender.customerMessage("e2", "c1")), 200, "stored");
        webhooks.awaitInstances(second(path), 1);
        assertInstances(path, 1, 1);

        webhooks.remove(second(path));
        awaitHealth(first(path), Status.UP);
        assertAnswer(webhooks.send(path, EventSender.customerMessage("e3", "c1")), 200, "stored");
        webhooks.awaitInstances(first(path), 2);
        assertInstances(path, 2, 1);
    }

    @Test
    void the_process_that_waits_can_be_deployed_again_without_a_change_of_the_owner() {
        String path = "hook-waits-again";
        deployBoth(path);

        webhooks.deploy(version(second(path), path, "second version"));

        assertThat(health(first(path))).isEqualTo(Status.UP);
        assertThat(health(second(path))).isEqualTo(Status.DOWN);
        assertAnswer(webhooks.send(path, EventSender.customerMessage("e1", "c1")), 200, "stored");
        webhooks.awaitInstances(first(path), 1);
        assertInstances(path, 1, 0);
    }

    @Test
    void an_owner_that_moves_to_another_path_leaves_each_process_its_events() {
        String path = "hook-moves";
        deployBoth(path);

        webhooks.deploy(version(first(path), "hook-moved", "on a path of its own"));

        awaitHealth(second(path), Status.UP);
        awaitHealth(first(path), Status.UP);
        assertAnswer(webhooks.send("hook-moved", EventSender.customerMessage("e1", "c1")), 200, "stored");
        assertAnswer(webhooks.send(path, EventSender.customerMessage("e2", "c1")), 200, "stored");
        webhooks.awaitInstances(first(path), 1);
        webhooks.awaitInstances(second(path), 1);
        assertInstances(path, 1, 1);
    }

    private void deployBoth(String path) {
        webhooks.deploy(version(first(path), path, "first version"));
        webhooks.deploy(version(second(path), path, "first version"));
        assertThat(health(first(path))).isEqualTo(Status.UP);
        assertThat(health(second(path))).isEqualTo(Status.DOWN);
    }

    private void assertInstances(String path, int ofFirst, int ofSecond) {
        assertThat(camunda.records().instances(first(path))).hasSize(ofFirst);
        assertThat(camunda.records().instances(second(path))).hasSize(ofSecond);
    }

    private void awaitHealth(String processId, Health.Status status) {
        await("health of " + processId).atMost(EmbeddedCamunda.PATIENCE).until(() -> health(processId) == status);
    }

    private Health.Status health(String processId) {
        return webhooks.runtime().health(processId).getStatus();
    }

    private static String first(String path) {
        return path + "-first";
    }

    private static String second(String path) {
        return path + "-second";
    }

    private static BpmnModelInstance version(String id, String path, String nameOfEnd) {
        BpmnModelInstance model = WebhookElement.START.process(id, Map.of("inbound.context", path, "event", "any"));
        model.getModelElementsByType(EndEvent.class).iterator().next().setName(nameOfEnd);
        return model;
    }
}
