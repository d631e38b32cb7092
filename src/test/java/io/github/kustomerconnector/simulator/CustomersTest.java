package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.error;
import static io.github.kustomerconnector.simulator.TestClient.id;
import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomersTest {

    private static final String JANE = """
            {"name": "Jane", "externalId": "c/1", "tags": ["vip"], "custom": {"planStr": "gold"},
             "emails": [{"email": "Jane+1@example.org", "type": "work"}],
             "phones": [{"phone": "+18005551212"}],
             "whatsapps": [{"phone": "+18005551213"}],
             "socials": [{"type": "twitter", "username": "jane"}]}
            """;

    private final KustomerSimulator simulator = KustomerSimulator.start();
    private final TestClient client = new TestClient(simulator);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void answers_a_create_with_201_and_the_record_in_an_envelope() throws IOException {
        HttpResponse<String> response = client.post("/v1/customers", JANE);

        JsonNode data = json(response).path("data");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(data.path("type").asText()).isEqualTo("customer");
        assertThat(data.path("id").asText()).matches("[0-9a-f]{24}");
        assertThat(data.at("/attributes/displayName").asText()).isEqualTo("Jane");
        assertThat(data.at("/attributes/createdAt").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(data.at("/attributes/rev").asInt()).isEqualTo(1);
        assertThat(data.at("/attributes/tags/0").asText()).matches("[0-9a-f]{24}");
        assertThat(data.at("/attributes/custom/planStr").asText()).isEqualTo("gold");
        assertThat(data.at("/relationships/org/data/type").asText()).isEqualTo("org");
        assertThat(data.at("/links/self").asText())
                .isEqualTo("/v1/customers/" + data.path("id").asText());
        assertThat(simulator.customers()).containsExactly(data.deepCopy());
        assertThat(Contract.live().responseProblems("POST", "/v1/customers", 201, json(response)))
                .isEmpty();
    }

    @Test
    void creates_a_customer_from_an_empty_body() throws IOException {
        HttpResponse<String> response = client.post("/v1/customers", "{}");

        assertThat(json(response).at("/data/attributes/displayName").asText()).isEqualTo("Silver Scissors");
        assertThat(Contract.live().responseProblems("POST", "/v1/customers", 201, json(response)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email=Jane%2B1%40example.org",
                "email=jane+1@EXAMPLE.org",
                "phone=%2B18005551212",
                "phone=18005551212",
                "externalId=c%2F1"
            })
    void finds_a_customer_by_an_encoded_identifier(String lookUp) throws IOException {
        String id = id(client.post("/v1/customers", JANE));

        HttpResponse<String> response = client.get("/v1/customers/" + lookUp);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(id(response)).isEqualTo(id);
        assertThat(Contract.live().responseProblems("GET", "/v1/customers/" + lookUp, 200, json(response)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "email=x%40example.org, email",
        "phone=1, phone",
        "externalId=x, externalId",
        "5e0a17c4000000000000000a, id"
    })
    void answers_404_and_names_the_identifier(String lookUp, String parameter) throws IOException {
        HttpResponse<String> response = client.get("/v1/customers/" + lookUp);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(error(response).path("status").isInt()).isTrue();
        assertThat(error(response).path("code").asText()).isEqualTo("notfound");
        assertThat(error(response).at("/source/parameter").asText()).isEqualTo(parameter);
        assertThat(Contract.live().responseProblems("GET", "/v1/customers/" + lookUp, 404, json(response)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "emails      | {\"emails\": [{\"email\": \"JANE+1@example.org\"}]}",
                "phones      | {\"phones\": [{\"phone\": \"1 800 555 1212\"}]}",
                "externalId  | {\"externalId\": \"c/1\"}",
                "externalIds | {\"externalIds\": [{\"externalId\": \"c/1\"}]}",
                "whatsapps   | {\"whatsapps\": [{\"phone\": \"18005551213\"}]}",
                "socials     | {\"socials\": [{\"type\": \"twitter\", \"username\": \"Jane\"}]}"
            })
    void refuses_an_identifier_that_is_in_use_and_names_it(String field, String body) throws IOException {
        client.post("/v1/customers", JANE);

        HttpResponse<String> conflict = client.post("/v1/customers", body);
        simulator.settings().duplicateStatus(400);
        HttpResponse<String> invalid = client.post("/v1/customers", body);

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(error(conflict).at("/source/parameter").asText()).isEqualTo(field);
        assertThat(invalid.statusCode()).isEqualTo(400);
        assertThat(error(invalid).path("code").asText()).isEqualTo("badparam");
        assertThat(simulator.customers()).hasSize(1);
    }

    @Test
    void two_customers_can_have_the_same_shared_identifier() throws IOException {
        client.post("/v1/customers", JANE);

        HttpResponse<String> response =
                client.post("/v1/customers", "{\"sharedEmails\": [{\"email\": \"jane+1@example.org\"}]}");

        assertThat(response.statusCode()).isEqualTo(201);
    }

    @Test
    void refuses_an_unknown_custom_attribute_as_the_real_api_does() throws IOException {
        HttpResponse<String> response = client.post("/v1/customers", "{\"custom\": {\"notAnActualAttribute\": 1}}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response)).isEqualTo(Json.parse("""
                                {"errors":[{"status":400,"source":{"parameter":"notAnActualAttribute"},"code":"badparam",
                                "title":"Additional properties not allowed",
                                "detail":"/properties/custom/additionalProperties"}]}
                                """));
    }

    @Test
    void accepts_only_known_custom_attributes_if_configured() throws IOException {
        simulator.settings().knownCustomAttributes("planStr");

        assertThat(client.post("/v1/customers", "{\"custom\": {\"planStr\": \"x\"}}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(error(client.post("/v1/customers", "{\"custom\": {\"sizeNum\": 1}}"))
                        .at("/source/parameter")
                        .asText())
                .isEqualTo("sizeNum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": 1}", "{\"nick\": \"J\"}", "{", "[]", "{\"emails\": [{\"email\": \"x\"}]}"})
    void refuses_a_wrong_body_with_400(String body) throws IOException {
        HttpResponse<String> response = client.post("/v1/customers", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error(response).path("code").asText()).isEqualTo("badparam");
        assertThat(simulator.customers()).isEmpty();
    }

    @Test
    void an_update_changes_only_the_sent_fields_and_increments_the_revision() throws IOException {
        String path = "/v1/customers/" + id(client.post("/v1/customers", JANE));

        client.send("PATCH", path, "{\"name\": \"Joan\", \"custom\": {\"seatsNum\": 2}, \"rev\": 1}");
        HttpResponse<String> response = client.send("PUT", path, "{\"externalId\": null, \"rev\": 2}");

        JsonNode attributes = json(response).at("/data/attributes");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(attributes.path("name").asText()).isEqualTo("Joan");
        assertThat(attributes.path("displayName").asText()).isEqualTo("Joan");
        assertThat(attributes.path("custom")).hasSize(2);
        assertThat(attributes.has("externalId")).isFalse();
        assertThat(attributes.path("emails")).hasSize(1);
        assertThat(attributes.path("rev").asInt()).isEqualTo(3);
        assertThat(client.get("/v1/customers/externalId=c%2F1").statusCode()).isEqualTo(404);
        assertThat(Contract.live().responseProblems("PUT", path, 200, json(response)))
                .isEmpty();
    }

    @Test
    void replaces_all_fields_with_replace_true() throws IOException {
        String path = "/v1/customers/" + id(client.post("/v1/customers", JANE));

        HttpResponse<String> response = client.send("PUT", path + "?replace=true", "{\"name\": \"Joan\"}");

        JsonNode attributes = json(response).at("/data/attributes");
        assertThat("/v1/customers/" + id(response)).isEqualTo(path);
        assertThat(attributes.path("emails")).isEmpty();
        assertThat(attributes.path("rev").asInt()).isEqualTo(2);
        assertThat(client.post("/v1/customers", JANE).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"PATCH, rev=7, 409", "PATCH, rev=1, 200", "PATCH, rev=one, 400", "PUT, rev=7, 200"})
    void a_patch_may_have_its_revision_in_the_query(String method, String query, int status) throws IOException {
        String path = "/v1/customers/" + simulator.seedCustomer("{}");

        assertThat(client.send(method, path + "?" + query, "{\"name\": \"Joan\"}")
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void refuses_an_update_with_a_stale_revision_or_an_identifier_in_use() throws IOException {
        String path = "/v1/customers/" + id(client.post("/v1/customers", JANE));
        client.post("/v1/customers", "{\"externalId\": \"c-2\"}");

        HttpResponse<String> stale = client.send("PATCH", path, "{\"name\": \"Joan\", \"rev\": 7}");
        HttpResponse<String> taken = client.send("PATCH", path, "{\"externalId\": \"c-2\"}");

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(error(stale).at("/source/parameter").asText()).isEqualTo("rev");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(error(taken).at("/source/parameter").asText()).isEqualTo("externalId");
    }

    @Test
    void deletes_a_customer_and_frees_the_identifiers() throws IOException {
        String path = "/v1/customers/" + id(client.post("/v1/customers", JANE));

        assertThat(client.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(client.get(path).statusCode()).isEqualTo(404);
        assertThat(client.send("DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(client.post("/v1/customers", JANE).statusCode()).isEqualTo(201);
    }

    @Test
    void seeded_customers_are_found_and_their_identifiers_are_unique() throws IOException {
        String id = simulator.seedCustomer("{\"id\": \"5e0a17c4000000000000000a\", \"externalId\": \"c-1\"}");

        assertThat(id(client.get("/v1/customers/externalId=c-1"))).isEqualTo(id);
        assertThatThrownBy(() -> simulator.seedCustomer("{\"externalId\": \"c-1\"}"))
                .hasMessageContaining("externalId");
    }

    @Test
    void another_client_can_create_the_same_customer_before_the_record_is_stored() throws IOException {
        simulator.beforeNextStore(request -> simulator.seedCustomer(request.body()));

        HttpResponse<String> response = client.post("/v1/customers", JANE);

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(simulator.customers()).hasSize(1);
    }

    @Test
    void only_one_of_many_concurrent_creates_gets_an_identifier() {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::createJane))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .hasSize(20)
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
        assertThat(simulator.customers()).hasSize(1);
    }

    @Test
    void a_failing_hook_is_recorded_as_an_unexpected_request() throws IOException {
        simulator.seedCustomer(JANE);
        simulator.beforeNextStore(request -> simulator.seedCustomer(JANE));

        assertThat(client.post("/v1/customers", "{}").statusCode()).isEqualTo(500);
        assertThatThrownBy(simulator::assertNothingUnexpected).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_browser_reads_the_message_of_a_failure_as_text() throws IOException {
        simulator.beforeNextStore(request -> {
            throw new IllegalStateException("<script>alert(1)</script>");
        });

        HttpResponse<String> failure = client.post("/v1/customers", "{}");

        assertThat(failure.statusCode()).isEqualTo(500);
        assertThat(failure.body()).contains("<script>");
        assertThat(failure.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(failure.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void header_names_of_recorded_requests_are_found_in_any_case() throws IOException {
        client.post("/v1/customers", JANE);

        RecordedRequest request = simulator.requests().getFirst();
        assertThat(request.header("content-TYPE".toLowerCase(Locale.ROOT))).hasValue("application/json");
        assertThat(request.header("CONTENT-TYPE")).hasValue("application/json");
        assertThat(request.body()).isEqualTo(JANE);
        assertThat(request.status()).hasValue(201);
        assertThat(request).hasToString("POST /v1/customers -> 201");
    }

    private int createJane() {
        try {
            return client.post("/v1/customers", JANE).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
