package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedDialectTest {

    private final KustomerSimulator simulator = KustomerSimulator.start(Dialect.REQUESTED);
    private final TestClient client = new TestClient(simulator);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void answers_200_and_the_bare_record() throws IOException {
        HttpResponse<String> customer = client.post("/v1/customers", "{\"name\": \"Jane\"}");
        HttpResponse<String> conversation = client.post(
                "/v1/conversations",
                "{\"customer\": \"%s\", \"channel\": \"email\", \"status\": \"snoozed\"}"
                        .formatted(json(customer).path("id").asText()));

        JsonNode attributes = json(conversation).path("attributes");
        assertThat(customer.statusCode()).isEqualTo(200);
        assertThat(json(customer).propertyStream().map(field -> field.getKey()))
                .containsExactlyInAnyOrder("type", "id", "attributes");
        assertThat(attributes.path("channel").asText()).isEqualTo("email");
        assertThat(attributes.path("status").asText()).isEqualTo("snoozed");
        assertThat(Contract.requested().responseProblems("POST", "/v1/customers", 200, json(customer)))
                .isEmpty();
        assertThat(Contract.requested().responseProblems("POST", "/v1/conversations", 200, json(conversation)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": 1}", "{\"emails\": [{\"email\": \"nowhere\"}]}", "{"})
    void answers_an_invalid_body_with_422(String body) throws IOException {
        HttpResponse<String> response = client.post("/v1/customers", body);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Contract.requested().responseProblems("POST", "/v1/customers", 422, json(response)))
                .isEmpty();
    }

    @Test
    void has_only_the_two_creates() throws IOException {
        String id = simulator.seedCustomer("{}");

        assertThat(client.get("/v1/customers/" + id).statusCode()).isEqualTo(404);
        assertThat(client.get("/v1/customers").statusCode()).isEqualTo(405);
        assertThat(simulator.unexpected()).hasSize(2);
    }

    @Test
    void answers_an_unknown_key_with_401() throws IOException {
        try (TestClient stranger = new TestClient(simulator, "unknown")) {
            assertThat(stranger.post("/v1/customers", "{}").statusCode()).isEqualTo(401);
        }
    }
}
