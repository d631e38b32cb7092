package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.error;
import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final KustomerSimulator simulator = KustomerSimulator.start();
    private final TestClient client = new TestClient(simulator);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void an_unknown_or_missing_key_is_refused_with_401() throws IOException {
        HttpResponse<String> unknown = create("unknown");
        HttpResponse<String> missing =
                client.send(HttpRequest.newBuilder(simulator.baseUrl().resolve("/v1/customers/1"))
                        .build());

        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(error(unknown).path("code").asText()).isEqualTo("unauthorized");
        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(simulator.customers()).isEmpty();
    }

    @Test
    void the_roles_of_a_key_decide_what_it_may_do() throws IOException {
        simulator.addKey("reader", Set.of("org.permission.customer.read"));
        simulator.addKey("writer", Set.of("org.user.customer.write"));

        HttpResponse<String> forbidden = create("reader");
        simulator.settings().missingRoleStatus(401);

        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(create("reader").statusCode()).isEqualTo(401);
        assertThat(create("writer").statusCode()).isEqualTo(201);
    }

    @Test
    void a_key_of_another_region_is_refused_with_the_names_of_both_pods() throws IOException {
        simulator.addForeignKey("foreign", "prod2");

        HttpResponse<String> response = create("foreign");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(error(response).path("title").asText())
                .isEqualTo("Auth token associated with pod prod2 but request is being handled by prod1");
    }

    @Test
    void every_key_may_read_its_own_token() throws IOException {
        simulator.addKey("tracker", Set.of("org.tracking"));

        try (TestClient tracker = new TestClient(simulator, "tracker")) {
            HttpResponse<String> response = tracker.get("/v1/auth/tokens/current");

            assertThat(json(response).at("/data/attributes/roles/0").asText()).isEqualTo("org.tracking");
            assertThat(json(response).at("/data/attributes/lastTokenChars").asText())
                    .isEqualTo("cker");
            assertThat(Contract.live().responseProblems("GET", "/v1/auth/tokens/current", 200, json(response)))
                    .isEmpty();
        }
    }

    @Test
    void the_default_key_has_every_role_and_shows_them() throws IOException {
        JsonNode roles = json(client.get("/v1/auth/tokens/current")).at("/data/attributes/roles");

        assertThat(roles)
                .extracting(JsonNode::asText)
                .contains("org.permission.customer.create", "org.permission.note.create", "org.user.search.read")
                .doesNotContain("")
                .isSorted();
    }

    @Test
    void error_bodies_can_have_the_new_shape() throws IOException {
        simulator.settings().errorShape(ErrorShape.NEW);

        HttpResponse<String> response = client.post("/v1/customers", "{\"nick\": 1}");

        assertThat(json(response)).isEqualTo(Json.parse("""
                                {"errors":[{"code":"bad_request","message":"Additional properties not allowed (nick)","meta":{}}]}
                                """));
    }

    @Test
    void replies_have_the_headers_of_the_real_api() throws IOException {
        HttpResponse<String> response = client.post("/v1/customers", "{}");

        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(response.headers().firstValue("x-kustomer-pod")).hasValue("prod1");
        assertThat(response.headers().firstValue("x-amz-cf-id")).isPresent();
        assertThat(response.headers().firstValue("date")).isPresent();
        assertThat(response.headers().firstValue("x-ratelimit-limit")).isPresent();
        assertThat(response.headers().firstValue("x-ratelimit-remaining")).isPresent();
        assertThat(response.headers().firstValue("x-ratelimit-reset")).isEmpty();
    }

    @Test
    void the_rate_limit_of_the_organization_starts_again_with_each_window() throws IOException {
        simulator.settings().clock(Clock.fixed(NOW, ZoneOffset.UTC));
        simulator.settings().rateLimit(2);
        client.post("/v1/customers", "{}");
        HttpResponse<String> last = client.post("/v1/customers", "{}");

        HttpResponse<String> over = client.post("/v1/customers", "{}");
        simulator.settings().clock(Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC));
        HttpResponse<String> later = client.post("/v1/customers", "{}");

        assertThat(last.statusCode()).isEqualTo(201);
        assertThat(last.headers().firstValue("x-ratelimit-remaining")).hasValue("0");
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.headers().firstValueAsLong("x-ratelimit-reset"))
                .hasValue(NOW.plusSeconds(60).getEpochSecond());
        assertThat(over.headers().firstValue("retry-after")).isEmpty();
        assertThat(error(over).path("status").asInt()).isEqualTo(429);
        assertThat(later.statusCode()).isEqualTo(201);
        assertThat(simulator.customers()).hasSize(3);
    }

    @Test
    void a_429_can_have_retry_after_as_seconds_or_as_a_date() throws IOException {
        simulator.settings().clock(Clock.fixed(NOW, ZoneOffset.UTC));
        simulator.settings().rateLimit(0);
        simulator.settings().window(Duration.ofMillis(1500));

        simulator.settings().retryAfter(RetryAfter.SECONDS);
        assertThat(client.post("/v1/customers", "{}").headers().firstValue("retry-after"))
                .hasValue("2");
        simulator.settings().retryAfter(RetryAfter.HTTP_DATE);
        String date = client.post("/v1/customers", "{}")
                .headers()
                .firstValue("retry-after")
                .orElseThrow();
        assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void a_body_of_more_than_100_kilobytes_is_refused_with_413() throws IOException {
        HttpResponse<String> response =
                client.post("/v1/customers", "{\"name\": \"%s\"}".formatted("x".repeat(100 * 1024)));

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void a_body_with_another_content_type_is_refused_with_415() throws IOException {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(simulator.baseUrl().resolve("/v1/customers"))
                        .header("Authorization", "Bearer " + KustomerSimulator.API_KEY)
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build());

        assertThat(response.statusCode()).isEqualTo(415);
    }

    @Test
    void unknown_paths_and_methods_are_refused_and_recorded_as_unexpected() throws IOException {
        assertThatNoException().isThrownBy(simulator::assertNothingUnexpected);

        assertThat(client.get("/v1/nowhere").statusCode()).isEqualTo(404);
        assertThat(client.send("PATCH", "/v1/customers", "{}").statusCode()).isEqualTo(405);

        assertThat(simulator.unexpected())
                .extracting(RecordedRequest::target)
                .containsExactly("/v1/nowhere", "/v1/customers");
        assertThatThrownBy(simulator::assertNothingUnexpected)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/v1/nowhere");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/customers/5f0000000000000000000bad",
        "/v1/customers/email=nobody%40example.org",
        "/v1/customers/5f0000000000000000000bad/conversations",
        "/v1/conversations/externalId=none",
        "/v1/messages/externalid=none",
        "/v1/notes/5f0000000000000000000bad",
        "/v1/users/5f0000000000000000000bad"
    })
    void a_missing_record_has_the_error_body_of_kustomer_in_both_shapes(String path) throws IOException {
        HttpResponse<String> old = client.get(path);
        simulator.settings().errorShape(ErrorShape.NEW);
        HttpResponse<String> recent = client.get(path);

        assertThat(old.statusCode()).isEqualTo(404);
        assertThat(error(old).path("status").asInt()).isEqualTo(404);
        assertThat(error(old).path("code").asText()).isEqualTo("notfound");
        assertThat(error(old).path("title").asText()).isEqualTo("Not Found");
        assertThat(error(old).at("/source/parameter").asText()).isNotEmpty();
        assertThat(recent.statusCode()).isEqualTo(404);
        assertThat(error(recent).path("code").asText()).isEqualTo("not_found");
        assertThat(error(recent).path("message").asText()).startsWith("Not Found");
        assertThat(error(recent).path("meta").isObject()).isTrue();
        assertThat(Contract.live().responseProblems("GET", path, 404, json(recent)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_endpoint_is_named_in_words(ErrorShape shape) throws IOException {
        simulator.settings().errorShape(shape);

        JsonNode unknownPath = error(client.get("/v1/kb/articles?page=2"));
        JsonNode unknownMethod = error(client.send("PATCH", "/v1/customers", "{}"));

        assertThat(unknownPath.toString())
                .contains("The simulator does not have GET /v1/kb/articles. ", "Request the endpoint", "real Kustomer");
        assertThat(unknownMethod.toString()).contains("The simulator does not have PATCH /v1/customers, only POST. ");
        assertThat(simulator.unexpected()).hasSize(2);
    }

    @Test
    void a_reset_clears_everything_but_the_settings() throws IOException {
        simulator.seedCustomer("{\"externalId\": \"c-1\"}");
        client.get("/v1/nowhere");

        simulator.reset();

        assertThat(simulator.customers()).isEmpty();
        assertThat(simulator.requests()).isEmpty();
        assertThat(simulator.unexpected()).isEmpty();
        assertThat(client.post("/v1/customers", "{\"externalId\": \"c-1\"}").statusCode())
                .isEqualTo(201);
    }

    private HttpResponse<String> create(String key) throws IOException {
        try (TestClient other = new TestClient(simulator, key)) {
            return other.post("/v1/customers", "{}");
        }
    }
}
