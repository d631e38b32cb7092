package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.error;
import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private static final String SEARCH = "/v1/customers/search";
    private static final String ARCHIVE = "/v1/customers/archive/search";

    @AutoClose
    private final KustomerSimulator simulator = KustomerSimulator.start();

    @AutoClose
    private final TestClient client = new TestClient(simulator);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                                          | ada,grace,joan
                    {"and":[{"customer_name":{"equals":"ADA"}}]}                                | ada
                    {"and":{"customer_name":{"equals":"ada"}}}                                  | ada
                    {"and":[{"customer_name":{"contains":"a"}},{"customer_username":{"equals":"g"}}]} | grace
                    {"or":[{"customer_name":{"equals":"ada"}},{"customer_username":{"equals":"g"}}]}  | ada,grace
                    {"not":[{"customer_name":{"equals":"ada"}}]}                                | grace,joan
                    {"and":[{"customer_name":{"in":["ada","joan"]}}]}                           | ada,joan
                    {"and":[{"customer_username":{"not_set":true}}]}                            | ada,joan
                    {"and":[{"customer_email":{"equals":"joan@example.org"}}]}                  | joan
                    {"and":[{"customer_custom_seatsNum":{"gt":9}}]}                             | grace
                    {"and":[{"customer_custom_seatsNum":{"gte":9}}]}                            | ada,grace
                    {"and":[{"customer_custom_seatsNum":{"lt":9}}]}                             | joan
                    {"and":[{"customer_custom_seatsNum":{"lte":9}}]}                            | ada,joan
                    {"and":[{"customer_custom_seatsNum":{"equals":12.0}}]}                      | grace
                    {"and":[{"customer_name":{"equals":["ada"]}}]}                              | ``
                    {"and":[{"customer_tags":{"not_set":true}}]}                                | ada,grace,joan
                    {"and":[{"or":[{"customer_name":{"equals":"ada"}},{"customer_username":{"equals":"g"}}]}]} | ada,grace
                    {"not":{"and":[{"customer_name":{"equals":"ada"}},{"customer_external_id":{"equals":"crm-7"}}]}} | grace,joan
                    {"and":[{"customer_any_text":{"contains":"CRM"}}]}                          | ada
                    {"and":[{"customer_created_at":{"gte":"2025"}}]}                            | ada,grace,joan
                    {"and":[{"customer_external_id":{"equals":"crm-7"}}]}                       | ada
                    {"sort":[{"customer_name":"desc"}]}                                         | joan,grace,ada
                    {"sort":[{"customer_custom_seatsNum":"asc"}]}                               | joan,ada,grace
                    {"queryContext":"message"}                                                  | ``
                    """)
    void finds_the_records_that_meet_the_criteria(String search, String names) throws IOException {
        seed("{\"name\":\"ada\",\"externalId\":\"crm-7\",\"custom\":{\"seatsNum\":9}}");
        seed("{\"name\":\"grace\",\"username\":\"g\",\"custom\":{\"seatsNum\":12}}");
        seed("{\"name\":\"joan\",\"emails\":[{\"email\":\"joan@example.org\"}],\"custom\":{\"seatsNum\":3}}");

        assertThat(String.join(",", names(search(SEARCH, search)))).isEqualTo(names);
    }

    @Test
    void finds_records_of_every_kind() throws IOException {
        String customer = simulator.seedCustomer("{}");
        String conversation = simulator.seedConversation("{\"customer\":\"%s\"}".formatted(customer));
        String order =
                simulator.seedRecord("kobject.order", "{\"title\":\"4711\",\"customer\":\"%s\"}".formatted(customer));
        String byCustomer =
                "{\"queryContext\":\"%s\",\"and\":[{\"%s_customer_id\":{\"equals\":\"" + customer + "\"}}]}";

        assertThat(ids(search(SEARCH, byCustomer.formatted("conversation", "conversation"))))
                .containsExactly(conversation);
        assertThat(ids(search(SEARCH, byCustomer.formatted("kobject", "kobject"))))
                .containsExactly(order);
        assertThat(ids(search(SEARCH, byCustomer.formatted("kobject_order", "kobject_order"))))
                .containsExactly(order);
        assertThat(ids(search(SEARCH, "{\"queryContext\":\"kobject_claim\"}"))).isEmpty();
    }

    /** A text of the same instant may have another offset, and more or fewer digits. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-31T09:30:00Z, gte, ada",
        "2026-01-31T09:30:00.000Z, gt, ada",
        "2026-01-31T10:30:00.5+01:00, equals, ada",
        "2026-01-31T10:30:00.600+01:00, lt, ada",
        "2026-01-31T09:00:00.501-00:30, gte, ''"
    })
    void times_are_compared_by_their_instant(String time, String operator, String names) throws IOException {
        seed("{\"name\":\"ada\",\"createdAt\":\"2026-01-31T09:30:00.500Z\"}");

        String search = "{\"and\":[{\"customer_created_at\":{\"%s\":\"%s\"}}]}".formatted(operator, time);

        assertThat(String.join(",", names(search(SEARCH, search)))).isEqualTo(names);
    }

    @Test
    void finds_conversations_by_queue_agent_and_tag() throws IOException {
        String queue = simulator.seedRecord("queue", "{\"name\":\"Complaints\"}");
        String agent = simulator.seedRecord("user", "{\"name\":\"Ada\",\"email\":\"ada@example.org\"}");
        String tag = simulator.seedRecord("tag", "{\"name\":\"vip\"}");
        String customer = simulator.seedCustomer("{}");
        String taken = simulator.seedConversation(
                "{\"customer\":\"%s\",\"queue\":{\"id\":\"%s\"},\"assignedUsers\":[\"%s\"],\"tags\":[\"vip\"]}"
                        .formatted(customer, queue, agent));
        String free = simulator.seedConversation("{\"customer\":\"%s\"}".formatted(customer));

        Map.of("queue", queue, "queue_id", queue, "assigned_users", agent, "tags", tag)
                .forEach((field, id) -> {
                    String search = "{\"queryContext\":\"conversation\",\"and\":[{\"conversation_" + field
                            + "\":{\"%s\":%s}}]}";
                    assertThat(ids(search(SEARCH, search.formatted("equals", '"' + id + '"'))))
                            .as(field)
                            .containsExactly(taken);
                    assertThat(ids(search(SEARCH, search.formatted("not_set", true))))
                            .as(field)
                            .containsExactly(free);
                });
    }

    @Test
    void finds_kobjects_by_the_name_of_klass_and_attribute() throws IOException {
        String order =
                simulator.seedRecord("kobject.order", "{\"title\":\"4711\",\"custom\":{\"orderNumberStr\":\"o-1\"}}");

        Stream.of("kobject_custom_order_orderNumberStr", "kobject_order_custom_orderNumberStr")
                .forEach(field -> assertThat(ids(search(
                                SEARCH,
                                "{\"queryContext\":\"kobject_order\",\"and\":[{\"%s\":{\"equals\":\"o-1\"}}]}"
                                        .formatted(field))))
                        .as(field)
                        .containsExactly(order));
    }

    @Test
    void returns_pages_that_keep_the_contract() throws IOException {
        IntStream.range(0, 5).forEach(i -> seed("{\"name\":\"c%s\"}".formatted(i)));

        JsonNode first = search(SEARCH + "?page=1&pageSize=2", "{\"aggs\":{\"all\":{}}}");
        JsonNode last = search(SEARCH + "?page=3&pageSize=2", "{}");

        assertThat(names(first)).containsExactly("c0", "c1");
        assertThat(first.at("/meta/total").asInt()).isEqualTo(5);
        assertThat(first.at("/meta/totalPages").asInt()).isEqualTo(3);
        assertThat(first.at("/meta/aggregations/all/doc_count").asInt()).isEqualTo(5);
        assertThat(first.at("/links/next").asText()).isEqualTo(SEARCH + "?page=2&pageSize=2");
        assertThat(names(last)).containsExactly("c4");
        assertThat(last.at("/links/next").isNull()).isTrue();
        assertThat(Contract.live().responseProblems("POST", SEARCH, 200, first)).isEmpty();
        assertThat(Contract.live().responseProblems("POST", ARCHIVE, 200, last)).isEmpty();
    }

    @Test
    void returns_at_most_a_hundred_pages() throws IOException {
        assertThat(client.post(SEARCH + "?page=100", "{}").statusCode()).isEqualTo(200);
        assertThat(client.post(SEARCH + "?page=101", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void returns_only_ids_with_ids_only() throws IOException {
        String id = simulator.seedCustomer("{\"name\":\"ada\"}");

        assertThat(search(SEARCH + "?idsOnly=true", "{}").at("/data/0"))
                .isEqualTo(Json.object().put("type", "customer").put("id", id));
    }

    @Test
    void records_unchanged_for_two_years_are_in_the_archive() throws IOException {
        seed("{\"name\":\"old\"}");
        simulator.settings().clock(Clock.fixed(Instant.now().plusSeconds(3 * 366 * 86_400L), ZoneOffset.UTC));
        seed("{\"name\":\"new\"}");

        assertThat(names(search(SEARCH, "{}"))).containsExactly("new");
        assertThat(names(search(ARCHIVE, "{}"))).containsExactly("old");
    }

    @Test
    void finds_deleted_records_only_with_include_deleted() throws IOException {
        seed("{\"name\":\"gone\",\"deleted\":true}");

        assertThat(names(search(SEARCH, "{}"))).isEmpty();
        assertThat(names(search(SEARCH, "{\"includeDeleted\":true}"))).containsExactly("gone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"queryContext\":\"user\"}",
                "{\"filter\":[]}",
                "{\"and\":\"name\"}",
                "{\"and\":[{\"customer_name\":{\"like\":\"a\"}}]}",
                "{\"and\":[{\"customer_name\":\"ada\"}]}",
                "{\"and\":[{\"customer_name\":{}}]}",
                "{\"sort\":[{\"customer_name\":\"up\"}]}"
            })
    void an_invalid_search_is_refused(String search) throws IOException {
        assertThat(client.post(SEARCH, search).statusCode()).isEqualTo(400);

        seed("{\"name\":\"ada\"}");

        assertThat(client.post(SEARCH, search).statusCode()).isEqualTo(400);
    }

    @Test
    void the_archive_search_has_fewer_fields() throws IOException {
        assertThat(client.post(ARCHIVE, "{\"and\":[{\"customer_updated_at\":{\"gte\":\"2016\"}}]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.post(ARCHIVE, "{\"and\":[{\"customer_name\":{\"equals\":\"a\"}}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.post(ARCHIVE, "{\"aggs\":{}}").statusCode()).isEqualTo(400);
    }

    @Test
    void searches_have_their_own_rate_limit_and_count_for_the_organizations() throws IOException {
        simulator.settings().searchRateLimit(1);

        assertThat(client.post(SEARCH, "{}").statusCode()).isEqualTo(200);
        HttpResponse<String> over = client.post(SEARCH, "{}");
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.headers().firstValueAsLong("x-ratelimit-remaining").orElse(0))
                .isPositive();
        assertThat(client.post("/v1/customers", "{}").statusCode()).isEqualTo(201);

        simulator.settings().searchRateLimit(100);
        simulator.settings().rateLimit(0);
        assertThat(client.post(SEARCH, "{}").statusCode()).isEqualTo(429);
    }

    @Test
    void a_search_needs_a_role() throws IOException {
        simulator.addKey("reader", Set.of("org.permission.customer.read"));
        simulator.addKey("searcher", Set.of("org.user.search.read"));

        try (TestClient reader = new TestClient(simulator, "reader");
                TestClient searcher = new TestClient(simulator, "searcher")) {
            assertThat(reader.post(SEARCH, "{}").statusCode()).isEqualTo(403);
            assertThat(error(reader.post(SEARCH, "{}")).path("code").asText()).isEqualTo("forbidden");
            assertThat(searcher.post(SEARCH, "{}").statusCode()).isEqualTo(200);
        }
    }

    private void seed(String customer) {
        simulator.seedCustomer(customer);
    }

    private JsonNode search(String path, String body) {
        try {
            HttpResponse<String> response = client.post(path, body);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return json(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(JsonNode reply) {
        return StreamSupport.stream(reply.path("data").spliterator(), false)
                .map(one -> one.at("/attributes/name").asText())
                .toList();
    }

    private static List<String> ids(JsonNode reply) {
        return StreamSupport.stream(reply.path("data").spliterator(), false)
                .map(one -> one.path("id").asText())
                .toList();
    }
}
