package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.Fault.Step.AFTER_READING;
import static io.github.kustomerconnector.simulator.Fault.Step.AFTER_STORING;
import static io.github.kustomerconnector.simulator.Fault.Step.BEFORE_READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final KustomerSimulator simulator = KustomerSimulator.start();
    private final TestClient client = new TestClient(simulator);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_reply_keeps_what_was_stored_before_the_fault(Fault.Step step) throws IOException {
        simulator.inject(Fault.close(step), RequestMatcher.any(), 1);

        assertThatThrownBy(this::create).isInstanceOf(IOException.class);

        assertThat(simulator.customers()).hasSize(step == AFTER_STORING ? 1 : 0);
        assertThat(simulator.requests()).hasSize(1);
        assertThat(simulator.requests().getFirst().status()).isEmpty();
        assertThat(simulator.injected()).isEqualTo(Map.of(Fault.Kind.CLOSE, 1));
        assertThat(create().statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource
    void a_closed_connection_ends_in_order(Fault.Step step) throws IOException {
        simulator.inject(Fault.close(step), RequestMatcher.any(), 1);

        assertThat(rawCreate()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_reset_connection_is_reset(Fault.Step step) {
        simulator.inject(Fault.reset(step), RequestMatcher.any(), 1);

        assertThatThrownBy(this::rawCreate).isInstanceOf(SocketException.class).hasMessageContaining("reset");

        assertThat(simulator.customers()).hasSize(step == AFTER_STORING ? 1 : 0);
        assertThat(simulator.injected()).isEqualTo(Map.of(Fault.Kind.RESET, 1));
    }

    @Test
    void a_stalled_request_continues_after_its_duration() throws IOException {
        Duration stall = Duration.ofMillis(50);
        simulator.inject(Fault.stall(AFTER_STORING, stall), RequestMatcher.any(), 1);
        long start = System.nanoTime();

        assertThat(create().statusCode()).isEqualTo(201);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(stall);
    }

    @ParameterizedTest
    @EnumSource
    void a_stall_begins_at_its_step_and_ends_when_the_simulator_is_reset(Fault.Step step) {
        simulator.inject(Fault.stall(step, LONG), RequestMatcher.any(), 1);

        CompletableFuture<Void> request = CompletableFuture.runAsync(
                () -> assertThatThrownBy(this::create).isInstanceOf(IOException.class));
        await().atMost(LONG).until(() -> simulator.injected().containsKey(Fault.Kind.STALL));
        int stored = simulator.customers().size();
        simulator.reset();

        assertThat(stored).isEqualTo(step == AFTER_STORING ? 1 : 0);
        assertThat(request).succeedsWithin(LONG);
        assertThat(simulator.customers()).isEmpty();
    }

    @Test
    void half_a_body_has_the_content_length_of_the_whole_body() throws IOException {
        simulator.inject(Fault.halfBody(AFTER_STORING), RequestMatcher.any(), 2);

        String raw = rawCreate();

        assertThat(raw).startsWith("HTTP/1.1 201 ");
        assertThat(body(raw)).startsWith("{\"data\"").hasSize(announced(raw) / 2);
        assertThatThrownBy(this::create).isInstanceOf(IOException.class);
        assertThat(simulator.customers()).hasSize(2);
    }

    @Test
    void a_slow_drip_sends_the_whole_body() throws IOException {
        simulator.inject(Fault.slowDrip(AFTER_STORING, Duration.ofNanos(1000)), RequestMatcher.any(), 1);

        HttpResponse<String> response = create();

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(TestClient.id(response)).hasSize(24);
    }

    @Test
    void a_slow_drip_ends_when_the_simulator_is_closed() {
        simulator.inject(Fault.slowDrip(AFTER_STORING, LONG), RequestMatcher.any(), 1);

        CompletableFuture<Void> request = CompletableFuture.runAsync(
                () -> assertThatThrownBy(this::create).isInstanceOf(IOException.class));
        await().atMost(LONG).until(() -> simulator.injected().containsKey(Fault.Kind.SLOW_DRIP));
        simulator.close();

        assertThat(request).succeedsWithin(LONG);
    }

    @Test
    void html_pages_and_empty_bodies_replace_the_reply() throws IOException {
        simulator.inject(Fault.htmlError(AFTER_READING), RequestMatcher.any(), 1);
        simulator.inject(Fault.emptySuccess(AFTER_STORING), RequestMatcher.any(), 1);
        simulator.inject(Fault.htmlSuccess(AFTER_STORING), RequestMatcher.any(), 1);

        HttpResponse<String> gateway = create();
        HttpResponse<String> empty = create();
        HttpResponse<String> portal = create();

        assertThat(gateway.statusCode()).isEqualTo(502);
        assertThat(gateway.headers().firstValue("content-type")).hasValue("text/html");
        assertThat(gateway.body()).startsWith("<html>");
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
        assertThat(portal.statusCode()).isEqualTo(200);
        assertThat(portal.body()).startsWith("<html>");
        assertThat(simulator.customers()).hasSize(2);
        assertThat(simulator.requests())
                .extracting(request -> request.status().orElseThrow())
                .containsExactly(502, 200, 200);
    }

    @Test
    void a_huge_body_has_the_configured_size() throws IOException {
        simulator.inject(Fault.hugeBody(AFTER_STORING, 5_000_000), RequestMatcher.any(), 1);

        HttpResponse<String> response = create();

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).hasSizeGreaterThan(5_000_000);
    }

    @Test
    void a_status_fault_sends_its_headers_at_every_step() throws IOException {
        simulator.inject(Fault.status(BEFORE_READING, 503, Map.of("Retry-After", "7")), RequestMatcher.any(), 1);
        simulator.inject(Fault.redirect(AFTER_READING, "https://example.org/"), RequestMatcher.any(), 1);

        HttpResponse<String> unavailable = create();
        HttpResponse<String> redirect = create();

        assertThat(unavailable.statusCode()).isEqualTo(503);
        assertThat(unavailable.headers().firstValue("retry-after")).hasValue("7");
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().firstValue("location")).hasValue("https://example.org/");
        assertThat(simulator.injected()).isEqualTo(Map.of(Fault.Kind.STATUS, 1, Fault.Kind.REDIRECT, 1));
        assertThat(simulator.customers()).isEmpty();
    }

    @Test
    void a_fault_affects_only_matching_requests_and_only_as_often_as_configured() throws IOException {
        RequestMatcher secondPost = RequestMatcher.method("POST")
                .and(RequestMatcher.path("/v1/customers"))
                .nth(2);
        simulator.inject(Fault.status(AFTER_READING, 500, Map.of()), secondPost, 1);
        simulator.inject(Fault.status(AFTER_READING, 504, Map.of()), RequestMatcher.method("GET"), 2);

        assertThat(create().statusCode()).isEqualTo(201);
        assertThat(client.get("/v1/customers/1").statusCode()).isEqualTo(504);
        assertThat(create().statusCode()).isEqualTo(500);
        assertThat(create().statusCode()).isEqualTo(201);
        assertThat(client.get("/v1/customers/1").statusCode()).isEqualTo(504);
        assertThat(client.get("/v1/customers/1").statusCode()).isEqualTo(404);
    }

    @Test
    void a_gateway_answers_404_with_a_page_or_without_a_body() throws IOException {
        simulator.inject(Fault.htmlNotFound(AFTER_READING), RequestMatcher.any(), 1);
        simulator.inject(Fault.emptyNotFound(AFTER_STORING), RequestMatcher.any(), 1);

        HttpResponse<String> page = create();
        HttpResponse<String> empty = create();

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html");
        assertThat(page.body()).startsWith("<html>");
        assertThat(empty.statusCode()).isEqualTo(404);
        assertThat(empty.body()).isEmpty();
        assertThat(simulator.customers()).hasSize(1);
        assertThat(simulator.injected()).isEqualTo(Map.of(Fault.Kind.HTML_NOT_FOUND, 1, Fault.Kind.EMPTY_NOT_FOUND, 1));
    }

    @Test
    void no_content_can_announce_a_length() throws IOException {
        simulator.inject(Fault.noContentWithLength(AFTER_STORING, 2), RequestMatcher.any(), 1);

        String raw = rawCreate();

        assertThat(raw).startsWith("HTTP/1.1 204 ");
        assertThat(announced(raw)).isEqualTo(2);
        assertThat(body(raw)).isEmpty();
        assertThat(simulator.customers()).hasSize(1);
        assertThat(simulator.requests().getFirst().status()).hasValue(204);
    }

    @Test
    void a_reply_can_be_zipped_without_request() throws IOException {
        simulator.inject(Fault.gzip(), RequestMatcher.any(), 1);

        HttpResponse<byte[]> response = client.bytes("/v1/users/current");

        assertThat(response.headers().firstValue("content-encoding")).hasValue("gzip");
        try (GZIPInputStream zipped = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            String body = new String(zipped.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Json.parse(body).at("/data/id").asText()).isEqualTo(ObjectIds.USER);
        }
    }

    @Test
    void a_success_can_have_errors_in_place_of_a_record() throws IOException {
        simulator.inject(Fault.errorsInSuccess(AFTER_STORING, "Try later"), RequestMatcher.any(), 1);

        HttpResponse<String> response = create();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(TestClient.error(response).path("title").asText()).isEqualTo("Try later");
        assertThat(TestClient.json(response).has("data")).isFalse();
    }

    @Test
    void a_reply_can_have_another_id() throws IOException {
        String id = TestClient.id(create());
        simulator.inject(Fault.otherId(ObjectIds.ORGANIZATION), RequestMatcher.any(), 2);

        HttpResponse<String> other = client.get("/v1/customers/" + id);
        HttpResponse<String> list = client.get("/v1/users");

        assertThat(TestClient.id(other)).isEqualTo(ObjectIds.ORGANIZATION);
        assertThat(TestClient.json(list).at("/data/0/id").asText()).isEqualTo(ObjectIds.USER);
        assertThat(TestClient.id(client.get("/v1/customers/" + id))).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"1, '3 4 5', '6 7'", "-1, '5 6 7', ''"})
    void records_can_move_between_pages(int places, String second, String third) throws IOException {
        String owner = TestClient.id(create());
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            ids.add(simulator.seedConversation("{\"customer\": \"%s\"}".formatted(owner)));
        }
        String path = "/v1/customers/%s/conversations?pageSize=3".formatted(owner);
        simulator.inject(Fault.movedRecords(places), request -> request.target().contains("page=2"), 1);

        JsonNode page1 = TestClient.json(client.get(path));
        JsonNode page2 = TestClient.json(client.get(page1.at("/links/next").asText()));
        JsonNode page3 = TestClient.json(client.get(path + "&page=3"));

        assertThat(numbers(page1, ids)).isEqualTo("1 2 3");
        assertThat(numbers(page2, ids)).isEqualTo(second);
        assertThat(numbers(page3, ids)).isEqualTo(third);
        assertThat(page2.at("/links/next").isNull()).isEqualTo(third.isEmpty());
    }

    @Test
    void records_move_between_the_pages_of_a_search_too() throws IOException {
        List<String> ids = List.of(TestClient.id(create()), TestClient.id(create()), TestClient.id(create()));
        String path = "/v1/customers/search?pageSize=2&page=";
        simulator.inject(Fault.movedRecords(1), request -> request.target().contains("page=2"), 1);

        JsonNode page1 = TestClient.json(client.post(path + 1, "{}"));
        JsonNode page2 = TestClient.json(client.post(path + 2, "{}"));

        assertThat(numbers(page1, ids)).isEqualTo("1 2");
        assertThat(numbers(page2, ids)).isEqualTo("2 3");
        assertThat(page1.at("/meta/total").asInt()).isEqualTo(3);
        assertThat(page2.at("/meta/total").asInt()).isEqualTo(4);
    }

    @Test
    void a_new_record_can_be_readable_late() throws IOException {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        simulator.settings().clock(Clock.fixed(now, ZoneOffset.UTC));
        simulator.inject(Fault.readLag(Duration.ofMillis(400)), RequestMatcher.method("POST"), 1);
        String path = "/v1/customers/" + TestClient.id(client.post("/v1/customers", "{\"externalId\": \"c-1\"}"));

        HttpResponse<String> early = client.get(path);
        HttpResponse<String> twice = client.post("/v1/customers", "{\"externalId\": \"c-1\"}");
        HttpResponse<String> update = client.send("PUT", path, "{\"name\": \"Ada\"}");
        simulator.settings().clock(Clock.fixed(now.plusMillis(400), ZoneOffset.UTC));

        assertThat(early.statusCode()).isEqualTo(404);
        assertThat(TestClient.error(early).path("code").asText()).isEqualTo("notfound");
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(update.statusCode()).isEqualTo(200);
        assertThat(client.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void a_new_record_can_be_readable_after_some_reads_and_its_reply_can_be_lost() throws IOException {
        simulator.inject(Fault.readLag(3), RequestMatcher.method("POST"), 1);
        simulator.inject(Fault.close(AFTER_STORING), RequestMatcher.method("POST"), 1);
        assertThatThrownBy(this::create).isInstanceOf(IOException.class);
        String path =
                "/v1/customers/" + simulator.customers().getFirst().path("id").asText();

        assertThat(client.get(path).statusCode()).isEqualTo(404);
        assertThat(TestClient.json(client.post("/v1/customers/search", "{}")).path("data"))
                .isEmpty();
        assertThat(client.get(path).statusCode()).isEqualTo(404);
        assertThat(client.get(path).statusCode()).isEqualTo(200);
        assertThat(simulator.injected()).isEqualTo(Map.of(Fault.Kind.READ_LAG, 1, Fault.Kind.CLOSE, 1));
    }

    @Test
    void a_reset_ends_read_lag_and_moves() throws IOException {
        simulator.inject(Fault.readLag(9), RequestMatcher.any(), 1);
        simulator.inject(Fault.movedRecords(1), RequestMatcher.any(), 1);
        create();

        simulator.reset();

        simulator.seedRecord("tag", "{\"name\": \"vip\"}");
        assertThat(TestClient.json(client.get("/v1/tags?pageSize=1&page=2")).path("data"))
                .isEmpty();
        assertThat(client.get("/v1/customers/" + TestClient.id(create())).statusCode())
                .isEqualTo(200);
    }

    /** The places of a page's records in a list, from 1. */
    private static String numbers(JsonNode page, List<String> ids) {
        return page.path("data")
                .valueStream()
                .map(record -> String.valueOf(ids.indexOf(record.path("id").asText()) + 1))
                .collect(Collectors.joining(" "));
    }

    private HttpResponse<String> create() throws IOException {
        return client.post("/v1/customers", "{}");
    }

    /** The raw bytes of a create's reply, until the connection ends. */
    private String rawCreate() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), simulator.baseUrl().getPort())) {
            byte[] request = """
                    POST /v1/customers HTTP/1.1\r
                    Host: example.org\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    Content-Length: 2\r
                    \r
                    {}""".formatted(KustomerSimulator.API_KEY).getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String body(String raw) {
        return raw.substring(raw.indexOf("\r\n\r\n") + 4);
    }

    private static int announced(String raw) {
        return Integer.parseInt(raw.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
    }
}
