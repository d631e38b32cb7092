package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of records: their links, and several ids in one address. */
final class ListsTest {

    @AutoClose
    private final KustomerSimulator kustomer = KustomerSimulator.start();

    @AutoClose
    private final TestClient client = new TestClient(kustomer);

    private String first = "";
    private String second = "";

    @BeforeEach
    void seed() {
        String customer = kustomer.seedCustomer("{}");
        first = kustomer.seedConversation("{\"name\": \"Lamp 1\", \"customer\": \"%s\"}".formatted(customer));
        second = kustomer.seedConversation("{\"name\": \"Lamp 2\", \"customer\": \"%s\"}".formatted(customer));
    }

    @Test
    void the_next_page_has_the_filter_of_the_first_one() throws IOException {
        IntStream.range(0, 6)
                .forEach(i -> kustomer.seedRecord(
                        "company", "{\"name\": \"%s %s\"}".formatted(i % 2 == 0 ? "Acme & Söhne" : "Other", i)));

        assertThat(names("/v1/companies?filter=Acme%20%26%20S%C3%B6hne&pageSize=2"))
                .containsExactly("Acme & Söhne 0", "Acme & Söhne 2", "Acme & Söhne 4");
    }

    @Test
    void the_next_page_has_the_order_of_the_first_one() throws IOException {
        IntStream.range(0, 3).forEach(i -> kustomer.seedRecord("kobject.order", "{\"title\": \"%s\"}".formatted(i)));

        assertThat(names("/v1/klasses/order?pageSize=1&sort=desc&page=1")).containsExactly("2", "1", "0");
    }

    @Test
    void the_next_page_of_a_search_has_only_ids_as_the_first_one() throws IOException {
        JsonNode page = TestClient.json(client.post(
                "/v1/customers/search?idsOnly=true&pageSize=1",
                "{\"queryContext\": \"conversation\", \"and\": [{\"conversation_name\": {\"contains\": \"Lamp\"}}]}"));

        assertThat(page.at("/links/next").asText()).isEqualTo("/v1/customers/search?page=2&pageSize=1&idsOnly=true");
        assertThat(page.at("/links/last").asText())
                .isEqualTo(page.at("/links/next").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "%2C"})
    void several_ids_yield_a_list(String comma) throws IOException {
        HttpResponse<String> reply =
                client.get("/v1/conversations/" + second + comma + first + comma + "5e0a17c4000000000000ffff");

        assertThat(TestClient.json(reply).at("/data").valueStream().map(ListsTest::name))
                .containsExactly("Lamp 2", "Lamp 1");
        assertThat(Contract.live()
                        .responseProblems(
                                "GET",
                                "/v1/customers/5e0a17c4000000000000ffff/conversations",
                                reply.statusCode(),
                                TestClient.json(reply)))
                .isEmpty();
    }

    @Test
    void several_ids_of_users_yield_a_list() throws IOException {
        String ada = kustomer.seedRecord("user", "{\"name\": \"Ada\"}");
        String grace = kustomer.seedRecord("user", "{\"name\": \"Grace\"}");

        HttpResponse<String> reply = client.get("/v1/users/" + ada + "," + grace);

        assertThat(TestClient.json(reply).at("/data").valueStream().map(ListsTest::name))
                .containsExactly("Ada", "Grace");
        assertThat(Contract.live().responseProblems("GET", "/v1/users", reply.statusCode(), TestClient.json(reply)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversations", "messages", "drafts", "klasses/order"})
    void an_unknown_customer_has_no_list(String kind) throws IOException {
        assertThat(client.get("/v1/customers/5e0a17c4000000000000ffff/" + kind).statusCode())
                .isEqualTo(404);
    }

    private List<String> names(String path) throws IOException {
        List<String> names = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = TestClient.json(client.get(next));
            page.path("data").forEach(record -> names.add(name(record)));
            next = page.at("/links/next").asText("");
        }
        return names;
    }

    private static String name(JsonNode record) {
        JsonNode attributes = record.path("attributes");
        return attributes.path("name").asText(attributes.path("title").asText());
    }
}
