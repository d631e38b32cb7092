package io.github.kustomerconnector.saas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.connector.feel.FeelEngineWrapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The error expression, evaluated by Camunda's FEEL engine with the errors of the REST connector. */
final class RestErrorsTest {

    private static final int RETRIES = 7;

    private static final Map<String, Object> OLD_SHAPE = Map.of(
            "errors",
            List.of(Map.of(
                    "status",
                    400,
                    "code",
                    "badparam",
                    "title",
                    "Additional properties not allowed",
                    "source",
                    Map.of("parameter", "colorStr"))));

    private static final Map<String, Object> NEW_SHAPE =
            Map.of("errors", List.of(Map.of("code", "bad_request", "message", "Invalid request body")));

    private final FeelEngineWrapper feel = new FeelEngineWrapper();

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 7, 7",
        "retry-after, 7, 7",
        "Retry-After, 1.2, 2",
        "Retry-After, 0, 1",
        "Retry-After, -5, 1",
        "Retry-After, 86400, 3600",
        "Retry-After, soon, 60",
        "X-Ratelimit-Reset, 12, 12",
        "X-Other, 12, 60"
    })
    void a_rate_limit_waits_as_long_as_kustomer_asks_for_and_keeps_the_retries(
            String header, String value, int seconds) {
        JsonNode error = evaluate("429", Map.of(header, value), null);

        assertThat(error.path("errorType").asText()).isEqualTo("jobError");
        assertThat(error.path("retries").asInt()).isEqualTo(RETRIES);
        assertThat(wait(error)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(error.path("errorMessage").asText()).isEqualTo("Kustomer answered 429");
    }

    @Test
    void a_reset_is_a_time() {
        String reset = String.valueOf(Instant.now().plusSeconds(40).getEpochSecond());

        assertThat(wait(evaluate("429", Map.of("x-ratelimit-reset", reset), NEW_SHAPE)))
                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
        String past = String.valueOf(Instant.now().minusSeconds(40).getEpochSecond());
        assertThat(wait(evaluate("429", Map.of("x-ratelimit-reset", past), NEW_SHAPE)))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void retry_after_has_precedence_over_the_reset() {
        assertThat(wait(evaluate("429", Map.of("Retry-After", "5", "x-ratelimit-reset", "30"), null)))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({
        "400, POST, KUSTOMER_REJECTED",
        "413, POST, KUSTOMER_REJECTED",
        "422, POST, KUSTOMER_REJECTED",
        "409, POST, KUSTOMER_DUPLICATE",
        "404, POST, KUSTOMER_REJECTED",
        "404, GET, KUSTOMER_NOT_FOUND"
    })
    void an_answer_about_the_record_is_a_bpmn_error(String status, String method, String code) {
        JsonNode error = evaluate(RestErrors.expression(method), status, Map.of(), OLD_SHAPE);

        assertThat(error.path("errorType").asText()).isEqualTo("bpmnError");
        assertThat(error.path("errorCode").asText()).isEqualTo(code);
        assertThat(error.path("errorMessage").asText())
                .isEqualTo("Kustomer answered %s, badparam, colorStr, Additional properties not allowed"
                        .formatted(status));
        JsonNode variable = error.at("/variables/kustomerError");
        assertThat(variable.path("code").asText()).isEqualTo(code);
        assertThat(variable.path("message")).isEqualTo(error.path("errorMessage"));
        assertThat(variable.at("/variables/status").asInt()).isEqualTo(Integer.parseInt(status));
        assertThat(variable.at("/variables/kustomerCode").asText()).isEqualTo("badparam");
        assertThat(variable.at("/variables/field").asText()).isEqualTo("colorStr");
    }

    @Test
    void the_newer_shape_of_errors_is_read_too() {
        assertThat(evaluate("422", Map.of(), NEW_SHAPE).path("errorMessage").asText())
                .isEqualTo("Kustomer answered 422, bad_request, Invalid request body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"401", "403", "405"})
    void a_refusal_that_no_repeat_changes_is_an_incident_at_once(String status) {
        JsonNode error = evaluate(status, Map.of(), NEW_SHAPE);

        assertThat(error.path("errorType").asText()).isEqualTo("jobError");
        assertThat(error.path("retries").asInt(-1)).isZero();
        assertThat(error.path("errorMessage").asText()).startsWith("Kustomer answered " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"408", "425", "500", "502", "503", "504"})
    void an_error_that_may_pass_is_left_to_the_retries_of_the_form(String status) {
        assertThat(evaluate(status, Map.of(), "<html>Bad Gateway</html>").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET"})
    void a_404_without_an_error_of_kustomer_comes_from_a_gateway(String method) {
        assertThat(evaluate(RestErrors.expression(method), "404", Map.of(), "<html>")
                        .isNull())
                .isTrue();
    }

    @Test
    void an_error_without_a_status_is_not_repeated() {
        JsonNode error = evaluate(
                RestErrors.expression("POST"), Map.of("error", Map.of("message", "Assertion failure", "type", "x")));

        assertThat(error.path("retries").asInt(-1)).isZero();
        assertThat(error.path("errorMessage").asText()).isEqualTo("Assertion failure");
    }

    @Test
    void a_success_is_no_error() {
        assertThat(evaluate(RestErrors.expression("POST"), Map.of("customerId", "5f9f1a2b3c4d5e6f7a8b9c0d"))
                        .isNull())
                .isTrue();
    }

    private static Duration wait(JsonNode error) {
        return Duration.parse(error.path("retryBackoff").asText());
    }

    private JsonNode evaluate(String status, Map<String, String> headers, @Nullable Object body) {
        return evaluate(RestErrors.expression("POST"), status, headers, body);
    }

    private JsonNode evaluate(String expression, String status, Map<String, String> headers, @Nullable Object body) {
        Map<String, Object> response = new HashMap<>();
        response.put("headers", headers);
        response.put("body", body);
        return evaluate(
                expression,
                Map.of(
                        "error",
                        Map.of("code", status, "message", "reason", "variables", Map.of("response", response))));
    }

    private JsonNode evaluate(String expression, Map<String, Object> result) {
        String json = feel.evaluateToJson(expression, result, Map.of("job", Map.of("retries", RETRIES)));
        try {
            return new ObjectMapper().readTree(json == null ? "null" : json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
