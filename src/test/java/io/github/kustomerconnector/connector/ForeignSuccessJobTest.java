package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Successful answers with JSON that is not Kustomer's, such as those of a proxy. */
final class ForeignSuccessJobTest {

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ok\"",
                "[]",
                "7",
                "{\"message\": \"ok\"}",
                "{\"error\": \"blocked\"}",
                "{\"errors\": \"blocked\"}",
                "{\"data\": null}",
                "{\"data\": {\"type\": \"customer\", \"id\": \"5f00000000000000000000b2\"}}"
            })
    void a_record_is_not_deleted_because_another_server_answers_200(String body) {
        String id = kustomer.seedCustomer("{\"name\": \"Ada\"}");
        JobHandling jobs = JobHandling.of(new DeleteCustomerConnector(JobHandling.environment("test")), kustomer);
        Task task = jobs.task().with("target.id", id);
        kustomer.inject(Fault.json(Step.AFTER_READING, 200, body), RequestMatcher.method("DELETE"), 1);

        JobEnding.Failed failed = jobs.failure(task);
        JsonNode repeated = jobs.result(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNREADABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(failed.message()).contains("DELETE /v1/customers/{id} answered 200 with a body of another kind");
        assertThat(repeated.path("outcome").asText()).isEqualTo("deleted");
        assertThat(kustomer.customers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\": {\"type\": \"kobject.order\", \"id\": \"%s\"}}"})
    void a_delete_may_be_answered_with_the_record_or_an_empty_object(String body) {
        String id = kustomer.seedRecord("kobject.order", "{\"title\": \"Order 7\"}");
        JobHandling jobs = JobHandling.of(new DeleteRecordConnector(JobHandling.environment("test")), kustomer);
        kustomer.inject(Fault.json(Step.AFTER_STORING, 200, body.formatted(id)), RequestMatcher.method("DELETE"), 1);

        JsonNode result = jobs.result(jobs.task()
                .with("record.kind", "kobject")
                .with("record.klass", "order")
                .with("record.id", id.toUpperCase(Locale.ROOT)));

        assertThat(result.path("outcome").asText()).isEqualTo("deleted");
        assertThat(kustomer.records("kobject.order")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "\"ok\"", "{\"message\": \"ok\"}", "{\"data\": {\"id\": null}}"})
    void an_answer_without_an_api_key_is_no_working_connection(String body) {
        JobHandling jobs = JobHandling.of(new CheckConnectionConnector(JobHandling.environment("test")), kustomer);
        kustomer.inject(Fault.json(Step.AFTER_READING, 200, body), RequestMatcher.method("GET"), 1);

        JobEnding.Failed failed = jobs.failure(jobs.task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNREADABLE");
        assertThat(failed.message()).contains("GET /v1/auth/tokens/current", "check the base URL");
    }

    @Test
    void an_api_key_may_be_described_without_its_id() {
        JobHandling jobs = JobHandling.of(new CheckConnectionConnector(JobHandling.environment("test")), kustomer);
        kustomer.inject(
                Fault.json(Step.AFTER_READING, 200, "{\"data\": {\"attributes\": {\"name\": \"Camunda\"}}}"),
                RequestMatcher.method("GET"),
                1);

        assertThat(jobs.result(jobs.task()).path("name").asText()).isEqualTo("Camunda");
    }

    @Test
    void an_empty_answer_is_no_working_connection() {
        JobHandling jobs = JobHandling.of(new CheckConnectionConnector(JobHandling.environment("test")), kustomer);
        kustomer.inject(Fault.emptySuccess(Step.AFTER_READING), RequestMatcher.method("GET"), 1);

        assertThat(jobs.failure(jobs.task()).code()).isEqualTo("KUSTOMER_UNREADABLE");
    }

    @ParameterizedTest
    @CsvSource({"add, POST", "remove, DELETE"})
    void a_change_of_tags_that_is_answered_without_content_is_done(String change, String method) {
        String customer = kustomer.seedCustomer("{\"name\": \"Ada\"}");
        String id = kustomer.seedConversation("{\"customer\": \"%s\", \"name\": \"Order\"}".formatted(customer));
        kustomer.inject(Fault.status(Step.AFTER_STORING, 204, Map.of()), RequestMatcher.method(method), 1);
        JobHandling jobs = JobHandling.of(new UpdateConversationConnector(JobHandling.environment("test")), kustomer);

        JsonNode result = jobs.result(jobs.task()
                .with("target.id", id)
                .with("conversation.tags", "vip")
                .with("conversation.changeTags", change));

        assertThat(result.path("id").asText()).isEqualTo(id);
        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(result.at("/attributes/name").asText()).isEqualTo("Order");
        assertThat(kustomer.requests()).extracting(RecordedRequest::method).containsExactly(method, "GET");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_refusal_by_a_page_of_another_server_names_the_proxy(int status) {
        String id = kustomer.seedCustomer("{\"name\": \"Ada\"}");
        kustomer.inject(Fault.html(Step.AFTER_READING, status), RequestMatcher.method("GET"), 1);
        kustomer.inject(Fault.status(Step.AFTER_READING, status, Map.of()), RequestMatcher.method("GET"), 1);
        JobHandling jobs = JobHandling.of(new FindCustomerConnector(JobHandling.environment("test")), kustomer);
        Task task = jobs.task().with("customer.id", id);

        assertThat(jobs.failure(task).message()).contains("answered " + status, "a proxy or a firewall");
        assertThat(jobs.failure(task).message()).contains("answered " + status).doesNotContain("proxy");
    }
}
