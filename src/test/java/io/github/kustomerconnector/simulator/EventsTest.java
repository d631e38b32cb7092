package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.id;
import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The events that the simulator's writes cause. */
class EventsTest {

    private static final String[] UNDOCUMENTED = {
        "kustomer.customer.delete",
        "kustomer.conversation.delete",
        "kustomer.note.create",
        "kustomer.note.update",
        "kustomer.kobject.order.create"
    };

    @AutoClose
    private final EventReceiver receiver = EventReceiver.start();

    @AutoClose
    private final KustomerSimulator simulator = KustomerSimulator.start();

    @AutoClose
    private final TestClient client = new TestClient(simulator);

    private final String customer = simulator.seedCustomer("{\"name\": \"Jane\"}");

    @BeforeEach
    void subscribe() throws IOException {
        simulator.webhooks().settings().moreEvents(UNDOCUMENTED);
        for (List<String> events : List.of(WebhookSettings.EVENTS, List.of(UNDOCUMENTED))) {
            ObjectNode body = Json.object().put("name", "all").put("url", receiver.url());
            events.forEach(body.putArray("events")::add);
            assertThat(client.post("/v1/outbound-webhooks", body.toString()).statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void a_create_sends_the_whole_record_without_changes() throws IOException {
        JsonNode created = json(client.post("/v1/conversations", "{\"customer\": \"%s\"}".formatted(customer)))
                .path("data");

        JsonNode event = events("kustomer.conversation.create").getFirst();

        assertThat(event.path("id").asText())
                .matches("[0-9a-f]{24}")
                .isNotEqualTo(created.path("id").asText());
        assertThat(event.path("data")).isEqualTo(created);
        assertThat(event.path("dataId")).isEqualTo(created.path("id"));
        assertThat(event.has("changes")).isTrue();
        assertThat(event.path("changes").isNull()).isTrue();
        assertThat(event.path("org").asText()).isEqualTo(ObjectIds.ORGANIZATION);
        assertThat(event.path("client").asText()).isEqualTo("api-gw");
        assertThat(event.path("persist").asBoolean()).isTrue();
        assertThat(event.at("/meta/customChanged").asBoolean()).isFalse();
        assertThat(event.path("createdAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void an_update_names_each_changed_field_with_its_values() throws IOException {
        String conversation = simulator.seedConversation("{\"customer\": \"%s\"}".formatted(customer));

        client.send(
                "PUT",
                "/v1/conversations/" + conversation,
                "{\"status\": \"done\", \"externalId\": \"o-1\", \"custom\": {\"planStr\": \"a\"}}");

        JsonNode event = events("kustomer.conversation.update").getFirst();
        JsonNode changes = event.at("/changes/attributes");
        assertThat(changes.path("status"))
                .isEqualTo(Json.parse("{\"op\": \"replace\", \"before\": \"open\", \"after\": \"done\"}"));
        assertThat(changes.path("externalId"))
                .isEqualTo(Json.parse("{\"op\": \"add\", \"before\": null, \"after\": \"o-1\"}"));
        assertThat(changes.path("rev")).isEqualTo(Json.parse("{\"op\": \"replace\", \"before\": 1, \"after\": 2}"));
        assertThat(changes.has("priority")).isFalse();
        assertThat(event.at("/changes/relationships").isObject()).isTrue();
        assertThat(event.at("/meta/customChanged").asBoolean()).isTrue();
    }

    @Test
    void an_update_names_a_changed_relationship_by_id() throws IOException {
        String conversation = simulator.seedConversation("{\"customer\": \"%s\"}".formatted(customer));

        client.send("PUT", "/v1/conversations/" + conversation, "{\"queue\": {\"id\": \"5f9f1a2b3c4d5e6f7a8b9c0d\"}}");

        assertThat(events("kustomer.conversation.update").getFirst().at("/changes/relationships/queue"))
                .isEqualTo(Json.parse("{\"op\": \"add\", \"before\": null, \"after\": \"5f9f1a2b3c4d5e6f7a8b9c0d\"}"));
    }

    @Test
    void every_kind_of_record_causes_events() throws IOException {
        String conversation = id(client.post("/v1/conversations", "{\"customer\": \"%s\"}".formatted(customer)));
        String note = id(client.post("/v1/conversations/" + conversation + "/notes", "{\"body\": \"Hi\"}"));
        client.send("PUT", "/v1/notes/" + note, "{\"conversation\": \"%s\", \"body\": \"Ho\"}".formatted(conversation));
        String message = id(client.post(
                "/v1/conversations/" + conversation + "/messages", "{\"channel\": \"sms\", \"app\": \"shop\"}"));
        client.send("PUT", "/v1/messages/" + message, "{\"preview\": \"Ho\"}");
        client.post("/v1/conversations/" + conversation + "/tags", "[\"complaint\"]");
        client.send("DELETE", "/v1/conversations/" + conversation, "");
        client.send("DELETE", "/v1/customers/" + customer, "");

        assertThat(events(9))
                .extracting(event -> event.path("name").asText())
                .containsExactly(
                        "kustomer.conversation.create",
                        "kustomer.note.create",
                        "kustomer.note.update",
                        "kustomer.message.create",
                        "kustomer.message.update",
                        "kustomer.tag.create",
                        "kustomer.conversation.update",
                        "kustomer.conversation.delete",
                        "kustomer.customer.delete");
    }

    @Test
    void a_refused_write_and_a_seeded_record_cause_no_event() throws IOException {
        client.post("/v1/conversations", "{\"customer\": \"%s\", \"status\": \"wrong\"}".formatted(customer));
        client.send("PUT", "/v1/customers/" + customer, "{\"rev\": 7, \"name\": \"Joan\"}");
        simulator.seedCustomer("{\"name\": \"Eve\"}");
        simulator.seedRecord("kobject.order", "{}");
        client.post("/v1/customers", "{\"name\": \"Ada\"}");

        assertThat(events(1).getFirst().at("/data/attributes/name").asText()).isEqualTo("Ada");
    }

    @Test
    void an_update_by_another_client_does_not_name_the_api() {
        simulator.updateCustomer(customer, "{\"name\": \"Joan\"}");

        JsonNode event = events("kustomer.customer.update").getFirst();
        assertThat(event.path("client").asText()).isEqualTo("web-client");
        assertThat(event.at("/changes/attributes/name/after").asText()).isEqualTo("Joan");
    }

    @Test
    void a_customer_opens_a_conversation_with_a_message() {
        String conversation = simulator.writeAsCustomer(customer, "My lamp is broken");

        assertThat(events(2))
                .extracting(event -> event.path("name").asText())
                .containsExactly("kustomer.conversation.create", "kustomer.message.create");
        assertThat(events(2))
                .allSatisfy(event -> assertThat(
                                event.at("/data/relationships/customer/data/id").asText())
                        .isEqualTo(customer));
        assertThat(events(2).getFirst().path("dataId").asText()).isEqualTo(conversation);
    }

    @Test
    void an_answer_of_the_customer_is_an_inbound_message_without_a_user() {
        String conversation = simulator.seedConversation("{\"customer\": \"%s\"}".formatted(customer));

        String message = simulator.answerAsCustomer(conversation, "It works again");

        JsonNode event = events(1).getFirst();
        assertThat(event.path("name").asText()).isEqualTo("kustomer.message.create");
        assertThat(event.path("dataId").asText()).isEqualTo(message);
        assertThat(event.at("/data/attributes/direction").asText()).isEqualTo("in");
        assertThat(event.at("/data/attributes/preview").asText()).isEqualTo("It works again");
        assertThat(event.at("/data/relationships/conversation/data/id").asText())
                .isEqualTo(conversation);
        assertThat(event.at("/data/relationships").has("modifiedBy")).isFalse();
    }

    @Test
    void an_answer_opens_a_closed_conversation_again() {
        String conversation = simulator.seedConversation("{\"customer\": \"%s\"}".formatted(customer));

        simulator.closeConversation(conversation);
        simulator.answerAsCustomer(conversation, "Not yet");

        List<JsonNode> updates = events(3).stream()
                .filter(event -> event.path("name").asText().endsWith("update"))
                .toList();
        assertThat(updates)
                .extracting(
                        event -> event.at("/changes/attributes/status/after").asText())
                .containsExactly("done", "open");
        assertThat(updates.getFirst()
                        .at("/data/relationships/modifiedBy/data/id")
                        .asText())
                .isNotEqualTo(ObjectIds.USER);
        assertThat(simulator.conversations().getFirst().at("/attributes/status").asText())
                .isEqualTo("open");
    }

    private List<JsonNode> events(String name) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> receiver.received().stream()
                        .anyMatch(event -> event.name().equals(name)));
        return receiver.received().stream()
                .filter(event -> event.name().equals(name))
                .map(EventReceiver.Received::json)
                .toList();
    }

    private List<JsonNode> events(int number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> receiver.received().size() >= number);
        assertThat(receiver.received()).hasSize(number);
        return receiver.received().stream().map(EventReceiver.Received::json).toList();
    }
}
