package io.github.kustomerconnector.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.camunda.client.api.response.Process;
import io.camunda.connector.api.inbound.webhook.MappedHttpRequest;
import io.camunda.connector.api.inbound.webhook.WebhookConnectorExecutable;
import io.camunda.connector.api.inbound.webhook.WebhookProcessingPayload;
import io.camunda.connector.api.inbound.webhook.WebhookResult;
import io.camunda.connector.runtime.core.config.InboundConnectorConfiguration;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.github.kustomerconnector.connector.inbound.WebhookRequest;
import io.github.kustomerconnector.engine.DeployedProcesses;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.WebhookRuntime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A runtime with Kustomer Webhook and with a connector that only parses the body, in equal processes. The engine's
 * REST API is a stub that answers every message with one status, so that only the runtime and the connectors are
 * measured.
 *
 * <p>The runtime keeps no activity log, as {@code docs/webhooks.md} recommends, because its log fails and grows under
 * concurrent requests up to 8.9.0-alpha3.
 */
final class LoadedWebhooks implements AutoCloseable {

    /** Which connector gets an event. */
    enum Target {
        KUSTOMER_WEBHOOK("load-ours"),
        NO_CHECKS("load-none");

        private final String path;

        Target(String path) {
            this.path = path;
        }
    }

    /** A connector without any check. */
    public static final class NoOpWebhook implements WebhookConnectorExecutable {
        private static final ObjectMapper MAPPER = new ObjectMapper();

        @Override
        public WebhookResult triggerWebhook(WebhookProcessingPayload payload) throws IOException {
            Object body = MAPPER.readValue(payload.rawBody(), Object.class);
            return () -> new MappedHttpRequest(body, Map.of(), Map.of());
        }
    }

    private record Deployed(String getBpmnProcessId, long getProcessDefinitionKey) implements Process {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public String getResourceName() {
            return "load.bpmn";
        }

        @Override
        public String getTenantId() {
            return "<default>";
        }
    }

    private static final Map<String, String> TYPED = Map.of("event", "customerMessage");

    private final ExecutorService engineThreads = Executors.newCachedThreadPool();
    private final DeployedProcesses processes = new DeployedProcesses();
    private final AtomicLong events = new AtomicLong();
    private final HttpServer engine;
    private final WebhookRuntime runtime;
    private final EventSender sender = new EventSender();

    /** @param engineStatus the status of the engine's answer to each message */
    LoadedWebhooks(int engineStatus) throws IOException {
        engine = engine(engineStatus);
        runtime = WebhookRuntime.start(engine.getAddress().getPort(), processes, settings());
        runtime.register(new InboundConnectorConfiguration("None", "load:none:1", NoOpWebhook.class, List.of()));
        deploy(1, WebhookElement.START.process(Target.KUSTOMER_WEBHOOK.path, TYPED), Target.KUSTOMER_WEBHOOK);
        BpmnModelInstance none = WebhookElement.START.process(Target.NO_CHECKS.path, TYPED);
        WebhookElement.with(none, "inbound.type", "load:none:1");
        WebhookElement.with(none, "messageIdExpression", "=request.body.id");
        WebhookElement.with(none, "resultExpression", "={event: request.body, record: request.body.data}");
        deploy(2, none, Target.NO_CHECKS);
    }

    /**
     * Sends the next event of a new message.
     *
     * @throws IllegalStateException with the connector and its answer if it is not 200
     */
    void send(Target target) {
        long number = events.incrementAndGet();
        String event = EventSender.customerMessage("event-" + number, "c" + number % 7);
        HttpResponse<String> response = sender.send(runtime.address(target.path), event);
        if (response.statusCode() != 200) {
            throw new IllegalStateException("%s answered event %s with %s %s"
                    .formatted(target, number, response.statusCode(), response.body())
                    .strip());
        }
    }

    @Override
    public void close() {
        sender.close();
        runtime.close();
        engine.stop(0);
        engineThreads.shutdownNow();
    }

    private Map<String, String> settings() {
        return Map.of(
                "camunda.client.prefer-rest-over-grpc",
                "true",
                "camunda.client.rest-address",
                "http://127.0.0.1:" + engine.getAddress().getPort(),
                "camunda.connector.inbound.log.size",
                "0",
                EmbeddedCamunda.SECRET_PREFIX + "KUSTOMER_WEBHOOK_TOKEN",
                WebhookRequest.TOKEN);
    }

    private void deploy(long key, BpmnModelInstance model, Target target) {
        processes.add(new Deployed(target.path, key), model);
        runtime.awaitActive(target.path, 1);
    }

    private HttpServer engine(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = "{\"tenantId\":\"<default>\",\"messageKey\":\"1\"}".getBytes(UTF_8);
        server.setExecutor(engineThreads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }
}
