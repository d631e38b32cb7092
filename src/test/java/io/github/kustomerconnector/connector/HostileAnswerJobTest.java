package io.github.kustomerconnector.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers whose content could stop a process or show the API key. */
final class HostileAnswerJobTest {
    private static final String KEY = "eyJhbGciOiJIUzI1NiJ9.eyJvcmciOiJhY21lIn0.A1b2C3d4E5f6G7h8I9j0K1l2M3n4";
    private static final String ID = "5f0000000000000000000001";
    private static final String LITERAL = "camunda.function.type";

    private HttpServer server;
    private int status = 200;
    private String answer = "{}";
    private String encoding = "";

    /** A task whose result contains what the server answers. */
    record Reader(
            String name,
            Function<ConnectorEnvironment, OutboundConnectorFunction> connector,
            Map<String, Object> inputs) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Reader> readers() {
        return Stream.of(
                new Reader("create", CreateCustomerConnector::new, Map.of("customer.emails", "ada@example.org")),
                new Reader("find", FindCustomerConnector::new, Map.of("customer.id", ID)),
                new Reader(
                        "call api",
                        CallKustomerApiConnector::new,
                        Map.of("request.method", "GET", "request.path", "/v1/customers/" + ID)));
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = answer.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (!encoding.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Encoding", encoding);
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_record_with_the_name_of_camundas_functions_does_not_stop_a_task(Reader reader) {
        answer = record("""
                {"name": "a camunda.function.type b", "custom": {"camunda.function.type": "base64",
                "deepObj": {"list": [{"text": "camunda.function.type"}]}}, "numberNum": 12345678901234567890.50}""");

        JobEnding ending = run(reader, "={whole: response}");

        String variables = ending.completed().variables().toString();
        assertThat(variables)
                .doesNotContain(LITERAL)
                .contains("a camunda.function_type b")
                .contains("\"camunda.function_type\":\"base64\"")
                .contains("\"text\":\"camunda.function_type\"");
    }

    @Test
    void a_search_with_such_a_record_returns_all_records() {
        answer = """
                {"data": [{"type": "customer", "id": "%s", "attributes": {"name": "camunda.function.type"}},
                {"type": "customer", "id": "5f0000000000000000000002", "attributes": {"name": "Grace"}}],
                "meta": {"total": 2, "totalPages": 1}}""".formatted(ID);
        Reader search = new Reader(
                "search",
                SearchKustomerConnector::new,
                Map.of(
                        "search.queryContext",
                        "customer",
                        "search.and",
                        Map.of("customer_name", Map.of("equals", "Ada"))));

        JsonNode variables = run(search, "={found: records}").completed().variables();

        assertThat(variables.at("/found")).hasSize(2);
        assertThat(variables.at("/found/0/attributes/name").asText()).isEqualTo("camunda.function_type");
        assertThat(variables.at("/found/1/attributes/name").asText()).isEqualTo("Grace");
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_changed_result_has_the_same_shape(Reader reader) {
        answer = record("{\"name\": \"Ada\", \"noneStr\": null, \"someNum\": 1.50, \"manyTags\": []}");
        JsonNode plain = run(reader, "={whole: response}").completed().variables();
        answer =
                record("{\"name\": \"camunda.function.type\", \"noneStr\": null, \"someNum\": 1.50, \"manyTags\": []}");

        JsonNode changed = run(reader, "={whole: response}").completed().variables();

        assertThat(changed.toString().replace("camunda.function_type", "Ada")).isEqualTo(plain.toString());
    }

    /** The runtime would overflow its stack and leave the job without an end, so it would come again for ever. */
    @ParameterizedTest
    @MethodSource("readers")
    void a_record_with_too_many_levels_ends_the_task(Reader reader) {
        answer = record("{\"deepObj\": " + "[".repeat(600) + "]".repeat(600) + "}");

        assertThat(run(reader, "={whole: response}").failed().code()).isEqualTo("KUSTOMER_UNREADABLE");
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_record_with_many_levels_is_a_result(Reader reader) {
        answer = record("{\"deepObj\": " + "{\"a\":".repeat(120) + "1" + "}".repeat(120) + "}");

        assertThat(run(reader, "={whole: response}").completed().variables().toString())
                .contains("{\"a\":".repeat(120));
    }

    static List<String> spellings() {
        String signature = KEY.substring(KEY.length() - 20);
        return List.of(
                KEY,
                "Bearer " + KEY,
                signature,
                KEY.substring(0, 30),
                KEY.substring(5, 25),
                String.join(" ", signature.split("")),
                base64(KEY),
                base64(signature),
                base64("Bearer " + KEY),
                signature.chars().mapToObj("%%%02x"::formatted).reduce("", String::concat));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void the_key_is_masked_in_results(String spelling) {
        readers().forEach(reader -> {
            answer = record("{\"name\": \"" + spelling + "\", \"cityStr\": \"Berlin\"}");

            JobEnding ending = run(reader, "={whole: response}");

            assertThat(ending.completed().variables().toString())
                    .contains("***", "Berlin")
                    .doesNotContain(spelling)
                    .doesNotContain(KEY.substring(KEY.length() - 12));
        });
    }

    @Test
    void an_answer_that_is_the_key_is_masked() {
        answer = '"' + KEY + '"';
        Reader reader = readers().toList().getLast();

        assertThat(run(reader, "={whole: data}")
                        .completed()
                        .variables()
                        .at("/whole")
                        .asText())
                .isEqualTo("***");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void no_message_contains_a_part_of_the_key(String spelling) {
        status = 422;
        readers().forEach(reader -> {
            answer = "{\"errors\": [{\"code\": \"bad_request\", \"title\": \"the key '" + spelling + "' is bad\"}]}";

            JobEnding.Failed failed = run(reader, "").failed();

            assertThat(failed.message()).contains("the key '", "***").doesNotContain(spelling);
            assertThat(failed.toString()).doesNotContain(KEY.substring(KEY.length() - 12));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u001b[31m", "\\u202e", "\\u2028", "\\u200b", "\\u00a0", "\\ufeff", "\\r\\n"})
    void no_message_contains_invisible_characters(String escape) {
        status = 422;
        answer = "{\"errors\": [{\"code\": \"bad_request\", \"title\": \"one" + escape + "two\"}]}";

        readers().forEach(reader -> {
            String message = run(reader, "").failed().message();

            assertThat(message)
                    .containsPattern("one (\\[31m)?two")
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
            assertThat(message).doesNotContain("\u00a0");
        });
    }

    @Test
    void no_message_contains_the_name_of_camundas_functions() {
        status = 422;
        answer = "{\"errors\": [{\"code\": \"bad_request\", \"title\": \"bad camunda.function.type\"}]}";

        assertThat(run(readers().toList().getFirst(), "").failed().message())
                .contains("bad camunda.function_type")
                .doesNotContain(LITERAL);
    }

    @Test
    void no_error_variable_contains_the_name_of_camundas_functions() {
        status = 422;
        answer = "{\"errors\": [{\"code\": \"camunda.function.type\", \"title\": \"bad\"}]}";

        JobEnding.Failed failed = run(readers().toList().getFirst(), "").failed();

        assertThat(failed.variables().at("/error/variables/kustomerCode").asText())
                .isEqualTo("camunda.function_type");
        assertThat(failed.toString()).doesNotContain(LITERAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#%d;", "&#x%x;", "\\\\u%04x", "\\\\x%02x", "%%25%02x"})
    void the_key_is_masked_in_results_if_its_characters_are_escaped(String escape) {
        String escaped = KEY.substring(KEY.length() - 20)
                .chars()
                .mapToObj(c -> escape.formatted(c))
                .collect(Collectors.joining());
        readers().forEach(reader -> {
            answer = record("{\"name\": \"" + escaped + "\", \"textStr\": \"5 % & \\\\u00e4\"}");

            JobEnding ending = run(reader, "={whole: response}");

            assertThat(ending.completed().variables().toString())
                    .contains("\"name\":\"***\"", "\"textStr\":\"5 % & \\\\u00e4\"");
        });
    }

    @Test
    void no_message_contains_a_part_of_the_key_from_the_content_encoding() {
        encoding = "e5f6g7h8i9j0";
        answer = record("{}");

        assertThat(run(readers().toList().getFirst(), "").failed().message())
                .contains("a content encoding that was not asked for")
                .doesNotContain(encoding);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void existing_entries_of_equal_hash_take_no_quadratic_time(boolean isUpsert) {
        answer = record(equalHashes(4_000)
                .map(name -> "{\"email\": \"" + name + "@b.example\"}")
                .collect(Collectors.joining(
                        ",", "{\"rev\": 1, \"sharedEmails\": [{\"email\": \"a@b.example\"}], \"emails\": [", "]}")));
        Map<String, Object> emails = Map.of("customer.emails", "a@b.example");
        Reader reader = isUpsert
                ? new Reader("upsert", UpsertCustomerConnector::new, emails)
                : new Reader(
                        "update",
                        UpdateCustomerConnector::new,
                        Map.of("customer.emails", "a@b.example", "target.id", ID));
        long start = System.nanoTime();

        JobEnding ending = run(reader, "");

        assertThat(ending.failed().message()).contains("makes a body of");
        // Quadratic time takes more than 10 s.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    /** Texts that all have the same hash. */
    private static Stream<String> equalHashes(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> IntStream.range(0, 15)
                        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()));
    }

    private JobEnding run(Reader reader, String resultExpression) {
        JobHandling jobs = JobHandling.of(reader.connector().apply(JobHandling.environment("test")));
        Task task = Task.of(connectorType(reader))
                .with("authentication.apiKey", KEY)
                .with("server.region", "custom")
                .with(
                        "server.baseUrl",
                        "http://127.0.0.1:" + server.getAddress().getPort());
        for (Map.Entry<String, Object> input : reader.inputs().entrySet()) {
            task = task.with(input.getKey(), input.getValue());
        }
        return jobs.run(task.withoutErrorExpression().withHeader("resultExpression", resultExpression));
    }

    private static Class<? extends OutboundConnectorFunction> connectorType(Reader reader) {
        return reader.connector().apply(JobHandling.environment("test")).getClass();
    }

    private static String record(String attributes) {
        return "{\"data\": {\"type\": \"customer\", \"id\": \"%s\", \"attributes\": %s, \"relationships\": {}}}"
                .formatted(ID, attributes);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
