package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.error;
import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergesTest {

    @AutoClose
    private final KustomerSimulator simulator = KustomerSimulator.start();

    @AutoClose
    private final TestClient client = new TestClient(simulator);

    private final String ada = simulator.seedCustomer("""
            {"name": "Ada", "externalId": "c1", "emails": [{"email": "ada@example.org"}], "tags": ["vip"]}""");
    private final String other = simulator.seedCustomer("""
            {"name": "A. L.", "externalId": "c2", "emails": [{"email": "al@example.org"}], "tags": ["vip", "beta"]}""");

    @Test
    void a_merge_leaves_one_customer_with_the_lists_of_both() throws IOException {
        HttpResponse<String> response = merge(other, ada);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(Contract.live().responseProblems("POST", "/v1/customers/merges", 201, json(response)))
                .isEmpty();
        assertThat(simulator.customers()).hasSize(1);
        JsonNode attributes = simulator.customers().getFirst().path("attributes");
        assertThat(attributes.path("name").asText()).isEqualTo("Ada");
        assertThat(attributes.path("externalId").asText()).isEqualTo("c1");
        assertThat(attributes.path("emails").findValuesAsText("email"))
                .containsExactly("ada@example.org", "al@example.org");
        assertThat(attributes.path("tags")).hasSize(2);
        assertThat(client.get("/v1/customers/" + other).statusCode()).isEqualTo(404);
        assertThat(json(client.get("/v1/customers/email=al%40example.org"))
                        .at("/data/id")
                        .asText())
                .isEqualTo(ada);
    }

    @Test
    void a_merge_gives_the_records_of_the_source_to_the_target() throws IOException {
        String conversation = simulator.seedConversation("{\"customer\": \"%s\"}".formatted(other));
        client.post("/v1/conversations/%s/notes".formatted(conversation), "{\"body\": \"calls back\"}");
        client.post(
                "/v1/conversations/%s/messages".formatted(conversation),
                "{\"channel\": \"email\", \"app\": \"postmark\"}");
        client.post("/v1/customers/%s/drafts".formatted(other), "{\"channel\": \"sms\", \"body\": \"Hi\"}");
        client.post("/v1/customers/%s/klasses/order".formatted(other), "{\"title\": \"Order 7\"}");

        merge(other, ada);

        assertThat(List.of("conversation", "note", "message", "draft", "kobject.order"))
                .flatExtracting(simulator::records)
                .hasSize(5)
                .allMatch(record -> ResourceParts.related(record, "customer").equals(ada))
                .allMatch(record -> record.at("/attributes/rev").asInt() == 2);
        assertThat(json(client.get("/v1/customers/%s/conversations".formatted(ada)))
                        .path("data"))
                .hasSize(1);
    }

    @Test
    void lists_the_merges_of_a_customer() throws IOException {
        merge(other, ada);

        HttpResponse<String> response = client.get("/v1/customers/" + ada + "/merges?pageSize=100");

        assertThat(Contract.live().responseProblems("GET", "/v1/customers/" + ada + "/merges", 200, json(response)))
                .isEmpty();
        assertThat(json(response).path("data")).hasSize(1);
        assertThat(json(response).at("/data/0/relationships/source/data/id").asText())
                .isEqualTo(other);
        assertThat(client.get("/v1/customers/" + other + "/merges").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_merged_customer_cannot_be_merged_again() throws IOException {
        merge(other, ada);

        HttpResponse<String> again = merge(other, ada);

        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(error(again).at("/source/parameter").asText()).isEqualTo("source");
        assertThat(simulator.records("customer_merge")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}
                    {"source": "%1$s"}
                    {"source": "%1$s", "target": "%1$s"}
                    {"source": "%1$s", "target": "%2$s", "note": "x"}
                    {"source": 1, "target": "%2$s"}
                    """)
    void a_merge_needs_two_different_customers(String body) throws IOException {
        assertThat(client.post("/v1/customers/merges", body.formatted(other, ada))
                        .statusCode())
                .isEqualTo(400);
        assertThat(simulator.customers()).hasSize(2);
    }

    @Test
    void an_update_without_company_removes_the_company() throws IOException {
        String id = simulator.seedCustomer("{\"company\": \"5f00000000000000000000c0\"}");

        client.send("PUT", "/v1/customers/" + id, "{\"name\": \"x\"}");

        assertThat(json(client.get("/v1/customers/" + id))
                        .at("/data/relationships")
                        .has("company"))
                .isFalse();
    }

    private HttpResponse<String> merge(String source, String target) throws IOException {
        return client.post(
                "/v1/customers/merges", "{\"source\": \"%s\", \"target\": \"%s\"}".formatted(source, target));
    }
}
