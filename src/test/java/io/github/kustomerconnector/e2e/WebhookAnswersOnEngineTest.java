package io.github.kustomerconnector.e2e;

import static io.github.kustomerconnector.connector.inbound.WebhookRequest.HEADER;
import static io.github.kustomerconnector.e2e.WebhookOnEngineTest.assertAnswer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.github.kustomerconnector.connector.LogWatch;
import io.github.kustomerconnector.connector.inbound.WebhookRequest;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sender of a request gets, for all kinds of requests and mistakes in a process. */
@ExtendWith(SharedEngine.class)
@TestInstance(Lifecycle.PER_CLASS)
final class WebhookAnswersOnEngineTest {

    private static final String SOUND = "hook-answers";

    private final EmbeddedCamunda camunda;
    private final Webhooks webhooks;

    WebhookAnswersOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        this.webhooks = new Webhooks(camunda, 1, Map.of());
    }

    @BeforeAll
    void deploy() {
        webhooks.deploy(WebhookElement.START.process(SOUND, Map.of("event", "any")));
    }

    @AfterAll
    void close() {
        webhooks.close();
    }

    static Stream<Arguments> foreign() {
        byte[] event = EventSender.customerMessage("e-foreign", "c1").getBytes(UTF_8);
        String signature = WebhookRequest.signature(WebhookRequest.TOKEN, event);
        byte[] large = new byte[5_000_000];
        Arrays.fill(large, (byte) ' ');
        return Stream.of(
                arguments("a wrong signature", event, "0" + signature.substring(1), 401, "wrong-signature"),
                arguments(
                        "the signature of another token",
                        event,
                        WebhookRequest.signature("other", event),
                        401,
                        "wrong-signature"),
                arguments("a cut body", Arrays.copyOf(event, event.length / 2), signature, 401, "wrong-signature"),
                arguments(
                        "a body of 5 MB",
                        large,
                        WebhookRequest.signature(WebhookRequest.TOKEN, large),
                        413,
                        "too-large"),
                signed("foreign JSON", "{\"action\":\"opened\",\"issue\":{\"id\":1}}"),
                signed("an array", "[]"),
                signed("no JSON", "<html></html>"),
                signed("a cut event with its signature", new String(event, UTF_8).substring(0, 50)),
                signed("an empty body", ""),
                signed(
                        "an event with too many levels",
                        EventSender.customerMessage("e-deep", "c1")
                                .replace("\"Thank you\"", "[".repeat(600) + "]".repeat(600))));
    }

    private static Arguments signed(String name, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return arguments(name, bytes, WebhookRequest.signature(WebhookRequest.TOKEN, bytes), 400, "not-an-event");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foreign")
    void refuses_and_starts_nothing(String name, byte[] body, String signature, int status, String code) {
        int before = camunda.records().instances(SOUND).size();

        assertAnswer(
                webhooks.sender()
                        .send(EventSender.request(webhooks.address(SOUND))
                                .header(HEADER, signature)
                                .POST(BodyPublishers.ofByteArray(body))
                                .build()),
                status,
                code);

        assertNothingStartsAfter(before, "e-after-" + name.replace(' ', '-'));
    }

    @Test
    void refuses_a_request_without_signature() {
        assertAnswer(
                webhooks.sender()
                        .send(EventSender.request(webhooks.address(SOUND))
                                .POST(BodyPublishers.ofString(EventSender.customerMessage("e-unsigned", "c1")))
                                .build()),
                401,
                "wrong-signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void refuses_other_methods(String method) {
        HttpResponse<String> response = webhooks.sender()
                .send(EventSender.request(webhooks.address(SOUND))
                        .method(method, BodyPublishers.noBody())
                        .build());

        assertAnswer(response, 405, "wrong-method");
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }

    /** The runtime would refuse to write JSON, after the engine has the event. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "text/html;q=0.9", "nonsense"})
    void a_sender_that_does_not_ask_for_json_gets_its_answer(String accepted) {
        byte[] event = EventSender.customerMessage("e-accepts-" + accepted.hashCode(), "c1")
                .getBytes(UTF_8);

        HttpResponse<String> response = webhooks.sender()
                .send(EventSender.request(webhooks.address(SOUND))
                        .header("Accept", accepted)
                        .header(HEADER, WebhookRequest.signature(WebhookRequest.TOKEN, event))
                        .POST(BodyPublishers.ofByteArray(event))
                        .build());

        assertAnswer(response, 200, "stored");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void a_head_request_is_refused_without_a_body() {
        HttpResponse<String> response = webhooks.sender()
                .send(EventSender.request(webhooks.address(SOUND)).HEAD().build());

        assertThat(response.statusCode()).isEqualTo(405);
    }

    /** The runtime answers these, before the connector. */
    @Test
    void the_runtime_does_not_know_other_paths_and_methods() {
        assertThat(webhooks.send("unknown-path", "{}").statusCode()).isEqualTo(404);
        assertThat(webhooks.send(SOUND.toUpperCase(Locale.ROOT), "{}").statusCode())
                .isEqualTo(404);
        URI deeper = URI.create(webhooks.address(SOUND) + "/");
        assertThat(webhooks.sender().send(deeper, "{}").statusCode()).isEqualTo(500);
        assertThat(webhooks.sender()
                        .send(EventSender.request(webhooks.address(SOUND))
                                .method("PATCH", BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(500);
        assertThat(webhooks.sender()
                        .send(EventSender.request(webhooks.address(SOUND))
                                .method("OPTIONS", BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }

    /** The signature is of the bytes. The content type does not matter. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json; charset=latin1", "application/octet-stream"})
    void the_type_of_the_body_does_not_matter(String type) {
        assertAnswer(sendAs(type), 200, "stored");
    }

    /** The runtime reads these bodies as forms, so their bytes differ from the signed ones. */
    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void a_form_is_refused(String type) {
        assertAnswer(sendAs(type), 401, "wrong-signature");
    }

    private HttpResponse<String> sendAs(String type) {
        byte[] event =
                EventSender.customerMessage("e-as-" + type.hashCode(), "c1").getBytes(UTF_8);
        return webhooks.sender()
                .send(HttpRequest.newBuilder(webhooks.address(SOUND))
                        .header("Content-Type", type)
                        .header(HEADER, WebhookRequest.signature(WebhookRequest.TOKEN, event))
                        .POST(BodyPublishers.ofByteArray(event))
                        .build());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("condition-syntax", WebhookElement.START, "activationCondition", "=request.body.name =", 503),
                arguments("condition-null", WebhookElement.START, "activationCondition", "=null", 200),
                arguments("condition-text", WebhookElement.START, "activationCondition", "=\"yes\"", 200),
                arguments(
                        "condition-excludes-null",
                        WebhookElement.CATCH_EVENT,
                        "activationCondition",
                        "=record.attributes.externalId != null",
                        200),
                arguments("key-null", WebhookElement.CATCH_EVENT, "correlationKeyExpression", "=event.nothing", 503),
                arguments("key-syntax", WebhookElement.CATCH_EVENT, "correlationKeyExpression", "=event.", 503),
                arguments("id-null", WebhookElement.START, "messageIdExpression", "=event.nothing", 503),
                arguments("id-syntax", WebhookElement.START, "messageIdExpression", "=event.", 503),
                arguments("id-list", WebhookElement.START, "messageIdExpression", "=[1, 2]", 503),
                arguments("result-syntax", WebhookElement.START, "resultExpression", "={a: ", 503),
                arguments("result-no-context", WebhookElement.START, "resultExpression", "=event.id", 503),
                arguments(
                        "result-too-large",
                        WebhookElement.START,
                        "resultExpression",
                        "={a: for i in 1..30000 return request.body}",
                        503));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void a_mistake_in_the_process_asks_for_a_repeat_and_shows_nothing_of_the_event(
            String name, WebhookElement element, String property, String value, int status) {
        String id = "hook-" + name;
        webhooks.deploy(WebhookElement.with(element.process(id, Map.of("event", "any")), property, value));

        byte[] event = EventSender.customerMessage("e1", "c1").getBytes(UTF_8);

        try (LogWatch log = LogWatch.open()) {
            assertAnswer(
                    webhooks.sender().post(webhooks.address(id), event),
                    status,
                    status == 200 ? "not-for-process" : "not-stored");

            assertThat(log.lines("")).isNotEmpty().noneMatch(line -> isSecret(line, event));
        }
        assertThat(webhooks.runtime().awaitActive(id, 1).getFirst().logs())
                .isNotEmpty()
                .noneMatch(activity -> isSecret(activity.toString(), event));
        assertThat(camunda.records().instances(id)).isEmpty();
    }

    private static boolean isSecret(String line, byte[] event) {
        String signature = WebhookRequest.signature(WebhookRequest.TOKEN, event);
        return Stream.of(WebhookRequest.TOKEN, signature, "Thank you").anyMatch(line::contains);
    }

    @Test
    void an_empty_identity_leaves_the_event_s_id_in_force() {
        webhooks.deploy(WebhookElement.with(
                WebhookElement.START.process("hook-no-id", Map.of("event", "any")), "messageIdExpression", ""));

        assertAnswer(webhooks.send("hook-no-id", EventSender.customerMessage("e1", "c1")), 200, "stored");
        assertAnswer(webhooks.send("hook-no-id", EventSender.customerMessage("e1", "c1")), 200, "duplicate");
    }

    @Test
    void two_elements_that_match_one_event_get_it_after_the_process_is_corrected() {
        String id = "hook-two-match";
        webhooks.deploy(twoStarts(id, "conversationChanged"));
        String event = EventSender.conversation("e1", "conversation.update", "c1");

        assertAnswer(webhooks.send(id, event), 503, "not-stored");
        webhooks.deploy(twoStarts(id, "conversationCreated"));

        assertAnswer(webhooks.send(id, event), 200, "stored");
        assertThat(webhooks.awaitInstances(id, 1)).hasSize(1);
    }

    /** A start for conversations set to done, and a receive task for other events, on one path. */
    private static BpmnModelInstance twoStarts(String id, String second) {
        BpmnModelInstance model = Bpmn.createExecutableProcess(id)
                .startEvent(WebhookElement.ID)
                .message(message -> message.name("replaced"))
                .receiveTask("second")
                .message(message -> message.name("replaced-too").zeebeCorrelationKey("=replaced"))
                .endEvent()
                .done();
        WebhookElement.START.apply(model, Map.of("event", "conversationDone"));
        WebhookElement.RECEIVE_TASK.apply(model, "second", Map.of("event", second));
        return model;
    }

    @Test
    void a_runtime_without_engine_asks_for_a_repeat_and_takes_the_event_when_the_engine_is_back() {
        String event = EventSender.customerMessage("e-engine-down", "c1");
        int before = camunda.records().instances(SOUND).size();
        webhooks.link().cut();
        try {
            long start = System.nanoTime();
            assertAnswer(webhooks.send(SOUND, event), 503, "not-stored");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        } finally {
            webhooks.link().restore();
        }

        await().atMost(EmbeddedCamunda.PATIENCE)
                .until(() -> webhooks.send(SOUND, event).statusCode() == 200);

        assertThat(webhooks.awaitInstances(SOUND, before + 1)).hasSize(before + 1);
    }

    /** Sends an event that starts an instance, and checks that it is the only one. */
    private void assertNothingStartsAfter(int before, String eventId) {
        assertAnswer(webhooks.send(SOUND, EventSender.customerMessage(eventId, "c1")), 200, "stored");
        assertThat(webhooks.awaitInstances(SOUND, before + 1)).hasSize(before + 1);
    }
}
