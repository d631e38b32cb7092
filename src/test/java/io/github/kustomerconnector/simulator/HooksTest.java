package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Inbound web hooks and their transactions. */
class HooksTest {

    private final KustomerSimulator simulator = KustomerSimulator.start();
    private final TestClient client = new TestClient(simulator);
    private final String hook =
            simulator.seedRecord("web_hook", "{\"title\": \"Orders\", \"hash\": \"0123456789abcdef\"}");

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void each_post_is_a_transaction_and_the_newest_is_listed_first() throws IOException {
        HttpResponse<String> first = post("{\"order\": 1}");
        HttpResponse<String> second = post("{\"order\": 1}");

        String path = "/v1/hooks/web/" + hook + "/transactions";
        HttpResponse<String> listed = client.get(path);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(json(first).path("data").has("attributes")).isFalse();
        assertThat(json(listed).path("data"))
                .extracting(transaction -> transaction.path("id").asText())
                .containsExactly(TestClient.id(second), TestClient.id(first));
        assertThat(json(listed).at("/data/0/attributes/data/order").asInt()).isEqualTo(1);
        assertThat(Contract.live().responseProblems("GET", path, 200, json(listed)))
                .isEmpty();
        assertThat(Contract.live().responseProblems("POST", "/v1/hooks/web/x", 200, json(first)))
                .isEmpty();
    }

    @Test
    void only_the_role_for_hooks_may_post_and_it_may_not_read() throws IOException {
        simulator.addKey("poster", Set.of("org.hooks"));
        simulator.addKey("user", Set.of("org.user", "org.admin", "org.permission"));

        try (TestClient poster = new TestClient(simulator, "poster");
                TestClient user = new TestClient(simulator, "user")) {
            assertThat(poster.post("/v1/hooks/web/0123456789abcdef", "{}").statusCode())
                    .isEqualTo(200);
            assertThat(poster.get("/v1/hooks/web/" + hook + "/transactions").statusCode())
                    .isEqualTo(403);
            assertThat(user.post("/v1/hooks/web/0123456789abcdef", "{}").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_body_may_have_400_kb() throws IOException {
        String fits = "{\"text\": \"%s\"}".formatted("x".repeat(400 * 1024 - 20));
        String tooLarge = "{\"text\": \"%s\"}".formatted("x".repeat(400 * 1024));

        assertThat(post(fits).statusCode()).isEqualTo(200);
        assertThat(post(tooLarge).statusCode()).isEqualTo(413);
        assertThat(simulator.records("web_hook_transaction")).hasSize(1);
    }

    @Test
    void an_unknown_hook_does_not_exist() throws IOException {
        assertThat(client.post("/v1/hooks/web/unknown", "{}").statusCode()).isEqualTo(404);
        assertThat(client.get("/v1/hooks/web/unknown/transactions").statusCode())
                .isEqualTo(404);
    }

    @Test
    void hooks_are_listed() throws IOException {
        JsonNode hooks = json(client.get("/v1/hooks/web"));

        assertThat(hooks.at("/data/0/id").asText()).isEqualTo(hook);
        assertThat(json(client.get("/v1/hooks/web/" + hook))
                        .at("/data/attributes/title")
                        .asText())
                .isEqualTo("Orders");
    }

    private HttpResponse<String> post(String body) throws IOException {
        return client.post("/v1/hooks/web/0123456789abcdef", body);
    }
}
