package io.github.kustomerconnector.e2e;

import static io.github.kustomerconnector.e2e.WebhookOnEngineTest.assertAnswer;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A runtime that publishes messages by the engine's REST API, whose answers are scripted here. */
@ExtendWith(SharedEngine.class)
final class WebhookOverRestTest {

    private static final String ID = "hook-over-rest";

    private final EmbeddedCamunda camunda;
    private final HttpServer rest;
    private volatile int status = 200;

    WebhookOverRestTest(EmbeddedCamunda camunda) throws IOException {
        this.camunda = camunda;
        this.rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        rest.createContext("/", exchange -> {
            String body = status == 200
                    ? "{\"tenantId\":\"<default>\",\"messageKey\":\"1\"}"
                    : "{\"type\":\"about:blank\",\"title\":\"REFUSED\",\"status\":%s,\"detail\":\"text\"}"
                            .formatted(status);
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders()
                    .set("Content-Type", status == 200 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream answer = exchange.getResponseBody()) {
                answer.write(bytes);
            }
        });
        rest.start();
    }

    @AfterEach
    void stop() {
        rest.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"200, 200, stored", "409, 200, duplicate", "503, 503, not-stored", "400, 503, not-stored"})
    void the_answer_follows_the_engine_s(int engine, int answer, String code) {
        status = engine;
        Map<String, String> settings = Map.of(
                "camunda.client.prefer-rest-over-grpc",
                "true",
                "camunda.client.rest-address",
                "http://127.0.0.1:" + rest.getAddress().getPort());
        BpmnModelInstance process = WebhookElement.START.process(ID, Map.of("event", "any"));

        try (Webhooks webhooks = new Webhooks(camunda, 1, settings)) {
            webhooks.deploy(process);

            assertAnswer(webhooks.send(ID, EventSender.customerMessage("e1", "c1")), answer, code);
        }
    }
}
