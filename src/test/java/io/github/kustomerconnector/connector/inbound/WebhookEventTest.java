package io.github.kustomerconnector.connector.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class WebhookEventTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void a_changed_conversation_names_its_ids_and_changed_fields() {
        WebhookEvent event =
                WebhookEvent.of(WebhookRequest.sample("conversation-update")).orElseThrow();

        assertThat(variables(event, true).get("event"))
                .isEqualTo(Map.of(
                        "id", "5f9f1a2b3c4d5e6f7a8b9c01",
                        "name", "kustomer.conversation.update",
                        "type", "conversation",
                        "recordId", "5f9f1a2b3c4d5e6f7a8b9c0d",
                        "customerId", "5f9f1a2b3c4d5e6f7a8b9c0e",
                        "conversationId", "5f9f1a2b3c4d5e6f7a8b9c0d",
                        "changedFields", List.of("status", "rev", "assignedUsers"),
                        "own", true));
    }

    @Test
    void a_new_message_names_its_conversation_and_has_no_changed_fields() {
        WebhookEvent event =
                WebhookEvent.of(WebhookRequest.sample("message-create")).orElseThrow();

        assertThat(variables(event, false).get("event"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("recordId", "5f9f1a2b3c4d5e6f7a8b9c12")
                .containsEntry("conversationId", "5f9f1a2b3c4d5e6f7a8b9c0d")
                .containsEntry("customerId", "5f9f1a2b3c4d5e6f7a8b9c0e")
                .containsEntry("changedFields", List.of())
                .containsEntry("own", false);
    }

    @Test
    void a_customer_is_its_own_customer_and_has_no_conversation() {
        WebhookEvent event = event("""
                {"id": "e1", "name": "kustomer.customer.create", "data": {"type": "customer", "id": "c1"}}""");

        assertThat(variables(event, false).get("event"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("customerId", "c1")
                .containsEntry("conversationId", null);
    }

    /** The engine accepts no such number, so the event would fail at each repeat. */
    @Test
    void a_whole_number_of_more_than_64_bits_becomes_a_decimal_number() {
        WebhookEvent event = event("""
                {"id": "e1", "name": "kustomer.customer.update",
                 "data": {"type": "customer", "id": "c1", "attributes": {"custom": {"aNum": 18446744073709551616}}},
                 "changes": {"attributes": {"aNum": {"after": [-9223372036854775809, 9223372036854775807]}}}}""");

        assertThat(variables(event, false).toString())
                .contains("aNum=1.8446744073709552E+19", "after=[-9.223372036854776E+18, 9223372036854775807]")
                .doesNotContain("18446744073709551616");
    }

    @Test
    void the_record_and_the_whole_event_are_variables_unchanged() throws Exception {
        byte[] body = WebhookRequest.sample("conversation-update");
        Object expected = MAPPER.readValue(body, Object.class);
        WebhookEvent event = WebhookEvent.of(body).orElseThrow();

        Map<String, Object> variables = variables(event, false);

        assertThat(variables).containsOnlyKeys("request", "event", "record");
        assertThat(variables.get("request")).isEqualTo(Map.of("body", expected));
        assertThat(variables.get("record")).isEqualTo(((Map<?, ?>) expected).get("data"));
    }

    @Test
    void the_user_of_the_last_change_counts_and_not_the_one_of_the_creation() {
        WebhookEvent changed =
                WebhookEvent.of(WebhookRequest.sample("conversation-update")).orElseThrow();
        WebhookEvent created =
                WebhookEvent.of(WebhookRequest.sample("message-create")).orElseThrow();

        assertThat(changed.isOf("5f9f1a2b3c4d5e6f7a8b9c11")).isTrue();
        assertThat(changed.isOf("5f9f1a2b3c4d5e6f7a8b9c10")).isFalse();
        assertThat(created.isOf("5f9f1a2b3c4d5e6f7a8b9c11")).isTrue();
        assertThat(event("{\"id\":\"e\",\"name\":\"n\",\"data\":{\"id\":\"r\",\"type\":\"t\"}}")
                        .isOf("u"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"kustomer.conversation.create, true", "kustomer.conversation.update, false"})
    void a_change_that_names_no_user_is_not_of_the_creator(String name, boolean isOwn) {
        WebhookEvent event = event("""
                {"id":"e","name":"%s","data":{"id":"r","type":"conversation","relationships":{
                "createdBy":{"data":{"type":"user","id":"u"}},"modifiedBy":{"data":null}}}}
                """.formatted(name));

        assertThat(event.isOf("u")).isEqualTo(isOwn);
    }

    static Stream<String> noEvents() {
        String data = "\"data\": {\"type\": \"customer\", \"id\": \"c1\"}";
        return Stream.of(
                "",
                "<html></html>",
                "null",
                "[]",
                "\"event\"",
                "{}",
                "[{\"id\": \"e1\", \"name\": \"n\", " + data + "}]",
                "{\"id\": 1, \"name\": \"n\", " + data + "}",
                "{\"id\": \"\", \"name\": \"n\", " + data + "}",
                "{\"id\": null, \"name\": \"n\", " + data + "}",
                "{\"name\": \"n\", " + data + "}",
                "{\"id\": \"e1\", " + data + "}",
                "{\"id\": \"e1\", \"name\": {}, " + data + "}",
                "{\"id\": \"e1\", \"name\": \"n\"}",
                "{\"id\": \"e1\", \"name\": \"n\", \"data\": null}",
                "{\"id\": \"e1\", \"name\": \"n\", \"data\": []}",
                "{\"id\": \"e1\", \"name\": \"n\", \"data\": {\"type\": \"customer\"}}",
                "{\"id\": \"e1\", \"name\": \"n\", \"data\": {\"type\": \"customer\", \"id\": 7}}",
                "{\"id\": \"e1\", \"name\": \"n\", \"data\": {\"id\": \"c1\"}}",
                "{\"id\": \"e1\", \"name\": \"n\", " + data + "} {}",
                "[".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("noEvents")
    void other_bodies_are_no_events(String body) {
        assertThat(WebhookEvent.of(body.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void a_cut_event_is_no_event() {
        byte[] body = WebhookRequest.sample("conversation-update");

        assertThat(IntStream.range(0, body.length).mapToObj(length -> Arrays.copyOf(body, length)))
                .allMatch(cut -> WebhookEvent.of(cut).isEmpty());
    }

    static Stream<String> oddEvents() {
        String start = "{\"id\":\"e1\",\"name\":\"n\",";
        return Stream.of(
                start + "\"changes\":[],\"data\":{\"type\":\"t\",\"id\":\"r\",\"relationships\":[]}}",
                start + "\"changes\":\"x\",\"data\":{\"type\":\"t\",\"id\":\"r\",\"relationships\":{\"customer\":1}}}",
                start + "\"changes\":{\"attributes\":null},\"data\":{\"type\":\"t\",\"id\":\"r\","
                        + "\"relationships\":{\"customer\":{\"data\":[]},\"modifiedBy\":{\"data\":{\"id\":{}}}}}}");
    }

    @ParameterizedTest
    @MethodSource("oddEvents")
    void unexpected_parts_of_an_event_do_not_fail(String body) {
        WebhookEvent event = event(body);

        assertThat(event.isOf("u")).isFalse();
        assertThat(variables(event, false).get("event"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("customerId", null)
                .containsEntry("changedFields", List.of());
    }

    private static WebhookEvent event(String body) {
        return WebhookEvent.of(body.getBytes(UTF_8)).orElseThrow();
    }

    /** As the runtime's mapper converts them. */
    private static Map<String, Object> variables(WebhookEvent event, boolean own) {
        return MAPPER.convertValue(event.variables(own), new TypeReference<>() {});
    }
}
