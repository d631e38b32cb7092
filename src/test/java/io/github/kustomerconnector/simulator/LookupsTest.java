package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.error;
import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users, teams, queues, tags and custom attributes. */
class LookupsTest {

    private static final String QUEUES = "/v1/routing/queues";

    private final KustomerSimulator simulator = KustomerSimulator.start();
    private final TestClient client = new TestClient(simulator);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void the_current_user_is_the_machine_user_with_the_roles_of_its_key() throws IOException {
        simulator.addKey("tracker", Set.of("org.tracking"));

        try (TestClient tracker = new TestClient(simulator, "tracker")) {
            JsonNode user = keepsContract(tracker.get("/v1/users/current"), "/v1/users/current");

            assertThat(user.at("/data/id").asText()).isEqualTo(ObjectIds.USER);
            assertThat(user.at("/data/attributes/userType").asText()).isEqualTo("machine");
            assertThat(user.at("/data/attributes/roles")).hasToString("[\"org.tracking\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/users", "/v1/teams", QUEUES, "/v1/tags"})
    void a_list_keeps_the_contract_and_has_pages(String path) throws IOException {
        String type = path.substring(path.lastIndexOf('/') + 1, path.length() - 1);
        int initial = simulator.records(type).size();
        String first = simulator.seedRecord(type, "{\"name\": \"first\"}");
        String second = simulator.seedRecord(type, "{\"name\": \"second\"}");

        JsonNode page = keepsContract(client.get(path + "?pageSize=1&page=" + (initial + 1)), path);
        JsonNode next = keepsContract(client.get(page.at("/links/next").asText()), path);

        assertThat(page.at("/data/0/id").asText()).isEqualTo(first);
        assertThat(next.at("/data/0/id").asText()).isEqualTo(second);
        assertThat(next.at("/links/next").isNull()).isTrue();
        assertThat(next.at("/data")).hasSize(1);
        simulator.assertNothingUnexpected();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/users", "/v1/teams", QUEUES})
    void one_record_is_found_by_its_id(String path) throws IOException {
        String type = path.substring(path.lastIndexOf('/') + 1, path.length() - 1);
        String id = simulator.seedRecord(type, "{\"name\": \"Support\"}");

        JsonNode found = keepsContract(client.get(path + "/" + id), path + "/" + id);

        assertThat(found.at("/data/attributes/name").asText()).isEqualTo("Support");
        assertThat(client.get(path + "/5f0000000000000000000bad").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email=ada%40example.org", "userType=limited", "deleted=true"})
    void users_are_filtered(String query) throws IOException {
        String ada = simulator.seedRecord(
                "user", "{\"email\": \"ada@example.org\", \"userType\": \"limited\", \"deleted\": true}");

        JsonNode users = json(client.get("/v1/users?" + query));

        assertThat(users.path("data"))
                .extracting(user -> user.path("id").asText())
                .containsExactly(ada);
    }

    @Test
    void users_who_are_not_deleted_are_the_default_of_deleted() throws IOException {
        simulator.seedRecord("user", "{\"deleted\": true}");

        assertThat(json(client.get("/v1/users?deleted=false")).path("data")).hasSize(1);
        assertThat(json(client.get("/v1/users")).path("data")).hasSize(2);
    }

    @Test
    void users_and_teams_have_pages_of_up_to_500_and_others_of_up_to_100() throws IOException {
        for (int i = 0; i < 120; i++) {
            simulator.seedRecord("team", "{}");
            simulator.seedRecord("tag", "{\"name\": \"tag %s\"}".formatted(i));
        }

        assertThat(json(client.get("/v1/teams?pageSize=1000")).path("data")).hasSize(120);
        assertThat(json(client.get("/v1/teams")).path("data")).hasSize(100);
        assertThat(json(client.get("/v1/tags?pageSize=1000")).path("data")).hasSize(100);
    }

    @Test
    void a_queue_is_found_by_its_key_and_needs_a_role() throws IOException {
        String complaints = simulator.seedRecord("queue", "{\"name\": \"Complaints\", \"key\": \"complaints\"}");
        simulator.addKey("tracker", Set.of("org.tracking"));

        JsonNode all = keepsContract(client.get(QUEUES), QUEUES);
        JsonNode found = json(client.get(QUEUES + "?key=complaints"));

        assertThat(all.path("data"))
                .hasSize(2)
                .anyMatch(queue -> queue.at("/attributes/system").asBoolean());
        assertThat(found.path("data"))
                .extracting(queue -> queue.path("id").asText())
                .containsExactly(complaints);
        try (TestClient tracker = new TestClient(simulator, "tracker")) {
            assertThat(tracker.get(QUEUES).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_tag_that_a_record_was_given_is_listed_under_the_id_that_the_record_has() throws IOException {
        JsonNode customer = json(client.post("/v1/customers", "{\"tags\": [\"vip\"]}"));

        JsonNode tags = keepsContract(client.get("/v1/tags"), "/v1/tags");

        assertThat(tags.at("/data/0/id")).isEqualTo(customer.at("/data/attributes/tags/0"));
        assertThat(tags.at("/data/0/attributes/name").asText()).isEqualTo("vip");
        assertThat(json(client.post("/v1/customers", "{\"tags\": [\"vip\"]}")).at("/data/attributes/tags"))
                .isEqualTo(customer.at("/data/attributes/tags"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/conversations", "/v1/customers/%s/conversations"})
    void custom_attributes_that_a_kind_of_record_does_not_have_are_refused(String path) throws IOException {
        String customer = simulator.seedCustomer("{}");
        simulator.settings().customAttributes("conversation", "orderStr", "itemsNum");
        String known = "{\"orderStr\": \"7\", \"itemsNum\": 2}";
        String unknown = "{\"orderStr\": \"7\", \"planStr\": \"gold\"}";

        HttpResponse<String> accepted = client.post(path.formatted(customer), conversation(path, customer, known));
        HttpResponse<String> refused = client.post(path.formatted(customer), conversation(path, customer, unknown));

        assertThat(accepted.statusCode()).isEqualTo(201);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused)).isEqualTo(Json.parse("""
                        {"status": 400, "source": {"parameter": "planStr"}, "code": "badparam",
                         "title": "Additional properties not allowed", "detail": "/properties/custom/additionalProperties"}
                        """));
        assertThat(client.post("/v1/customers", "{\"custom\": {\"planStr\": \"gold\"}}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void the_custom_attributes_of_a_kind_are_listed() throws IOException {
        simulator.settings().customAttributes("customer", "planStr", "seatsNum", "activeBool");

        JsonNode metadata = keepsContract(client.get("/v1/metadata/customer"), "/v1/metadata/customer");

        JsonNode properties = metadata.at("/data/attributes/properties");
        assertThat(properties.at("/planStr/type").asText()).isEqualTo("string");
        assertThat(properties.at("/seatsNum/type").asText()).isEqualTo("number");
        assertThat(properties.at("/activeBool/type").asText()).isEqualTo("boolean");
    }

    @Test
    void after_a_reset_only_the_initial_records_are_left() {
        simulator.seedRecord("queue", "{}");
        simulator.seedRecord("user", "{}");

        simulator.reset();

        assertThat(simulator.records("queue")).hasSize(1);
        assertThat(simulator.records("user")).hasSize(1);
    }

    private static String conversation(String path, String customer, String custom) {
        return path.contains("%s")
                ? "{\"custom\": %s}".formatted(custom)
                : "{\"customer\": \"%s\", \"custom\": %s}".formatted(customer, custom);
    }

    private static JsonNode keepsContract(HttpResponse<String> response, String path) {
        assertThat(Contract.live().responseProblems("GET", path, response.statusCode(), json(response)))
                .isEmpty();
        assertThat(response.statusCode()).isEqualTo(200);
        return json(response);
    }
}
