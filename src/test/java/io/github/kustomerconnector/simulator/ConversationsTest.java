package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.error;
import static io.github.kustomerconnector.simulator.TestClient.id;
import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationsTest {

    private static final String OWN_ID = "0123456789abcdef01234567";

    private final KustomerSimulator simulator = KustomerSimulator.start();
    private final TestClient client = new TestClient(simulator);
    private String customer = "";

    @BeforeEach
    void seed() {
        customer = simulator.seedCustomer("{\"name\": \"Jane\"}");
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void answers_a_create_with_201_and_the_record_in_an_envelope() throws IOException {
        HttpResponse<String> response = create("""
                "name": "Broken lamp", "status": "done", "priority": 5, "direction": "in", "externalId": "t-1",
                "queue": {"id": "5e0a17c4000000000000000b"}, "custom": {"planStr": "gold"}
                """);

        JsonNode data = json(response).path("data");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(data.path("type").asText()).isEqualTo("conversation");
        assertThat(data.at("/attributes/status").asText()).isEqualTo("done");
        assertThat(data.at("/attributes/externalId").asText()).isEqualTo("t-1");
        assertThat(data.at("/relationships/customer/data/id").asText()).isEqualTo(customer);
        assertThat(data.at("/relationships/queue/data/id").asText()).isEqualTo("5e0a17c4000000000000000b");
        assertThat(data.path("attributes").has("customer")).isFalse();
        assertThat(simulator.conversations()).containsExactly(data.deepCopy());
        assertThat(Contract.live().responseProblems("POST", "/v1/conversations", 201, json(response)))
                .isEmpty();
    }

    @Test
    void sets_the_defaults_of_the_real_api() throws IOException {
        JsonNode attributes = json(create("\"name\": \"x\"")).at("/data/attributes");

        assertThat(attributes.path("status").asText()).isEqualTo("open");
        assertThat(attributes.path("priority").asInt()).isEqualTo(3);
        assertThat(attributes.path("messageCount").asInt()).isZero();
    }

    @Test
    void refuses_an_unknown_customer_with_404_and_names_the_field() throws IOException {
        HttpResponse<String> response =
                client.post("/v1/conversations", "{\"customer\": \"5e0a17c4000000000000000f\"}");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(error(response).at("/source/parameter").asText()).isEqualTo("customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"channel\": \"email\"", "\"status\": \"snoozed\"", "\"priority\": \"high\""})
    void refuses_fields_that_the_live_api_does_not_have(String field) throws IOException {
        assertThat(create(field).statusCode()).isEqualTo(400);
        assertThat(simulator.conversations()).isEmpty();
    }

    @Test
    void accepts_a_client_supplied_id_once() throws IOException {
        HttpResponse<String> first = create("\"id\": \"%s\"".formatted(OWN_ID));
        HttpResponse<String> second = create("\"id\": \"%s\"".formatted(OWN_ID));

        assertThat(id(first)).isEqualTo(OWN_ID);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(error(second).at("/source/parameter").asText()).isEqualTo("id");
        assertThat(client.get("/v1/conversations/" + OWN_ID).statusCode()).isEqualTo(200);
    }

    @Test
    void ignores_or_refuses_a_client_supplied_id_if_configured() throws IOException {
        simulator.settings().clientIds(ClientIds.IGNORED);
        assertThat(id(create("\"id\": \"%s\"".formatted(OWN_ID)))).hasSize(24).isNotEqualTo(OWN_ID);

        simulator.settings().clientIds(ClientIds.REFUSED);
        HttpResponse<String> refused = create("\"id\": \"%s\"".formatted(OWN_ID));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused).at("/source/parameter").asText()).isEqualTo("id");
    }

    @Test
    void an_external_id_is_unique_only_if_configured() throws IOException {
        assertThat(create("\"externalId\": \"t/1\"").statusCode()).isEqualTo(201);
        assertThat(create("\"externalId\": \"t/1\"").statusCode()).isEqualTo(201);

        simulator.settings().uniqueConversationExternalIds(true);
        HttpResponse<String> taken = create("\"externalId\": \"t/1\"");

        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(error(taken).at("/source/parameter").asText()).isEqualTo("externalId");
        assertThat(client.get("/v1/conversations/externalId=t%2F1").statusCode())
                .isEqualTo(200);
        assertThat(client.get("/v1/conversations/externalId=t-2").statusCode()).isEqualTo(404);
    }

    @Test
    void creates_and_lists_under_the_customer_page_by_page() throws IOException {
        String path = "/v1/customers/" + customer + "/conversations";
        for (int i = 0; i < 3; i++) {
            assertThat(client.post(path, "{\"name\": \"n%s\"}".formatted(i)).statusCode())
                    .isEqualTo(201);
        }

        HttpResponse<String> first = client.get(path + "?page=1&pageSize=2");
        String next = json(first).at("/links/next").asText();
        JsonNode second = json(client.get(next));

        assertThat(next).startsWith("/v1/customers/");
        assertThat(json(first).path("data")).hasSize(2);
        assertThat(second.path("data")).hasSize(1);
        assertThat(second.at("/links/next").isNull()).isTrue();
        assertThat(Contract.live().responseProblems("GET", path, 200, json(first)))
                .isEmpty();
        assertThat(client.get("/v1/customers/" + OWN_ID + "/conversations").statusCode())
                .isEqualTo(404);
    }

    @Test
    void snoozes_moves_replaces_and_deletes_a_conversation() throws IOException {
        String path = "/v1/conversations/" + id(create("\"name\": \"x\""));
        String other = simulator.seedCustomer("{}");

        HttpResponse<String> snoozed = client.send("PATCH", path, "{\"status\": \"snoozed\"}");
        JsonNode moved = json(client.send("PATCH", path, "{\"customer\": \"%s\"}".formatted(other)));
        JsonNode replaced = json(client.send("PUT", path + "?replace=true", "{\"priority\": 1}"));

        assertThat(json(snoozed).at("/data/attributes/status").asText()).isEqualTo("snoozed");
        assertThat(Contract.live().responseProblems("PATCH", path, 200, json(snoozed)))
                .isEmpty();
        assertThat(moved.at("/data/relationships/customer/data/id").asText()).isEqualTo(other);
        assertThat(moved.at("/data/attributes/name").asText()).isEqualTo("x");
        assertThat(replaced.at("/data/attributes").has("name")).isFalse();
        assertThat(replaced.at("/data/relationships/customer/data/id").asText()).isEqualTo(other);
        assertThat(client.send("PATCH", path, "{\"rev\": 1}").statusCode()).isEqualTo(409);
        assertThat(client.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(client.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void adds_and_removes_tags_by_name_and_id_as_sets() throws IOException {
        String conversation = "/v1/conversations/" + id(create("\"tags\": [\"billing\"]"));
        String path = conversation + "/tags";

        HttpResponse<String> added = client.post(path, "[\"urgent\", \"billing\"]");
        JsonNode tags = json(added).at("/data/attributes/tags");
        HttpResponse<String> removed = client.send(
                "DELETE",
                path,
                "[\"billing\", \"%s\", \"absent\"]".formatted(tags.get(1).asText()));

        assertThat(tags).hasSize(2);
        assertThat(json(removed).at("/data/attributes/tags")).isEmpty();
        assertThat(Contract.live().responseProblems("POST", path, 200, json(added)))
                .isEmpty();
        assertThat(Contract.live().responseProblems("DELETE", path, 200, json(removed)))
                .isEmpty();
        assertThat(client.post(path, "{\"tags\": []}").statusCode()).isEqualTo(400);
        assertThat(client.post(path, "[\"a;b\"]").statusCode()).isEqualTo(400);
        assertThat(client.post("/v1/conversations/" + OWN_ID + "/tags", "[\"a\"]")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void lists_only_conversations_created_since_a_date() throws IOException {
        String path = "/v1/customers/" + customer + "/conversations?fromDate=";
        create("\"name\": \"old\", \"createdAt\": \"2020-01-01T00:00:00Z\"");
        create("\"name\": \"new\"");

        JsonNode since = json(client.get(path + "2021-01-01T00:00:00.000Z")).path("data");

        assertThat(since).hasSize(1);
        assertThat(since.at("/0/attributes/name").asText()).isEqualTo("new");
    }

    /** RFC 3339 allows a blank and small letters. */
    @ParameterizedTest
    @ValueSource(strings = {"2021-06-01 12:00:00Z", "2021-06-01t12:00:00.5z", "2021-06-01 12:00:00+02:00"})
    void a_time_may_have_every_form_of_rfc_3339(String time) throws IOException {
        String lists = "/v1/customers/" + customer;
        create("\"name\": \"new\", \"createdAt\": \"" + time + '"');
        client.post(lists + "/klasses/order", "{\"title\": \"new\", \"createdAt\": \"%s\"}".formatted(time));

        for (String list : List.of("/conversations", "/klasses/order")) {
            assertThat(json(client.get(lists + list + "?fromDate=2021-01-01T00:00:00Z"))
                            .path("data"))
                    .hasSize(1);
            assertThat(json(client.get(lists + list + "?fromDate=2022-01-01T00:00:00Z"))
                            .path("data"))
                    .isEmpty();
        }
        assertThat(client.post(
                                lists + "/drafts",
                                "{\"channel\": \"sms\", \"body\": \"Hi\", \"to\": \"+12025550143\", \"sendAt\": \"%s\"}"
                                        .formatted(time))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/conversations", "/klasses/order"})
    void a_date_that_is_none_is_refused(String list) throws IOException {
        HttpResponse<String> refused = client.get("/v1/customers/" + customer + list + "?fromDate=2026-01-31");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused).at("/source/parameter").asText()).isEqualTo("fromDate");
    }

    @Test
    void a_customer_gets_at_most_120_conversations_a_minute_without_imports() throws IOException {
        for (int i = 0; i < 120; i++) {
            assertThat(create("\"name\": \"x\"").statusCode()).isEqualTo(201);
        }

        HttpResponse<String> limited = create("\"name\": \"x\"");
        HttpResponse<String> imported = create("\"importedAt\": \"2020-01-01T00:00:00Z\"");

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("x-ratelimit-remaining").orElseThrow())
                .isNotEqualTo("0");
        assertThat(imported.statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> create(String fields) throws IOException {
        return client.post("/v1/conversations", "{\"customer\": \"%s\", %s}".formatted(customer, fields));
    }
}
