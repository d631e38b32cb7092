package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallKustomerApiJobTest {
    private static final Map<String, String> ADA = Map.of("name", "Ada Lovelace");

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    @AutoClose
    private final LogWatch log = LogWatch.open();

    private final JobHandling jobs = JobHandling.newRuntime(CallKustomerApiConnector::new, kustomer);

    @Test
    void makes_reads_changes_and_deletes_a_record() {
        JsonNode made = jobs.result(task("POST", "/v1/customers").with("request.body", ADA));
        String path = "/v1/customers/" + made.path("id").asText();
        JsonNode changed = jobs.result(task("PUT", path).with("request.body", Map.of("name", "Countess")));
        JsonNode read = jobs.result(task("GET", path));
        JsonNode deleted = jobs.result(task("DELETE", path));

        assertThat(made.path("status").asInt()).isEqualTo(201);
        assertThat(made.at("/data/attributes/name").asText()).isEqualTo("Ada Lovelace");
        assertThat(changed.at("/data/attributes/name").asText()).isEqualTo("Countess");
        assertThat(read.path("id")).isEqualTo(made.path("id"));
        assertThat(read.path("data")).isEqualTo(changed.path("data"));
        assertThat(deleted.path("status").asInt()).isEqualTo(204);
        assertThat(deleted.path("data").isNull()).isTrue();
        assertThat(kustomer.customers()).isEmpty();
    }

    @Test
    void the_next_page_is_a_path_to_call() {
        String customer = kustomer.seedCustomer("{}");
        String first = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));
        String second = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));

        JsonNode page = jobs.result(task("GET", "/v1/customers/%s/conversations".formatted(customer))
                .with("request.query", Map.of("pageSize", 1)));
        JsonNode next = jobs.result(task("GET", page.path("next").asText()));

        assertThat(page.at("/data/0/id").asText()).isEqualTo(first);
        assertThat(page.at("/rest/meta/pageSize").asInt()).isEqualTo(1);
        assertThat(next.at("/data/0/id").asText()).isEqualTo(second);
        assertThat(next.path("next").isNull()).isTrue();
    }

    @Test
    void a_value_in_the_path_needs_no_encoding() {
        String ada = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada+x@example.org\"}]}");

        assertThat(jobs.result(task("GET", "/v1/customers/email=ada+x@example.org"))
                        .path("id")
                        .asText())
                .isEqualTo(ada);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/conversations/times", "/v2.1/chat/sessions", "/v3/kb/articles"})
    void every_version_of_the_api_can_be_called(String path) {
        simulator.expectUnknown(RequestMatcher.path(path));

        JobEnding.Failed failed = jobs.failure(task("GET", path));

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.message()).contains("The simulator does not have ", "to a real Kustomer server");
        assertThat(kustomer.unexpected()).singleElement().asString().startsWith("GET " + path);
    }

    @Test
    void a_post_that_may_be_repeated_is_tried_again() {
        kustomer.inject(Fault.reset(Step.BEFORE_READING), RequestMatcher.method("POST"), 1);
        Task task = task("POST", "/v1/customers").with("request.body", ADA).with("options.repeatable", "true");

        JobEnding.Failed failed = jobs.failure(task);
        JsonNode again = jobs.result(task.withRetries(failed.retries()));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(again.path("status").asInt()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void an_idempotent_request_is_retried(String method) {
        String path = "/v1/customers/" + kustomer.seedCustomer("{}");
        kustomer.inject(Fault.reset(Step.BEFORE_READING), RequestMatcher.method(method), 2);

        JobEnding.Failed failed = jobs.failure(task(method, path));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
    }

    @Test
    void a_redelivered_job_is_sent_again() {
        Task task = task("POST", "/v1/customers").with("request.body", ADA);

        jobs.result(task);
        jobs.result(task);

        assertThat(kustomer.customers()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/customers/externalId=Lovelace, false",
        "/v1/customers/email=ada@lovelace.example, false",
        "/v1/customers/lovelace, true",
        "/v1/lovelace/5f1e2d3c4b5a69788796a5b4, false",
        "/v1/customers?name=Lovelace, false"
    })
    void no_message_variable_or_log_line_contains_a_value_of_the_path(String path, boolean known) {
        if (!known) {
            simulator.expectUnknown(RequestMatcher.method("PATCH"));
        }
        Task task = task("PATCH", path)
                .with("request.query", Map.of("lovelace", "lovelace"))
                .with("request.body", Map.of("nick", "lovelace"));

        JobEnding failed = jobs.run(task);
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.any(), 1);
        JobEnding lost = jobs.run(task.withoutErrorExpression());

        assertThat(failed).isNotInstanceOf(JobEnding.Completed.class);
        assertThat(lost.toString()).contains("KUSTOMER_OUTCOME_UNKNOWN");
        assertThat(log.lines("").toString() + failed + lost)
                .doesNotContainIgnoringCase("lovelace")
                .doesNotContain("5f1e2d3c4b5a69788796a5b4");
    }

    @Test
    void the_key_is_sent_in_no_path_query_or_body() {
        String key = KustomerSimulator.API_KEY;

        assertThat(jobs.failure(task("GET", "/v1/customers/" + key)).code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(jobs.failure(task("GET", "/v1/customers").with("request.query", Map.of("q", key)))
                        .code())
                .isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(jobs.failure(task("POST", "/v1/customers").with("request.body", Map.of("name", key)))
                        .code())
                .isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void a_key_that_must_be_encoded_is_sent_in_no_path_either() {
        jobs.secret("KUSTOMER_API_KEY", "a+b@d");

        assertThat(jobs.failure(task("GET", "/v1/customers/a+b@d")).code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void an_id_that_ends_the_path_deletes_nothing() {
        String id = kustomer.seedConversation("{}");

        JobEnding.Failed failed = jobs.failure(task("DELETE", "/v1/conversations/" + id + "?" + "/tags"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void the_key_itself_cannot_be_deleted() {
        JobEnding.Failed failed = jobs.failure(task("DELETE", "/v1/auth/tokens/%63urrent"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(kustomer.requests()).isEmpty();
    }

    private Task task(String method, String path) {
        return jobs.task().with("request.method", method).with("request.path", path);
    }
}
