package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.connector.RegisterWebhookConnector;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Register Kustomer Webhook on the real engine. */
@ExtendWith(SharedEngine.class)
final class RegisterWebhookOnEngineTest {

    private static final String URL = "https://camunda.example.org/inbound/kustomer";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    RegisterWebhookOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
    }

    @Test
    void a_daily_process_creates_the_webhook_and_later_enables_it_again() {
        camunda.deploy(TemplatedProcess.of(
                        "keep-webhook",
                        start -> start.serviceTask("register").endEvent().done())
                .task(
                        RegisterWebhookConnector.class,
                        "register",
                        Map.of("webhook.url", "=url", "webhook.choice", "chosen", "webhook.events", "message.create"))
                .model());

        Map<String, Object> first = camunda.runToEnd("keep-webhook", Map.of("url", URL));
        String id = kustomer.webhooks().registered().getFirst().path("id").asText();
        kustomer.webhooks().disable(id);
        Map<String, Object> second = camunda.runToEnd("keep-webhook", Map.of("url", URL));

        assertThat(first).containsEntry("webhookId", id).containsEntry("webhookOutcome", "created");
        assertThat(second).containsEntry("webhookId", id).containsEntry("webhookOutcome", "updated");
        assertThat(kustomer.webhooks().registered())
                .hasSize(1)
                .allSatisfy(
                        webhook -> assertThat(webhook.at("/attributes/enabled").asBoolean())
                                .isTrue());
    }
}
