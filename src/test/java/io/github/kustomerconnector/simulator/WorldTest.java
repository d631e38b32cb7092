package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorldTest {

    private static final Path FILE = Path.of("src/test/resources/simulator/world.json");

    private final KustomerSimulator simulator = KustomerSimulator.start();
    private final World world = new World(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void stores_every_kind_of_record_and_resolves_the_references() throws IOException {
        world.load(Files.readString(FILE));

        String customer = simulator.customers().getFirst().path("id").asText();
        String conversation = simulator.conversations().getFirst().path("id").asText();
        String user = simulator.records("user").getLast().path("id").asText();
        assertThat(simulator.customers().getFirst().at("/relationships/company/data/id"))
                .isEqualTo(simulator.records("company").getFirst().path("id"));
        assertThat(simulator
                        .conversations()
                        .getFirst()
                        .at("/relationships/customer/data/id")
                        .asText())
                .isEqualTo(customer);
        assertThat(simulator
                        .conversations()
                        .getFirst()
                        .at("/attributes/assignedUsers/0")
                        .asText())
                .isEqualTo(user);
        assertThat(simulator
                        .records("team")
                        .getFirst()
                        .at("/attributes/members/0")
                        .asText())
                .isEqualTo(user);
        for (String kind : new String[] {"note", "message"}) {
            assertThat(simulator
                            .records(kind)
                            .getFirst()
                            .at("/relationships/conversation/data/id")
                            .asText())
                    .isEqualTo(conversation);
            assertThat(simulator
                            .records(kind)
                            .getFirst()
                            .at("/relationships/customer/data/id")
                            .asText())
                    .isEqualTo(customer);
        }
        assertThat(simulator
                        .records("kobject.lamp")
                        .getFirst()
                        .at("/attributes/custom/colourStr")
                        .asText())
                .isEqualTo("red");
        assertThat(simulator.records("queue")).hasSize(2);
        assertThat(simulator.records("tag")).hasSize(1);
    }

    @Test
    void keys_and_schemas_of_the_world_hold_for_requests() throws IOException {
        world.load(Files.readString(FILE));

        try (TestClient reader = new TestClient(simulator, "reader");
                TestClient all = new TestClient(simulator)) {
            assertThat(reader.get("/v1/customers/externalId=C-1").statusCode()).isEqualTo(200);
            assertThat(reader.post("/v1/customers", "{}").statusCode()).isEqualTo(403);
            assertThat(all.post("/v1/customers", "{\"custom\": {\"sizeStr\": \"m\"}}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(json(all.get("/v1/metadata/kobject.lamp")).at("/data/attributes/properties"))
                    .hasToString("{\"colourStr\":{\"type\":\"string\",\"displayName\":\"colourStr\"}}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"clients\": []}                                          | a world has no \"clients\"",
                "[]                                                         | a world is a JSON object",
                "{\"customers\": {}}                                        | customers is not a list",
                "{\"customers\": [7]}                                       | customers[0] is not a JSON object",
                "{\"customers\": [{\"nick\": \"x\"}]}                       | customers[0].nick: Additional properties not allowed",
                "{\"conversations\": [{\"customer\": \"C-9\"}]}             | conversations[0].customer: there is no customer \"C-9\"",
                "{\"teams\": [{\"members\": [\"ada@example.org\"]}]}        | teams[0].members: there is no user \"ada@example.org\"",
                "{\"customers\": [{\"externalId\": \"1\"}, {\"externalId\": \"1\"}]} | customers[1]: ",
                "{\"customers\":                                            | not JSON",
                "{\"customers\":[}                                          | not JSON: Unexpected close marker '}': expected ']' (line 1, column 15)",
                "{\"customers\": [{\"company\": \"5e0a17c4000000000000ffff\"}]} | customers[0].company: there is no company",
                "{\"customers\": [{\"name\": \"Ada\"}], \"conversations\": [{\"customer\": \"5e0a17c4000000000000ffff\"}]}"
                        + " | conversations[0].customer: there is no customer",
                "{\"customers\": [{\"externalId\": \"C-1\"}], \"conversations\": [{\"customer\": \"C-1\","
                        + " \"queue\": {\"id\": \"5e0a17c4000000000000ffff\"}}]} | conversations[0].queue: there is no queue",
                "{\"workItems\": [{\"resource\": {\"id\": \"K-1\", \"type\": \"conversation\"}}]}"
                        + " | workItems[0].resource.id: there is no conversation \"K-1\"",
                "{\"workItems\": [{\"queue\": \"DEFAULT_QUEUE\"}]} | workItems[0].resource: Missing required property",
                "{} {}                                                      | not JSON",
                "{\"tags\": [], \"tags\": []}                               | not JSON: Duplicate field 'tags'",
                "{\"customers\": [{\"externalId\": \"1\"}, {\"externalId\": \"1\"}]} | customers[1]: Already in use (externalId)",
                "{\"keys\": [\"reader\"]}                                    | keys is not a JSON object",
                "{\"keys\": {\"reader\": \"org.user.customer.read\"}}        | keys.reader is not a list of texts",
                "{\"klasses\": [\"lamp\"]}                                   | klasses is not a JSON object",
                "{\"klasses\": {\"lamp\": [\"colour\"]}}                      | klasses.lamp: the name \"colour\" has no type as its suffix",
                "{\"customAttributes\": {\"client\": [\"planStr\"]}}          | customAttributes.client: there is no such kind",
                "{\"customAttributes\": {\"customer\": [\"plan\"]}}           | customAttributes.customer: the name \"plan\"",
                "{\"kobjects\": []}                                         | kobjects is not a JSON object",
                "{\"kobjects\": {\"lamp\": [{\"title\": \"L\"}]}}             | kobjects.lamp: there is no klass \"lamp\"",
                "{\"tags\": [{\"nme\": \"vip\"}]}                             | tags[0].name: Missing required property",
                "{\"teams\": [{}]}                                          | teams[0].name: Missing required property",
                "{\"hooks\": [{\"title\": \"x\"}]}                            | hooks[0].hash: Missing required property",
                "{\"users\": [{\"name\": \"Ada\"}]}                           | users[0].email: Missing required property",
                "{\"queues\": [{\"name\": \"Q\", \"nick\": \"x\"}]}            | queues[0].nick: Additional properties not allowed",
                "{\"notes\": [{\"body\": \"x\"}]}                             | notes[0].conversation: Missing required property",
                "{\"customers\": [{\"id\": \"abc\", \"name\": \"x\"}]}       | customers[0].id: an id has 24 digits",
                "{\"customers\": [{\"id\": 7, \"name\": \"x\"}]}           | customers[0].id: an id has 24 digits",
                "{\"conversations\": [{\"assignedTeams\": [\"S\"]}]}        | conversations[0].assignedTeams: there is no team \"S\"",
                "{\"kobjects\": {\"order\": [{\"title\": \"O\", \"custom\": {\"fooStr\": \"7\"}}]}}"
                        + " | kobjects.order[0].custom: there is no custom attribute \"fooStr\"",
                "{\"customAttributes\": {\"customer\": [\"planStr\"]}, \"customers\": [{\"custom\": {\"sizeStr\": \"m\"}}]}"
                        + " | customers[0].custom: there is no custom attribute \"sizeStr\""
            })
    void a_mistake_is_named_with_its_place(String json, String message) {
        assertThatThrownBy(() -> world.load(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_byte_order_mark_is_ignored() {
        world.load("\uFEFF{\"customers\": [{\"name\": \"Ada\"}]}");

        assertThat(simulator.customers()).hasSize(1);
    }

    @Test
    void a_record_refers_to_one_of_an_earlier_world() {
        String customer = new World(simulator)
                .add("customer", Json.of(Map.of("emails", List.of(Map.of("email", "ada@example.org")))));

        world.load("{\"conversations\": [{\"customer\": \"ada@example.org\"}]}");

        assertThat(simulator
                        .conversations()
                        .getFirst()
                        .at("/relationships/customer/data/id")
                        .asText())
                .isEqualTo(customer);
    }

    @Test
    void a_note_and_a_message_belong_to_the_customer_of_their_conversation() {
        world.load("""
                {"customers": [{"externalId": "C-1"}], "conversations": [{"customer": "C-1", "externalId": "K-1"}],
                 "notes": [{"conversation": "K-1", "body": "calls"}],
                 "messages": [{"conversation": "K-1", "channel": "email", "app": "postmark", "direction": "in"}]}""");

        for (String kind : List.of("note", "message")) {
            assertThat(simulator.records(kind))
                    .singleElement()
                    .satisfies(record -> assertThat(
                                    record.at("/relationships/customer/data/id").asText())
                            .isEqualTo(
                                    simulator.customers().getFirst().path("id").asText()));
        }
    }

    @Test
    void a_work_item_waits_in_a_queue_or_belongs_to_an_agent() {
        world.load("""
                {"users": [{"name": "Ada", "email": "ada@example.org"}], "queues": [{"name": "Lamps", "key": "lamps"}],
                 "customers": [{"externalId": "C-1"}],
                 "conversations": [{"customer": "C-1", "externalId": "K-1"}, {"customer": "C-1", "externalId": "K-2"}],
                 "workItems": [
                    {"id": "5e0a17c4000000000000ffff", "resource": {"id": "K-1", "type": "conversation"}, "queue": "lamps"},
                    {"resource": {"id": "K-2", "type": "conversation"}, "assignedTo": "ada@example.org"}]}""");

        List<ObjectNode> items = simulator.records("work_item");
        assertThat(items.getFirst().path("id").asText()).isEqualTo("5e0a17c4000000000000ffff");
        assertThat(items).extracting(WorkItems::status).containsExactly("queued", "assigned");
        assertThat(ResourceParts.related(items.getFirst(), "queue"))
                .isEqualTo(simulator.records("queue").getLast().path("id").asText());
        assertThat(ResourceParts.related(items.getLast(), "resource"))
                .isEqualTo(simulator.conversations().getLast().path("id").asText());
        assertThat(ResourceParts.related(items.getLast(), "assignedTo"))
                .isEqualTo(simulator.records("user").getLast().path("id").asText());
    }

    @Test
    void an_unknown_kind_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> world.add("customers", Json.object()))
                .hasMessage("there is no kind of record \"customers\", only attachment, company, conversation,"
                        + " conversation_time, customer, draft, kobject.order, message, note, queue, tag, team, user,"
                        + " web_hook, work_item, work_session, workflow");
    }

    @Test
    void a_conversation_is_assigned_to_a_team_by_its_name() {
        world.load("""
                {"teams": [{"name": "Support"}], "customers": [{"externalId": "C-1"}],
                 "conversations": [{"customer": "C-1", "assignedTeams": ["Support"]}]}""");

        assertThat(simulator.conversations().getFirst().at("/attributes/assignedTeams/0"))
                .isEqualTo(simulator.records("team").getFirst().path("id"));
    }

    @Test
    void an_update_of_an_unknown_custom_attribute_is_refused() {
        String order = world.add("kobject.order", Json.of(Map.of("title", "Order 7")));

        assertThatThrownBy(() -> world.update("kobject.order", order, Json.of(Map.of("custom", Map.of("fooStr", "7")))))
                .hasMessage("kobject.order.custom: there is no custom attribute \"fooStr\"");
    }

    @Test
    void a_single_record_is_checked_as_one_of_a_file() {
        assertThat(world.add("kobject.order", Json.of(Map.of("title", "Order 7"))))
                .hasSize(24);
        assertThatThrownBy(() -> world.add("customer", Json.of(Map.of("nick", "x"))))
                .hasMessage("customer.nick: Additional properties not allowed");
    }
}
