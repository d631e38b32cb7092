package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulatedKustomerTest {

    private final SimulatedKustomer kustomer =
            SimulatedKustomer.start("{\"customers\": [{\"name\": \"Grace\", \"externalId\": \"C-1\"}]}");
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.shutdownNow();
        kustomer.close();
    }

    @Test
    void a_record_is_a_map_with_the_ids_of_related_records() {
        String customer = String.valueOf(kustomer.customers().getFirst().get("id"));
        String conversation = kustomer.add("conversation", Map.of("customer", customer, "name", "Lamp"));

        assertThat(kustomer.conversations())
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .containsEntry("id", conversation)
                        .containsEntry("type", "conversation")
                        .containsEntry("name", "Lamp")
                        .containsEntry("customer", customer)
                        .containsEntry("status", "open"));
    }

    @Test
    void requests_are_recorded_with_their_answer() throws IOException, InterruptedException {
        post("/v1/customers", "{\"name\": \"Ada\"}");

        assertThat(kustomer.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/v1/customers");
            assertThat(request.body()).isEqualTo("{\"name\": \"Ada\"}");
            assertThat(request.status()).hasValue(201);
        });
    }

    @Test
    void a_lost_answer_leaves_the_record_and_a_refused_request_does_not() throws IOException, InterruptedException {
        kustomer.afterNextCreate().to("/v1/customers").loseTheAnswer();
        assertThatThrownBy(() -> post("/v1/customers", "{\"name\": \"Ada\"}")).isInstanceOf(IOException.class);
        assertThat(kustomer.customers()).hasSize(2);

        kustomer.beforeNextCreate().times(2).answer(503);
        assertThat(post("/v1/customers", "{}").statusCode()).isEqualTo(503);
        assertThat(post("/v1/customers", "{}").statusCode()).isEqualTo(503);
        kustomer.beforeNextRequest().answer(400, "{\"errors\": []}");
        assertThat(post("/v1/customers", "{}").body()).isEqualTo("{\"errors\": []}");
        kustomer.beforeNextCreate().askToWait(Duration.ofSeconds(3));
        assertThat(post("/v1/customers", "{}").headers().firstValue("retry-after"))
                .hasValue("3");
        kustomer.afterNextRequest().cutTheAnswer();
        assertThatThrownBy(() -> post("/v1/customers/search", "{}")).isInstanceOf(IOException.class);
        assertThat(kustomer.customers()).hasSize(2);
    }

    @Test
    void a_fault_hits_only_its_kind_of_request() throws IOException, InterruptedException {
        String customer = kustomer.add("customer", Map.of("name", "Ada"));
        kustomer.beforeNextUpdate().answer(503);
        kustomer.afterNextUpdate().to("/v1/conversations").loseTheAnswer();
        kustomer.beforeNextCreate().to("/v1/conversations").answer(503);

        assertThat(post("/v1/customers", "{}").statusCode()).isEqualTo(201);
        assertThat(send("PATCH", "/v1/customers/" + customer, "{\"name\": \"B\"}")
                        .statusCode())
                .isEqualTo(503);
        assertThat(send("PATCH", "/v1/customers/" + customer, "{\"name\": \"C\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_delayed_answer_arrives() throws IOException, InterruptedException {
        kustomer.afterNextCreate().delayTheAnswer(Duration.ofMillis(1));

        assertThat(post("/v1/customers", "{}").statusCode()).isEqualTo(201);
    }

    @Test
    void records_with_the_same_fields_are_duplicates() throws IOException, InterruptedException {
        post("/v1/customers", "{\"name\": \"Ada\"}");
        post("/v1/customers", "{\"name\": \"Bob\"}");
        assertThat(kustomer.duplicates()).isEmpty();

        post("/v1/customers", "{\"name\": \"Ada\"}");

        assertThat(kustomer.duplicates())
                .singleElement()
                .satisfies(group -> assertThat(group)
                        .hasSize(2)
                        .allSatisfy(record -> assertThat(record).containsEntry("name", "Ada")));
    }

    @Test
    void only_messages_that_left_kustomer_were_sent() throws IOException, InterruptedException {
        String drafts = "/v1/customers/" + kustomer.customers().getFirst().get("id") + "/drafts";
        String draft = "{\"channel\": \"sms\", \"body\": \"Hello\"%s}";

        assertThat(post(drafts, draft.formatted("")).statusCode()).isEqualTo(200);
        assertThat(kustomer.messagesSent()).isEmpty();
        assertThat(post(drafts, draft.formatted(", \"sendAt\": \"2020-01-01T00:00:00.000Z\""))
                        .statusCode())
                .isEqualTo(200);

        assertThat(kustomer.messagesSent())
                .singleElement()
                .satisfies(message -> assertThat(message).containsEntry("body", "Hello"));
    }

    @Test
    void people_write_answer_and_close() {
        String customer = String.valueOf(kustomer.customers().getFirst().get("id"));
        String conversation = kustomer.customerWrites(customer, "It is dark");
        kustomer.customerAnswers(conversation, "Still dark");
        kustomer.agentCloses(conversation);
        kustomer.update("customer", customer, Map.of("name", "Grace Hopper"));
        kustomer.update("conversation", conversation, Map.of("name", "Lamp"));

        assertThat(kustomer.records("message"))
                .extracting(message -> message.get("preview"))
                .containsExactly("It is dark", "Still dark");
        assertThat(kustomer.conversations())
                .singleElement()
                .satisfies(record ->
                        assertThat(record).containsEntry("status", "done").containsEntry("name", "Lamp"));
        assertThat(kustomer.customers().getFirst()).containsEntry("name", "Grace Hopper");
    }

    @Test
    void a_reset_restores_the_world_and_forgets_the_rest() throws IOException, InterruptedException {
        kustomer.load("{\"klasses\": {\"lamp\": []}, \"customAttributes\": {\"customer\": [\"planStr\"]}}");
        kustomer.rateLimit(0);
        kustomer.addKey("reader", "org.user.customer.read");
        assertThat(post("/v1/customers", "{}").statusCode()).isEqualTo(429);
        kustomer.beforeNextRequest().answer(503);

        kustomer.reset();

        assertThat(kustomer.requests()).isEmpty();
        assertThat(kustomer.customers())
                .extracting(record -> record.get("externalId"))
                .containsExactly("C-1");
        assertThat(post("/v1/klasses/lamp", "{\"title\": \"L\"}").statusCode()).isEqualTo(404);
        assertThat(post("/v1/customers", "{\"custom\": {\"sizeStr\": \"m\"}}").statusCode())
                .isEqualTo(201);
        assertThat(request("reader", "GET", "/v1/customers/externalId=C-1", "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_fault_of_a_delete_does_not_hit_the_read_before_it() throws IOException, InterruptedException {
        String path = "/v1/customers/" + kustomer.customers().getFirst().get("id");
        kustomer.beforeNextRequest().method("DELETE").to(path).answer(503);

        assertThat(send("GET", path, "").statusCode()).isEqualTo(200);
        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(503);
        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
    }

    @Test
    void the_settings_have_their_defaults_again_after_a_reset() throws IOException, InterruptedException {
        kustomer.settings().duplicateStatus(400);
        kustomer.settings().searchRateLimit(0);

        kustomer.reset();

        assertThat(post("/v1/customers", "{\"externalId\": \"C-1\"}").statusCode())
                .isEqualTo(409);
        assertThat(post("/v1/customers/search", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void a_request_that_kustomer_does_not_know_fails_the_test_unless_it_is_expected()
            throws IOException, InterruptedException {
        send("GET", "/v1/nowhere", "");
        assertThatThrownBy(kustomer::assertNoUnknownRequests)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /v1/nowhere -> 404");

        kustomer.expectUnknownRequests("/v1/now");

        assertThatNoException().isThrownBy(kustomer::assertNoUnknownRequests);
    }

    @Test
    void an_expected_unknown_request_that_is_not_sent_fails_the_test() {
        kustomer.expectUnknownRequests("/v1/nowhere");

        assertThatThrownBy(kustomer::assertNoUnknownRequests)
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected unknown requests that were not sent: [/v1/nowhere]");
    }

    @Test
    void a_webhook_has_a_token_and_exists_until_the_reset() throws IOException, InterruptedException {
        assertThat(kustomer.registerWebhook("https://example.org/hook", "kustomer.message.create"))
                .hasSizeGreaterThan(20);
        assertThat(send("GET", "/v1/outbound-webhooks", "").body()).contains("https://example.org/hook");

        kustomer.reset();

        assertThat(send("GET", "/v1/outbound-webhooks", "").body()).doesNotContain("https://example.org/hook");
    }

    @Test
    void a_wrong_world_is_refused() {
        assertThatThrownBy(() -> SimulatedKustomer.start("{\"clients\": []}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a world has no \"clients\"");
        assertThatThrownBy(() -> kustomer.add("customer", Map.of("nick", "x"))).hasMessageContaining("customer.nick");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_of_a_test_is_named(String message, Consumer<SimulatedKustomer> mistake) {
        assertThatThrownBy(() -> mistake.accept(kustomer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("kind of record \"client\"", it -> it.add("client", Map.of("name", "Ada"))),
                mistake("kind of record \"kobject.lamp\"", it -> it.add("kobject.lamp", Map.of("title", "L"))),
                mistake("there is no customer x", it -> it.update("customer", "x", Map.of("name", "Ada"))),
                mistake("customer.nick", it -> it.update("customer", id(it), Map.of("nick", "Ada"))),
                mistake("customer.custom", it -> it.update("customer", id(it), Map.of("custom", 7))),
                mistake("there is no customer x", it -> it.customerWrites("x", "Hello")),
                mistake("there is no conversation x", it -> it.customerAnswers("x", "Hello")),
                mistake("there is no conversation x", it -> it.agentCloses("x")),
                mistake("https address", it -> it.registerWebhook("x y", "kustomer.customer.create")),
                mistake("https address", it -> it.registerWebhook("http://example.org", "kustomer.customer.create")),
                mistake("no event kustomer.x", it -> it.registerWebhook("https://example.org", "kustomer.x")),
                mistake("at least 1", it -> it.afterNextCreate().times(0)),
                mistake("between 200 and 599", it -> it.afterNextCreate().answer(999)),
                mistake("between 200 and 599", it -> it.afterNextCreate().answer(0, "{}")),
                mistake("0 or more", it -> it.afterNextCreate().delayTheAnswer(Duration.ofMillis(-1))),
                mistake("0 or more", it -> it.afterNextCreate().askToWait(Duration.ofMillis(-1))),
                mistake("0 or more", it -> it.rateLimit(-1)),
                mistake("kind of record \"notes\"", it -> it.records("notes")),
                mistake("begins with /", it -> it.afterNextCreate().to("v1/customers")),
                mistake("upper case", it -> it.afterNextRequest().method("delete")),
                mistake("only attachment, company, conversation", it -> it.add("customers", Map.of())),
                mistake("no query", it -> it.afterNextCreate().to("/v1/customers?page=1")),
                mistake("placeholder", it -> it.beforeNextUpdate().to("/v1/customers/{id}")),
                mistake("begins with /", it -> it.expectUnknownRequests(it.baseUrl() + "/v1/nowhere")),
                mistake("409 or 400, not 7", it -> it.settings().duplicateStatus(7)),
                mistake("403 or 401, not 404", it -> it.settings().missingRoleStatus(404)),
                mistake("409 or 400, not 0", it -> it.settings().sentDraftStatus(0)),
                mistake("0 or more", it -> it.settings().customerRateLimit(-1)),
                mistake("0 or more", it -> it.settings().searchRateLimit(-1)),
                mistake("1 or more", it -> it.settings().bulkBatchSize(0)),
                mistake("1 or more", it -> it.settings().bulkPageSize(0)),
                mistake("1 or more", it -> it.settings().maxRequests(0)),
                mistake("1 or more", it -> it.settings().maxRecords(0)),
                mistake("or more, not PT0S", it -> it.settings().window(Duration.ZERO)),
                mistake("or more, not PT-1S", it -> it.settings().bulkDelay(Duration.ofSeconds(-1))),
                mistake("klasses.lamp", it -> it.settings().klass("lamp", "colour")),
                mistake("klasses.my lamp", it -> it.settings().klass("my lamp")),
                mistake("klasses.kobject.lamp", it -> it.settings().klass("kobject.lamp", "colourStr")),
                mistake("klasses.a lamp", it -> it.load("{\"klasses\": {\"a lamp\": []}}")),
                mistake("customAttributes.customers", it -> it.settings().customAttributes("customers", "planStr")),
                mistake("customAttributes.order", it -> it.settings().customAttributes("order", "planStr")),
                mistake("customAttributes.order", it -> it.load("{\"customAttributes\": {\"order\": [\"aStr\"]}}")),
                mistake("customAttributes.kobject.lamp", it -> it.settings().customAttributes("kobject.lamp", "aStr")),
                mistake("customAttributes.customer", it -> it.settings().customAttributes("customer", "plan")),
                mistake("the name \"plan\"", it -> it.settings().knownCustomAttributes("plan")),
                mistake("not JSON", it -> it.load("{\"customers\": [")));
    }

    /** The compiler of a user's project may allow null. Otherwise a later request fails because of it. */
    @Test
    @SuppressWarnings("NullAway")
    void a_missing_value_is_refused_at_once() {
        assertThatNullPointerException().isThrownBy(() -> kustomer.settings().clock(null));
        assertThatNullPointerException().isThrownBy(() -> kustomer.settings().errorShape(null));
        assertThatNullPointerException()
                .isThrownBy(() -> kustomer.beforeNextCreate().answer(400, null));
        assertThatNullPointerException()
                .isThrownBy(() -> kustomer.add("customer", null))
                .withMessage("fields");

        assertThat(kustomer.add("customer", Map.of("name", "Ada"))).isNotEmpty();
    }

    @Test
    void a_wrong_json_text_is_named_with_its_place() {
        assertThatThrownBy(() -> kustomer.load("{\n  \"customers\": [\n    {\"name\": \"Ada\"\n"))
                .hasMessageStartingWith("not JSON: Unexpected end-of-input")
                .hasMessageContaining("(line 4, column 1)")
                .hasMessageNotContaining("REDACTED");
    }

    @Test
    void dates_and_times_of_java_become_texts() {
        kustomer.add("customer", Map.of("name", "Ada", "signedUpAt", Instant.parse("2026-01-31T09:00:00Z")));

        assertThat(kustomer.customers().getLast().get("signedUpAt")).asString().startsWith("2026-01-31T09:00:00");
        assertThatThrownBy(() -> kustomer.add("customer", Map.of("birthdayAt", LocalDate.of(1815, 12, 10))))
                .hasMessageStartingWith("customer.birthdayAt: does not match the date-time pattern");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void an_answer_without_a_body_causes_no_warning_of_the_server(int status) throws IOException, InterruptedException {
        Logger server = Logger.getLogger("com.sun.net.httpserver");
        List<LogRecord> warnings = new CopyOnWriteArrayList<>();
        Handler handler = collecting(warnings);
        server.addHandler(handler);
        try {
            kustomer.beforeNextRequest().answer(status, "{}");
            assertThat(send("GET", "/v1/customers", "").statusCode()).isEqualTo(status);
        } finally {
            server.removeHandler(handler);
        }
        assertThat(warnings).isEmpty();
    }

    private static Handler collecting(List<LogRecord> records) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                records.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static Arguments mistake(String message, Consumer<SimulatedKustomer> mistake) {
        return Arguments.of(message, mistake);
    }

    private static String id(SimulatedKustomer kustomer) {
        return String.valueOf(kustomer.customers().getFirst().get("id"));
    }

    @Test
    void a_note_is_updated_with_single_fields() {
        String conversation = kustomer.add("conversation", Map.of("customer", "C-1"));
        String note = kustomer.add("note", Map.of("conversation", conversation, "body", "calls"));

        kustomer.update("note", note, Map.of("body", "calls back"));

        assertThat(kustomer.records("note"))
                .singleElement()
                .satisfies(it -> assertThat(it).containsEntry("body", "calls back"));
    }

    @Test
    void a_wait_of_less_than_a_second_is_rounded_up() throws IOException, InterruptedException {
        kustomer.beforeNextCreate().askToWait(Duration.ofMillis(200));

        assertThat(post("/v1/customers", "{}").headers().firstValue("Retry-After"))
                .hasValue("1");
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return request(kustomer.apiKey(), method, path, body);
    }

    private HttpResponse<String> request(String key, String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(kustomer.baseUrl() + path))
                        .timeout(Duration.ofMinutes(1))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
