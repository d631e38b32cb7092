package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                 | 0 1 2
                status=complete  | 0 1 2
                status=queued    |
                completed=true   | 0 1 2
                completed=false  |
                sort=createdAt   | 0 1 2
                sort=-createdAt  | 2 1 0
                limit=2          | 0 1
                limit=2&page=2   | 2
                """)
    void batches_are_filtered_and_sorted(@Nullable String query, @Nullable String expected) throws IOException {
        kustomer.settings().bulkBatchSize(1);
        String bulk = id(client.post("/v1/customers/bulk", "[{},{},{}]"));

        assertThat(numbers(bulk, query == null ? "" : query)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void the_batches_of_a_bulk_that_waits_are_queued() throws IOException {
        kustomer.settings().bulkDelay(Duration.ofHours(1));
        kustomer.settings().bulkBatchSize(1);
        String bulk = id(client.post("/v1/customers/bulk", "[{\"_clientRef\":\"a\"},{\"_clientRef\":\"b\"}]"));

        assertThat(numbers(bulk, "status=queued&completed=false")).isEqualTo("0 1");
        assertThat(numbers(bulk, "status=complete")).isEmpty();
        assertThat(batches(bulk).at("/data/0/attributes/results")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                customer     | customers     | whatsapps          | [{"phone": "+12025550143"}]
                customer     | customers     | instagramIds       | [{"pageId": "p", "threadId": "t", "username": "u"}]
                company      | companies     | whatsapps          | [{"phone": "+12025550143"}]
                company      | companies     | rev                | 1
                conversation | conversations | satisfactionLevel  | {"status": "rated", "createdAt": "2026-01-31T09:30:00.000Z"}
                conversation | conversations | suggestedShortcuts | []
                message      | messages      | spam               | true
                message      | messages      | reactions          | []
                """)
    void an_update_has_fields_that_a_bulk_update_has_not(String kind, String collection, String field, String value)
            throws IOException {
        String id = kustomer.seedRecord(kind, "{}");
        String change = "\"%s\": %s".formatted(field, value);

        assertThat(client.send("PUT", "/v1/%s/%s".formatted(collection, id), "{" + change + "}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> bulk =
                client.send("PUT", "/v1/%s/bulk".formatted(collection), "[{\"id\": \"%s\", %s}]".formatted(id, change));

        JsonNode error = batches(id(bulk)).at("/data/0/attributes/errors/0");
        assertThat(error.path("id").asText()).isEqualTo(id);
        assertThat(error.at("/data/title").asText()).isEqualTo("Additional properties not allowed");
        assertThat(error.at("/data/source/parameter").asText()).isEqualTo(field);
    }

    /** The update of a single note needs its conversation and its text. */
    @Test
    void a_bulk_update_of_a_note_has_only_the_changes() throws IOException {
        String id = kustomer.seedRecord("note", "{\"body\": \"calls back\"}");

        client.send("PUT", "/v1/notes/bulk", "[{\"id\": \"%s\", \"externalId\": \"N-1\"}]".formatted(id));

        assertThat(kustomer.records("note")
                        .getFirst()
                        .at("/attributes/externalId")
                        .asText())
                .isEqualTo("N-1");
    }

    @Test
    void the_error_of_a_new_record_names_no_id() throws IOException {
        String bulk = id(client.post("/v1/customers/bulk", "[{\"nick\": \"Ada\"}]"));

        assertThat(batches(bulk).at("/data/0/attributes/errors/0/id").asText()).isEmpty();
    }

    private String numbers(String bulk, String query) throws IOException {
        String path = "/v1/bulk/%s/batches?%s".formatted(bulk, query);
        return Json.parse(client.get(path).body())
                .path("data")
                .valueStream()
                .map(batch -> batch.path("id").asText().replace(bulk + "-", ""))
                .collect(Collectors.joining(" "));
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
