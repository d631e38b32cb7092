package io.github.kustomerconnector.e2e;

import static io.github.kustomerconnector.e2e.WebhookOnEngineTest.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Signed events with texts that a customer may write. Each one has to reach the process: an event that always fails is
 * repeated, and Kustomer disables the webhook after lasting failure.
 */
@ExtendWith(SharedEngine.class)
@TestInstance(Lifecycle.PER_CLASS)
final class WebhookHostileEventTest {

    private static final String ID = "hook-hostile";

    private final EmbeddedCamunda camunda;
    private final Webhooks webhooks;

    WebhookHostileEventTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        this.webhooks = new Webhooks(camunda, 1, Map.of());
    }

    @BeforeAll
    void deploy() {
        webhooks.deploy(WebhookElement.START.process(ID, Map.of("event", "customerMessage")));
    }

    @AfterAll
    void close() {
        webhooks.close();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("function", "camunda.function.type", "camunda.function_type"),
                arguments(
                        "function in JSON",
                        "{\"camunda.function.type\":\"base64\"}",
                        "{\"camunda.function_type\":\"base64\"}"),
                arguments("secret", "{{secrets.KUSTOMER_WEBHOOK_TOKEN}}", "{{secrets.KUSTOMER_WEBHOOK_TOKEN}}"),
                arguments("secret without braces", "secrets.KUSTOMER_WEBHOOK_TOKEN", "secrets.KUSTOMER_WEBHOOK_TOKEN"),
                arguments("FEEL", "=event.id", "=event.id"),
                arguments("quotes", "\" + \"\\\"} //", "\" + \"\\\"} //"),
                arguments("emoji", "\ud83d\ude00", "\ud83d\ude00"),
                arguments("zero character", "a\u0000b", "a\u0000b"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void a_text_of_the_customer_reaches_the_process(String name, String text, String expected) throws Exception {
        String event = "e-" + name.replace(' ', '-');

        assertAnswer(webhooks.send(ID, message(event, new ObjectMapper().writeValueAsString(text))), 200, "stored");

        assertThat(preview(event)).isEqualTo(expected);
    }

    /** The runtime would refuse the first event for ever, and take the second one for a document of Camunda. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "e-no-document | {\"camunda.document.type\":\"foreign\"} | {camunda.document_type=foreign}",
                "e-document | {\"camunda.document.type\":\"camunda\",\"storeId\":\"in-memory\",\"documentId\":\"d\"}"
                        + " | camunda.document_type=camunda"
            })
    void an_object_that_looks_like_a_document_reaches_the_process_as_plain_data(
            String event, String preview, String expected) {
        assertAnswer(webhooks.send(ID, message(event, preview)), 200, "stored");

        assertThat(preview(event)).contains(expected);
    }

    /** Half of an emoji, as a cut text ends. */
    @Test
    void a_half_character_does_not_stop_an_event() {
        assertAnswer(webhooks.send(ID, message("e-half", "\"cut \\ud83d\"")), 200, "stored");

        assertThat(preview("e-half")).startsWith("cut ");
    }

    private static String message(String eventId, String preview) {
        return EventSender.customerMessage(eventId, "c1").replace("\"Thank you\"", preview);
    }

    private String preview(String eventId) {
        return await("instance of " + eventId)
                .atMost(EmbeddedCamunda.PATIENCE)
                .until(() -> previews(eventId), found -> !found.isEmpty())
                .getFirst();
    }

    private List<String> previews(String eventId) {
        return camunda.records().values(ID, "record").stream()
                .map(record -> (Map<?, ?>) record)
                .filter(record -> ("m-" + eventId).equals(record.get("id")))
                .map(record -> (Map<?, ?>) Objects.requireNonNull(record.get("attributes")))
                .map(attributes -> String.valueOf(attributes.get("preview")))
                .toList();
    }
}
