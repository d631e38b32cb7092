package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.error;
import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Klasses and KObjects. */
class KObjectsTest {

    private static final String ORDERS = "/v1/klasses/order";
    private static final String ORDER = """
            {"title": "Order 7", "externalId": "O/7 ü", "description": "Two books", "data": {"lines": [1, 2]},
             "custom": {"orderNumberStr": "7", "totalPriceNum": 12.5}, "tags": ["urgent"]}""";

    private final KustomerSimulator simulator = KustomerSimulator.start();
    private final TestClient client = new TestClient(simulator);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void a_kobject_is_created_and_found_by_id_and_external_id() throws IOException {
        JsonNode created = keepsContract("POST", ORDERS, client.post(ORDERS, ORDER));

        String id = created.at("/data/id").asText();
        JsonNode byId = keepsContract("GET", ORDERS + "/" + id);
        JsonNode byExternalId = keepsContract("GET", ORDERS + "/externalId=O%2F7%20%C3%BC");
        assertThat(byId).isEqualTo(created);
        assertThat(byExternalId).isEqualTo(created);
        assertThat(created.at("/data/type").asText()).isEqualTo("kobject.order");
        assertThat(created.at("/data/links/self").asText()).isEqualTo(ORDERS + "/" + id);
        assertThat(created.at("/data/relationships/klass/link/self").asText()).startsWith("/v1/klasses/");
        assertThat(created.at("/data/attributes/data/lines")).hasSize(2);
        assertThat(created.at("/data/attributes/tags/0").asText()).hasSize(24);
        assertThat(created.at("/data/attributes/rev").asInt()).isEqualTo(1);
        simulator.assertNothingUnexpected();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title     | {}",
                "title     | {\"title\": \"\"}",
                "status    | {\"title\": \"x\", \"status\": \"done\"}",
                "id        | {\"title\": \"x\", \"id\": \"5e0a17c4000000000000000a\"}",
                "customer  | {\"title\": \"x\", \"customer\": \"abc\"}",
                "planStr   | {\"title\": \"x\", \"custom\": {\"planStr\": \"gold\"}}",
                "plan      | {\"title\": \"x\", \"custom\": {\"plan\": \"gold\"}}",
                "data      | {\"title\": \"x\", \"data\": [1]}"
            })
    void a_create_that_breaks_the_schema_is_refused_with_its_field(String field, String body) throws IOException {
        HttpResponse<String> refused = client.post(ORDERS, body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused).path("code").asText()).isEqualTo("badparam");
        assertThat(error(refused).at("/source/parameter").asText()).isEqualTo(field);
    }

    @Test
    void an_unknown_klass_or_owner_is_not_found() throws IOException {
        String unknown = "\"5f0000000000000000000bad\"";

        assertThat(client.post("/v1/klasses/oder", "{\"title\": \"x\"}").statusCode())
                .isEqualTo(404);
        assertThat(client.get("/v1/klasses/oder").statusCode()).isEqualTo(404);
        assertThat(client.get("/v1/klasses/oder/externalId=7").statusCode()).isEqualTo(404);
        assertThat(client.post(ORDERS, "{\"title\": \"x\", \"customer\": %s}".formatted(unknown))
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.post(ORDERS, "{\"title\": \"x\", \"company\": %s}".formatted(unknown))
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.get(ORDERS + "/5f0000000000000000000bad").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "company"})
    void an_update_cannot_set_the_owner(String owner) throws IOException {
        String id = created(ORDER);

        HttpResponse<String> refused =
                client.send("PUT", ORDERS + "/" + id, "{\"%s\": \"5e0a17c4000000000000000a\"}".formatted(owner));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused).at("/source/parameter").asText()).isEqualTo(owner);
    }

    @Test
    void an_update_changes_the_given_fields_and_replace_removes_the_others() throws IOException {
        String path = ORDERS + "/" + created(ORDER);

        JsonNode updated = keepsContract("PUT", path, client.send("PUT", path, """
                {"custom": {"orderNumberStr": null, "refundedBool": true}, "rev": 1}"""));
        JsonNode replaced =
                keepsContract("PUT", path, client.send("PUT", path + "?replace=true", "{\"title\": \"x\"}"));

        assertThat(updated.at("/data/attributes/custom"))
                .isEqualTo(Json.parse("{\"totalPriceNum\": 12.5, \"refundedBool\": true}"));
        assertThat(updated.at("/data/attributes/description").asText()).isEqualTo("Two books");
        assertThat(replaced.at("/data/attributes/description").isMissingNode()).isTrue();
        assertThat(replaced.at("/data/attributes/rev").asInt()).isEqualTo(3);
        assertThat(client.send("PUT", path, "{\"title\": \"y\", \"rev\": 1}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_second_kobject_with_the_same_external_id_is_accepted_unless_the_settings_refuse_it() throws IOException {
        created(ORDER);
        created(ORDER);
        simulator.settings().uniqueKObjectExternalIds(true);

        assertThat(client.post(ORDERS, ORDER).statusCode()).isEqualTo(409);
        assertThat(simulator.records("kobject.order")).hasSize(2);
    }

    @Test
    void the_kobjects_of_an_owner_are_listed_in_pages_without_a_total() throws IOException {
        String customer = simulator.seedCustomer("{}");
        String company = simulator.seedRecord("company", "{\"name\": \"ACME\"}");
        String owners = "{\"title\": \"x\", \"customer\": \"%s\", \"company\": \"%s\"}".formatted(customer, company);
        String first = created(owners);
        String second = created(owners);
        created(ORDER);

        for (String path : new String[] {
            "/v1/customers/%s/klasses/order".formatted(customer), "/v1/companies/%s/klasses/order".formatted(company)
        }) {
            JsonNode page = keepsContract("GET", path, client.get(path + "?pageSize=1"));
            JsonNode last =
                    keepsContract("GET", path, client.get(page.at("/links/next").asText()));
            JsonNode newestFirst = json(client.get(path + "?sort=desc"));

            assertThat(page.at("/data/0/id").asText()).isEqualTo(first);
            assertThat(page.at("/meta/total").isMissingNode()).isTrue();
            assertThat(last.at("/data/0/id").asText()).isEqualTo(second);
            assertThat(last.at("/links/next").isNull()).isTrue();
            assertThat(newestFirst.at("/data/0/id").asText()).isEqualTo(second);
        }
        assertThat(json(client.get(ORDERS)).path("data")).hasSize(3);
        assertThat(json(client.get(ORDERS + "?fromDate=2999-01-01T00:00:00.000Z"))
                        .path("data"))
                .isEmpty();
    }

    @Test
    void the_path_of_a_customer_sets_the_owner() throws IOException {
        String customer = simulator.seedCustomer("{}");
        String path = "/v1/customers/%s/klasses/order".formatted(customer);

        JsonNode created = keepsContract("POST", path, client.post(path, "{\"title\": \"x\"}"));

        assertThat(created.at("/data/relationships/customer/data/id").asText()).isEqualTo(customer);
    }

    @Test
    void a_single_kobject_can_be_shown_without_its_owner() throws IOException {
        String customer = simulator.seedCustomer("{}");
        simulator.settings().kobjectOwners(false);

        JsonNode created = json(client.post(ORDERS, "{\"title\": \"x\", \"customer\": \"%s\"}".formatted(customer)));

        assertThat(created.at("/data/relationships/customer").isMissingNode()).isTrue();
        assertThat(json(client.get("/v1/customers/%s/klasses/order".formatted(customer)))
                        .at("/data/0/relationships/customer/data/id")
                        .asText())
                .isEqualTo(customer);
    }

    @Test
    void creates_of_one_customer_are_limited_but_imports_are_not() throws IOException {
        simulator.settings().customerRateLimit(1);
        String customer = simulator.seedCustomer("{}");

        assertThat(Stream.of("", "", ", \"importedAt\": \"2020-01-01T00:00:00Z\"")
                        .map(more -> post("{\"title\": \"x\", \"customer\": \"%s\"%s}".formatted(customer, more))))
                .containsExactly(201, 429, 201);
        assertThat(post(ORDER)).isEqualTo(201);
        assertThat(post(ORDER)).isEqualTo(201);
    }

    @Test
    void a_kobject_is_deleted_once() throws IOException {
        String path = ORDERS + "/" + created(ORDER);

        assertThat(client.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(client.send("DELETE", path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void klasses_are_listed_found_by_id_and_defined_by_the_settings() throws IOException {
        simulator.settings().klass("invoice", "amountNum");
        simulator.settings().klass("parcel");

        JsonNode all = keepsContract("GET", "/v1/klasses");
        JsonNode invoice = json(client.get("/v1/klasses?name=invoice")).at("/data/0");
        JsonNode byId = keepsContract("GET", "/v1/klasses/" + invoice.path("id").asText());

        assertThat(all.path("data"))
                .extracting(klass -> klass.at("/attributes/name").asText())
                .containsExactlyInAnyOrder("order", "invoice", "parcel");
        assertThat(byId.path("data")).isEqualTo(invoice);
        assertThat(json(client.get("/v1/metadata/kobject.invoice"))
                        .at("/data/attributes/properties/amountNum/type")
                        .asText())
                .isEqualTo("number");
        assertThat(client.post("/v1/klasses/invoice", "{\"title\": \"x\", \"custom\": {\"amountStr\": \"1\"}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.post("/v1/klasses/parcel", "{\"title\": \"x\", \"custom\": {\"amountStr\": \"1\"}}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(json(client.get("/v1/klasses?status=disabled")).path("data")).isEmpty();
    }

    @Test
    void a_klass_is_created_updated_and_deleted_while_it_has_no_kobjects() throws IOException {
        JsonNode created = keepsContract("POST", "/v1/klasses", client.post("/v1/klasses", "{\"name\": \"visit\"}"));
        String path = "/v1/klasses/" + created.at("/data/id").asText();

        JsonNode updated = keepsContract("PUT", path, client.send("PUT", path, "{\"displayName\": \"Visit\"}"));
        client.post("/v1/klasses/visit", "{\"title\": \"x\"}");

        assertThat(updated.at("/data/attributes/displayName").asText()).isEqualTo("Visit");
        assertThat(client.post("/v1/klasses", "{\"name\": \"visit\"}").statusCode())
                .isEqualTo(409);
        assertThat(client.post("/v1/klasses", "{\"name\": \"my visit\"}").statusCode())
                .isEqualTo(400);
        assertThat(client.send("DELETE", path, "").statusCode()).isEqualTo(400);
        client.send(
                "DELETE",
                "/v1/klasses/visit/"
                        + simulator
                                .records("kobject.visit")
                                .getFirst()
                                .path("id")
                                .asText(),
                "");
        assertThat(client.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(client.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "org.permission.kobject.read, /v1/klasses/order/externalId=7, 404",
        "org.permission.kobject.kobject_*.read, /v1/klasses/order/externalId=7, 404",
        "org.permission.kobject.read, /v1/klasses/order, 403",
        "org.permission.klass.read, /v1/klasses/order, 200",
        "org.permission.customer.read, /v1/customers/5f0000000000000000000bad/klasses/order, 404",
        "org.permission.kobject.read, /v1/customers/5f0000000000000000000bad/klasses/order, 403",
        "org.permission.company.read, /v1/companies/5f0000000000000000000bad/klasses/order, 404",
        "org.permission.klass.read, /v1/klasses, 200"
    })
    void each_endpoint_needs_its_role(String role, String path, int status) throws IOException {
        simulator.addKey("limited", Set.of(role));

        try (TestClient limited = new TestClient(simulator, "limited")) {
            assertThat(limited.get(path).statusCode()).isEqualTo(status);
        }
    }

    @Test
    void a_reset_removes_kobjects_and_keeps_the_klasses_of_the_settings() throws IOException {
        created(ORDER);

        simulator.reset();

        assertThat(json(client.get(ORDERS)).path("data")).isEmpty();
    }

    private String created(String body) throws IOException {
        return json(client.post(ORDERS, body)).at("/data/id").asText();
    }

    private int post(String body) {
        try {
            return client.post(ORDERS, body).statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode keepsContract(String method, String path) throws IOException {
        return keepsContract(method, path, client.get(path));
    }

    private static JsonNode keepsContract(String method, String path, HttpResponse<String> response) {
        assertThat(Contract.live().responseProblems(method, path, response.statusCode(), json(response)))
                .isEmpty();
        assertThat(response.statusCode()).isLessThan(300);
        return json(response);
    }
}
