package io.github.kustomerconnector.engine;

import static org.awaitility.Awaitility.await;

import io.camunda.connector.api.inbound.Health;
import io.camunda.connector.runtime.core.config.InboundConnectorConfiguration;
import io.camunda.connector.runtime.core.inbound.InboundConnectorFactory;
import io.camunda.connector.runtime.inbound.executable.ActiveExecutableQuery;
import io.camunda.connector.runtime.inbound.executable.ActiveExecutableResponse;
import io.camunda.connector.runtime.inbound.executable.InboundExecutableRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/**
 * A connector runtime with inbound connectors and its own HTTP port. Several can serve one engine, as replicas do.
 * Only the search for deployed processes is replaced, see {@link DeployedProcesses}.
 */
public final class WebhookRuntime implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.of(
            "camunda.connector.polling.enabled", "true",
            "camunda.connector.polling.interval", "100",
            "camunda.connector.webhook.enabled", "true",
            "spring.main.web-application-type", "servlet",
            "server.port", "0",
            "server.address", "127.0.0.1");

    private final ConnectorRuntime runtime;

    private WebhookRuntime(ConnectorRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Starts a runtime. It takes no outbound jobs, because they are for the runtime of {@link EmbeddedCamunda}.
     *
     * @param gatewayPort of the engine or of a {@link GatewayLink}
     * @param settings secrets and Spring properties, as for {@link EmbeddedCamunda#start}
     */
    public static WebhookRuntime start(int gatewayPort, DeployedProcesses processes, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.putAll(settings);
        return new WebhookRuntime(ConnectorRuntime.start(gatewayPort, all, processes.search()));
    }

    /** Where Kustomer's requests go to. */
    public URI address(String path) {
        String port = runtime.bean(Environment.class).getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:%s/inbound/%s".formatted(port, path));
    }

    /** Sets a connector secret for webhooks that are activated later, and for later jobs. */
    public void secret(String name, String value) {
        runtime.secret(name, value);
    }

    /** Adds a connector that is not on the class path's list. */
    public void register(InboundConnectorConfiguration connector) {
        runtime.bean(InboundConnectorFactory.class).registerConfiguration(connector);
    }

    /** Waits until the webhooks of a version of a process are active, and returns them with their health. */
    public List<ActiveExecutableResponse> awaitActive(String processId, int version) {
        return await("activation of " + processId)
                .atMost(EmbeddedCamunda.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> webhooks(processId), found -> areOf(version, found));
    }

    /** Waits until a process has no webhook. */
    public void awaitRemoved(String processId) {
        await("removal of " + processId)
                .atMost(EmbeddedCamunda.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> webhooks(processId).isEmpty());
    }

    /** The health of the only webhook of a process. */
    public Health health(String processId) {
        return webhooks(processId).getFirst().health();
    }

    /** A bean of the runtime. */
    public <T> T bean(Class<T> type) {
        return runtime.bean(type);
    }

    @Override
    public void close() {
        runtime.close();
    }

    private static boolean areOf(int version, List<ActiveExecutableResponse> webhooks) {
        return !webhooks.isEmpty()
                && webhooks.stream()
                        .flatMap(webhook -> webhook.elements().stream())
                        .allMatch(element -> element.element().version() == version);
    }

    private List<ActiveExecutableResponse> webhooks(String processId) {
        return runtime.bean(InboundExecutableRegistry.class)
                .query(new ActiveExecutableQuery(processId, null, null, null));
    }
}
