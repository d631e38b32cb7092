package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.error;
import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Companies, and the deletion of notes. */
class CompaniesTest {

    private static final String COMPANIES = "/v1/companies";

    private final KustomerSimulator simulator = KustomerSimulator.start();
    private final TestClient client = new TestClient(simulator);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void a_company_is_created_read_and_updated() throws IOException {
        JsonNode created = keepsContract("POST", COMPANIES, client.post(COMPANIES, """
                {"name": "ACME", "externalId": "A-1", "domains": [{"domain": "acme.example.org"}],
                 "emails": [{"email": "info@acme.example.org"}], "employeeCount": 7, "tags": ["vip"]}"""));
        String path = COMPANIES + "/" + created.at("/data/id").asText();

        JsonNode read = keepsContract("GET", path, client.get(path));
        JsonNode updated = keepsContract("PUT", path, client.send("PUT", path, "{\"externalId\": null, \"rev\": 1}"));

        assertThat(read).isEqualTo(created);
        assertThat(created.at("/data/links/self").asText()).isEqualTo(path);
        assertThat(updated.at("/data/attributes/externalId").isMissingNode()).isTrue();
        assertThat(updated.at("/data/attributes/employeeCount").asInt()).isEqualTo(7);
        assertThat(client.send("PUT", path, "{\"name\": \"Acme\", \"rev\": 1}").statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name     | {}",
                "name     | {\"name\": \"AB\"}",
                "domain   | {\"name\": \"ACME\", \"domains\": [{\"domain\": \"not a domain\"}]}",
                "parent   | {\"name\": \"ACME\", \"parent\": \"x\"}",
                "deleted  | {\"name\": \"ACME\", \"deleted\": true}"
            })
    void a_create_that_breaks_the_schema_is_refused_with_its_field(String field, String body) throws IOException {
        HttpResponse<String> refused = client.post(COMPANIES, body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused).at("/source/parameter").asText()).isEqualTo(field);
    }

    @Test
    void neither_names_nor_external_ids_are_unique() throws IOException {
        String acme = "{\"name\": \"ACME\", \"externalId\": \"A-1\"}";

        assertThat(client.post(COMPANIES, acme).statusCode()).isEqualTo(201);
        assertThat(client.post(COMPANIES, acme).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"?externalId=A-1, 1", "?externalId=A, 0", "?filter=acme, 2", "?filter=acme&externalId=A-1, 3", "'', 3"})
    void companies_are_filtered_by_one_filter_and_two_cancel_each_other(String query, int found) throws IOException {
        simulator.seedRecord("company", "{\"name\": \"ACME\", \"externalId\": \"A-1\"}");
        simulator.seedRecord("company", "{\"name\": \"Acme Trading\"}");
        simulator.seedRecord("company", "{\"name\": \"Other\"}");

        JsonNode list = keepsContract("GET", COMPANIES, client.get(COMPANIES + query));

        assertThat(list.path("data")).hasSize(found);
    }

    @Test
    void an_update_deletes_a_company_and_there_is_no_other_way() throws IOException {
        String path = COMPANIES + "/" + simulator.seedRecord("company", "{\"name\": \"ACME\"}");

        assertThat(client.send("PUT", path, "{\"deleted\": true}").statusCode()).isEqualTo(200);

        assertThat(client.get(path).statusCode()).isEqualTo(404);
        assertThat(client.send("PUT", path, "{\"deleted\": true}").statusCode()).isEqualTo(404);
        assertThat(json(client.get(COMPANIES)).path("data")).isEmpty();
        assertThat(client.send("DELETE", path, "").statusCode()).isEqualTo(405);
    }

    @Test
    void a_company_needs_its_roles() throws IOException {
        simulator.addKey("reader", Set.of("org.permission.company.read"));

        try (TestClient reader = new TestClient(simulator, "reader")) {
            assertThat(reader.get(COMPANIES).statusCode()).isEqualTo(200);
            assertThat(reader.post(COMPANIES, "{\"name\": \"ACME\"}").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_note_is_deleted_once_by_a_key_with_its_role() throws IOException {
        String path = "/v1/notes/" + simulator.seedRecord("note", "{\"body\": \"x\"}");
        simulator.addKey("writer", Set.of("org.user.note.write"));

        List<Integer> statuses;
        try (TestClient writer = new TestClient(simulator, "writer")) {
            statuses = List.of(
                    writer.send("DELETE", path, "").statusCode(),
                    client.send("DELETE", path, "").statusCode(),
                    client.send("DELETE", path, "").statusCode());
        }

        assertThat(statuses).containsExactly(403, 204, 404);
        assertThat(Contract.live().responseProblems("DELETE", path, 204, null)).isEmpty();
    }

    private static JsonNode keepsContract(String method, String path, HttpResponse<String> response) {
        assertThat(Contract.live().responseProblems(method, path, response.statusCode(), json(response)))
                .isEmpty();
        assertThat(response.statusCode()).isLessThan(300);
        return json(response);
    }
}
