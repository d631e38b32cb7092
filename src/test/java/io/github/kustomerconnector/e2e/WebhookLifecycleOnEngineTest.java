package io.github.kustomerconnector.e2e;

import static io.github.kustomerconnector.e2e.WebhookOnEngineTest.assertAnswer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.connector.api.inbound.Health;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.github.kustomerconnector.connector.inbound.WebhookRequest;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks while processes are deployed, corrected and removed. */
@ExtendWith(SharedEngine.class)
@TestInstance(Lifecycle.PER_CLASS)
final class WebhookLifecycleOnEngineTest {

    private final EmbeddedCamunda camunda;
    private final Webhooks webhooks;

    WebhookLifecycleOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        this.webhooks = new Webhooks(
                camunda,
                1,
                Map.of(
                        EmbeddedCamunda.SECRET_PREFIX + "OLD_TOKEN", WebhookRequest.TOKEN,
                        EmbeddedCamunda.SECRET_PREFIX + "NEW_TOKEN", "the-new-token",
                        EmbeddedCamunda.SECRET_PREFIX + "EMPTY_TOKEN", " "));
    }

    @AfterAll
    void close() {
        webhooks.close();
    }

    @Test
    void an_activation_that_failed_is_corrected_by_the_next_version() {
        String id = "hook-failed-activation";
        String event = EventSender.customerMessage("e1", "c1");
        webhooks.deploy(start(id, "{{secrets.EMPTY_TOKEN}}"));

        assertThat(webhooks.runtime().health(id).getStatus()).isEqualTo(Health.Status.DOWN);
        assertThat(webhooks.runtime().health(id).getError().message())
                .endsWith("inbound.signingToken must not be empty");
        assertAnswer(webhooks.send(id, event), 503, "not-ready");

        webhooks.deploy(start(id, "{{secrets.KUSTOMER_WEBHOOK_TOKEN}}"));

        assertThat(webhooks.runtime().health(id).getStatus()).isEqualTo(Health.Status.UP);
        assertAnswer(webhooks.send(id, event), 200, "stored");
        assertThat(webhooks.awaitInstances(id, 1)).hasSize(1);
    }

    /** The runtime registers the path with its blank, so Kustomer's requests are answered with 404. */
    @Test
    void a_path_with_a_blank_is_corrected_by_the_next_version() {
        String id = "hook-blank-path";
        webhooks.deploy(WebhookElement.with(start(id, Map.of()), "inbound.context", id + " "));
        String event = EventSender.customerMessage("e1", "c1");

        assertThat(webhooks.runtime().health(id).getStatus()).isEqualTo(Health.Status.DOWN);
        assertThat(webhooks.runtime().health(id).getError().message()).contains("inbound.context must be a path");
        assertThat(webhooks.send(id, event).statusCode()).isEqualTo(404);

        webhooks.deploy(start(id, Map.of()));

        assertAnswer(webhooks.send(id, event), 200, "stored");
    }

    /** The runtime reads secrets before it registers the path, so the connector cannot answer. */
    @Test
    void a_missing_secret_is_corrected_by_the_next_version() {
        String id = "hook-missing-secret";
        webhooks.deployOnly(start(id, "{{secrets.NO_SUCH_SECRET}}"));
        String event = EventSender.customerMessage("e1", "c1");
        assertThat(webhooks.send(id, event).statusCode()).isEqualTo(404);

        webhooks.deploy(start(id, "{{secrets.KUSTOMER_WEBHOOK_TOKEN}}"));

        assertAnswer(webhooks.send(id, event), 200, "stored");
    }

    @Test
    void old_and_new_token_are_accepted_while_a_token_is_replaced() {
        String id = "hook-two-tokens";
        webhooks.deploy(start(id, "{{secrets.OLD_TOKEN}} {{secrets.NEW_TOKEN}}"));

        assertAnswer(webhooks.send(id, EventSender.customerMessage("e1", "c1")), 200, "stored");
        assertAnswer(sendSignedBy("the-new-token", id, EventSender.customerMessage("e2", "c1")), 200, "stored");
        assertAnswer(sendSignedBy("another", id, EventSender.customerMessage("e3", "c1")), 401, "wrong-signature");
    }

    /** The second one gets nothing, although the sender sees success: one path is for one process. */
    @Test
    void the_second_process_on_a_path_waits_until_the_path_is_free() {
        webhooks.deploy(start("hook-path-first", Map.of("inbound.context", "hook-shared-path")));
        webhooks.deploy(start("hook-path-second", Map.of("inbound.context", "hook-shared-path")));

        assertThat(webhooks.runtime().health("hook-path-first").getStatus()).isEqualTo(Health.Status.UP);
        assertThat(webhooks.runtime().health("hook-path-second").getStatus()).isEqualTo(Health.Status.DOWN);
        assertAnswer(webhooks.send("hook-shared-path", EventSender.customerMessage("e1", "c1")), 200, "stored");
        webhooks.awaitInstances("hook-path-first", 1);

        webhooks.processes().remove("hook-path-first");
        await().atMost(EmbeddedCamunda.PATIENCE)
                .until(() -> webhooks.runtime().health("hook-path-second").getStatus() == Health.Status.UP);

        assertAnswer(webhooks.send("hook-shared-path", EventSender.customerMessage("e2", "c1")), 200, "stored");
        webhooks.awaitInstances("hook-path-second", 1);
        assertThat(camunda.records().instances("hook-path-first")).hasSize(1);
        assertThat(camunda.records().instances("hook-path-second")).hasSize(1);
    }

    @Test
    void an_instance_of_the_old_version_gets_its_event_after_a_new_version_is_deployed() {
        String id = "hook-versions";
        webhooks.deploy(waiting(id));
        long key = webhooks.startWaiting(id, "c1");
        BpmnModelInstance changed = waiting(id);
        changed.getModelElementsByType(EndEvent.class).iterator().next().setName("changed");
        webhooks.deploy(changed);
        long newKey = webhooks.startWaiting(id, "c2");

        assertAnswer(webhooks.send(id, EventSender.customerMessage("e1", "c1")), 200, "stored");
        assertAnswer(webhooks.send(id, EventSender.customerMessage("e2", "c2")), 200, "stored");

        camunda.awaitCompleted(key);
        camunda.awaitCompleted(newKey);
    }

    /** Until the runtime reads the new version, it sends events to the message of the old one. */
    @ParameterizedTest
    @CsvSource({"hook-same-name, false", "hook-other-name, true"})
    void an_event_before_the_runtime_reads_a_new_version_starts_it_under_the_same_name_only(
            String id, boolean isRenamed) {
        webhooks.deploy(named(id, "the name of " + id));
        BpmnModelInstance next = named(id, (isRenamed ? "another" : "the") + " name of " + id);
        next.getModelElementsByType(EndEvent.class).iterator().next().setName("changed");
        var deployed = camunda.deploy(next).getProcesses().getFirst();

        assertAnswer(webhooks.send(id, EventSender.customerMessage("e1", "c1")), 200, "stored");
        webhooks.processes().add(deployed, next);
        webhooks.runtime().awaitActive(id, deployed.getVersion());
        assertAnswer(webhooks.send(id, EventSender.customerMessage("e2", "c1")), 200, "stored");

        int started = isRenamed ? 1 : 2;
        assertThat(webhooks.awaitInstances(id, started)).hasSize(started);
        String repeated = isRenamed ? "stored" : "duplicate";
        assertAnswer(webhooks.send(id, EventSender.customerMessage("e1", "c1")), 200, repeated);
    }

    @Test
    void a_runtime_that_starts_later_serves_the_deployed_webhooks() {
        String id = "hook-restart";
        webhooks.deploy(start(id, Map.of()));
        assertAnswer(webhooks.send(id, EventSender.customerMessage("e1", "c1")), 200, "stored");

        try (var later = camunda.webhookRuntime(
                webhooks.link(),
                webhooks.processes(),
                Map.of(EmbeddedCamunda.SECRET_PREFIX + "KUSTOMER_WEBHOOK_TOKEN", WebhookRequest.TOKEN))) {
            later.awaitActive(id, 1);

            assertAnswer(
                    webhooks.sender().send(later.address(id), EventSender.customerMessage("e1", "c1")),
                    200,
                    "duplicate");
        }
        assertThat(webhooks.awaitInstances(id, 1)).hasSize(1);
    }

    /** The time to live is the time for which the engine knows an event. */
    @Test
    void an_event_is_known_for_two_hours() {
        String id = "hook-time-to-live";
        webhooks.deploy(start(id, Map.of()));
        String event = EventSender.customerMessage("e1", "c1");
        assertAnswer(webhooks.send(id, event), 200, "stored");

        camunda.increaseTime(Duration.ofMinutes(110));
        assertAnswer(webhooks.send(id, event), 200, "duplicate");
        camunda.increaseTime(Duration.ofMinutes(15));

        await().atMost(EmbeddedCamunda.PATIENCE)
                .until(() -> webhooks.send(id, event).body().contains("stored"));
    }

    private static BpmnModelInstance start(String id, String token) {
        return start(id, Map.of("inbound.signingToken", token));
    }

    private static BpmnModelInstance start(String id, Map<String, String> typed) {
        BpmnModelInstance model = WebhookElement.START.process(id, typed);
        return WebhookElement.with(model, "activationCondition", "=true");
    }

    private static BpmnModelInstance named(String id, String message) {
        BpmnModelInstance model = start(id, Map.of());
        model.getModelElementsByType(Message.class).iterator().next().setName(message);
        return model;
    }

    /** The modeler keeps the name of a message when a diagram is changed and deployed again. */
    private static BpmnModelInstance waiting(String id) {
        BpmnModelInstance model = WebhookElement.CATCH_EVENT.process(id, Map.of());
        model.getModelElementsByType(Message.class).iterator().next().setName("the name of " + id);
        return model;
    }

    private HttpResponse<String> sendSignedBy(String token, String path, String event) {
        return webhooks.sender()
                .send(EventSender.request(webhooks.address(path))
                        .header(WebhookRequest.HEADER, WebhookRequest.signature(token, event.getBytes(UTF_8)))
                        .POST(BodyPublishers.ofString(event))
                        .build());
    }
}
