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
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures events a second of Kustomer Webhook, beside a connector that only parses the body, on one runtime. The
 * engine's REST API is a stub that takes every message, so that only the runtime and the connector are measured.
 * Arguments: events in each of the rounds, events of the memory run.
 */
public final class WebhookLoadMain {

    private static final int ROUNDS = 7;
    private static final int SENDERS = 2;
    private static final int MEASURED_PARTS = 5;
    private static final AtomicLong NEXT = new AtomicLong();

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

    private WebhookLoadMain() {}

    /** Runs the measurement and prints its figures. */
    public static void main(String[] arguments) throws Exception {
        String[] counts = System.getProperty("load.args", "2000 50000").split(" ", -1);
        PrintStream out = System.out;
        HttpServer engine = engine();
        DeployedProcesses processes = new DeployedProcesses();
        try (WebhookRuntime runtime = start(engine, processes);
                EventSender sender = new EventSender()) {
            rounds(runtime, sender, Integer.parseInt(counts[0]), out);
            memory(runtime, sender, Integer.parseInt(counts[1]), out);
        } finally {
            engine.stop(0);
        }
        System.exit(0);
    }

    private static void rounds(WebhookRuntime runtime, EventSender sender, int events, PrintStream out)
            throws Exception {
        send(runtime.address("load-ours"), sender, events);
        send(runtime.address("load-none"), sender, events);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double ours = send(runtime.address("load-ours"), sender, events);
            double none = send(runtime.address("load-none"), sender, events);
            ratios.add(ours / none);
            out.printf("%.0f events/s, connector without checks %.0f events/s%n", ours, none);
        }
        Collections.sort(ratios);
        out.printf("median ratio %.2f (%.2f to %.2f)%n", ratios.get(ROUNDS / 2), ratios.getFirst(), ratios.getLast());
    }

    private static void memory(WebhookRuntime runtime, EventSender sender, int events, PrintStream out)
            throws Exception {
        for (int part = 0; part <= MEASURED_PARTS; part++) {
            System.gc();
            long used =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            out.printf("heap after %d events: %d MB%n", part * events / MEASURED_PARTS, used >> 20);
            if (part < MEASURED_PARTS) {
                send(runtime.address("load-ours"), sender, events / MEASURED_PARTS);
            }
        }
    }

    /** Sends events and returns how many were answered in a second. */
    private static double send(URI address, EventSender sender, int events) throws Exception {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                all.add(threads.submit(() -> sendSome(address, sender, events / SENDERS)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return events / ((System.nanoTime() - start) / 1e9);
    }

    private static void sendSome(URI address, EventSender sender, int events) {
        for (int i = 0; i < events; i++) {
            String event = EventSender.customerMessage("event-" + NEXT.incrementAndGet(), "c" + i % 7);
            int status = sender.send(address, event).statusCode();
            if (status != 200) {
                throw new AssertionError("The webhook answered " + status);
            }
        }
    }

    private static WebhookRuntime start(HttpServer engine, DeployedProcesses processes) {
        Map<String, String> settings = Map.of(
                "camunda.client.prefer-rest-over-grpc",
                "true",
                "camunda.client.rest-address",
                "http://127.0.0.1:" + engine.getAddress().getPort(),
                EmbeddedCamunda.SECRET_PREFIX + "KUSTOMER_WEBHOOK_TOKEN",
                WebhookRequest.TOKEN);
        WebhookRuntime runtime = WebhookRuntime.start(engine.getAddress().getPort(), processes, settings);
        runtime.register(new InboundConnectorConfiguration("None", "load:none:1", NoOpWebhook.class, List.of()));
        deploy(runtime, processes, 1, WebhookElement.START.process("load-ours", Map.of("event", "customerMessage")));
        BpmnModelInstance none = WebhookElement.START.process("load-none", Map.of("event", "customerMessage"));
        WebhookElement.with(none, "inbound.type", "load:none:1");
        WebhookElement.with(none, "messageIdExpression", "=request.body.id");
        WebhookElement.with(none, "resultExpression", "={event: request.body, record: request.body.data}");
        deploy(runtime, processes, 2, none);
        return runtime;
    }

    private static void deploy(WebhookRuntime runtime, DeployedProcesses processes, long key, BpmnModelInstance model) {
        String id = key == 1 ? "load-ours" : "load-none";
        processes.add(new Deployed(id, key), model);
        runtime.awaitActive(id, 1);
    }

    private static HttpServer engine() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = "{\"tenantId\":\"<default>\",\"messageKey\":\"1\"}".getBytes(UTF_8);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }
}
