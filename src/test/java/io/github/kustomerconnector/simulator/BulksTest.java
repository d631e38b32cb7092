package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bulk endpoints of the simulator. */
final class BulksTest {

    @AutoClose
    private final KustomerSimulator kustomer = KustomerSimulator.start();

    @AutoClose
    private final TestClient client = new TestClient(kustomer);

    @Test
    void a_bulk_answers_before_it_is_carried_out_and_repeats_the_request() throws IOException {
        kustomer.settings().bulkDelay(Duration.ofHours(1));

        HttpResponse<String> reply = client.post("/v1/customers/bulk", "[{\"name\":\"Ada\"}]");

        assertThat(reply.statusCode()).isEqualTo(201);
        JsonNode data = Json.parse(reply.body()).path("data");
        assertThat(data.path("type").asText()).isEqualTo("bulk");
        assertThat(data.at("/attributes/completed").asBoolean()).isFalse();
        assertThat(data.at("/attributes/payload/api/data/0/name").asText()).isEqualTo("Ada");
        assertThat(data.at("/attributes/payload/api/user/roles")).isNotEmpty();
        assertThat(kustomer.customers()).isEmpty();
        assertContract("POST", "/v1/customers/bulk", reply);
    }

    @Test
    void results_need_names() throws IOException {
        String unnamed = id(client.post("/v1/customers/bulk", "[{\"name\":\"Ada\"}]"));
        String named = id(client.post("/v1/customers/bulk", "[{\"name\":\"Ada\",\"_clientRef\":\"a\"}]"));

        assertThat(batches(unnamed).at("/data/0/attributes").has("results")).isFalse();
        JsonNode result = batches(named).at("/data/0/attributes/results/0");
        assertThat(result.path("_clientRef").asText()).isEqualTo("a");
        assertThat(result.path("status").asText()).isEqualTo("created");
        assertThat(result.path("objectId"))
                .isEqualTo(kustomer.customers().getLast().path("id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"_clientRef\":\"a\"},{}]",
                "[{\"_clientRef\":\"a\"},{\"_clientRef\":\"a\"}]",
                "[{\"_clientRef\":\"\"}]",
                "{}"
            })
    void a_request_that_breaks_the_rules_is_refused(String body) throws IOException {
        assertThat(client.post("/v1/customers/bulk", body).statusCode()).isEqualTo(400);
        assertThat(kustomer.customers()).isEmpty();
    }

    @Test
    void more_than_100_items_are_refused() throws IOException {
        String items = "[" + "{},".repeat(100) + "{}]";

        assertThat(client.post("/v1/customers/bulk", items).statusCode()).isEqualTo(400);
    }

    @Test
    void one_item_in_error_does_not_stop_the_others() throws IOException {
        kustomer.seedCustomer("{\"externalId\":\"C-1\"}");

        JsonNode batch = batches(
                        id(
                                client.post(
                                        "/v1/customers/bulk",
                                        "[{\"externalId\":\"C-1\",\"_clientRef\":\"0\"},{\"externalId\":\"C-2\",\"_clientRef\":\"1\"}]")))
                .at("/data/0/attributes");

        assertThat(batch.path("successCount").asInt()).isEqualTo(1);
        assertThat(batch.path("failureCount").asInt()).isEqualTo(1);
        assertThat(batch.at("/results/0/error/status").asInt()).isEqualTo(409);
    }

    @Test
    void batches_are_paged_by_their_number_of_pages() throws IOException {
        kustomer.settings().bulkBatchSize(1);
        String bulk = id(client.post("/v1/customers/bulk", "[{},{},{}]"));

        JsonNode page = Json.parse(
                client.get("/v1/bulk/" + bulk + "/batches?page=2&pageSize=2").body());

        assertThat(page.at("/meta/pages").asInt()).isEqualTo(2);
        assertThat(page.path("data")).hasSize(1);
        assertThat(page.has("links")).isFalse();
    }

    @Test
    void the_results_need_their_own_role() throws IOException {
        kustomer.addKey("eyJsaW1pdGVk", Set.of("org.permission.customer.create"));
        String bulk = id(client.post("/v1/customers/bulk", "[{}]"));

        try (TestClient limited = new TestClient(kustomer, "eyJsaW1pdGVk")) {
            assertThat(limited.get("/v1/bulk/" + bulk).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_bulk_that_ends_half_done_has_no_result_of_the_rest() throws IOException {
        kustomer.inject(BulkFault.HALF_DONE, 1);

        String bulk = id(client.post("/v1/customers/bulk", "[{\"_clientRef\":\"0\"},{\"_clientRef\":\"1\"}]"));

        assertThat(kustomer.customers()).hasSize(1);
        assertThat(batches(bulk).at("/data/0/attributes/results")).hasSize(1);
    }

    private JsonNode batches(String bulk) throws IOException {
        String path = "/v1/bulk/" + bulk + "/batches";
        HttpResponse<String> reply = client.get(path);
        assertContract("GET", path, reply);
        assertContract("GET", "/v1/bulk/" + bulk, client.get("/v1/bulk/" + bulk));
        return Json.parse(reply.body());
    }

    private static String id(HttpResponse<String> reply) {
        return Json.parse(reply.body()).at("/data/id").asText();
    }

    private static void assertContract(String method, String path, HttpResponse<String> reply) {
        assertThat(Contract.live().responseProblems(method, path, reply.statusCode(), Json.parse(reply.body())))
                .isEmpty();
    }
}
