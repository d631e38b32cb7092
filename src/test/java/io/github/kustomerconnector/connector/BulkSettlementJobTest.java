package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.BulkFault;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the items of a bulk that Kustomer refuses or leaves without a result. */
final class BulkSettlementJobTest {
    private static final RequestMatcher LOOK_UP = RequestMatcher.path("/v1/customers/externalId=");
    private static final RequestMatcher CREATE =
            RequestMatcher.method("POST").and(RequestMatcher.path("/v1/customers/bulk"));
    private static final RequestMatcher UPDATE =
            RequestMatcher.method("PUT").and(RequestMatcher.path("/v1/customers/bulk"));

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final BulkJobs jobs = new BulkJobs(kustomer);

    @ParameterizedTest
    @CsvSource({"1, 2, 1, 0", "2, 3, 1, 0", "9, 3, 0, 1"})
    void a_duplicate_that_is_not_readable_yet_is_looked_up_three_times(
            int hiddenReads, int lookups, int existing, int failed) {
        kustomer.inject(Fault.readLag(hiddenReads), RequestMatcher.method("POST"), 1);
        JobHandling creates = JobHandling.newRuntime(CreateCustomerConnector::new, kustomer);
        creates.result(creates.task().with("customer.externalId", "C-1"));

        JsonNode result = jobs.result(jobs.run("customers", "create", customers(3)));

        assertThat(result.path("created").asInt()).isEqualTo(2);
        assertThat(result.path("existing").asInt()).isEqualTo(existing);
        assertThat(result.path("failed").asInt()).isEqualTo(failed);
        assertThat(kustomer.customers()).hasSize(3);
        List<RecordedRequest> sent = requests(LOOK_UP);
        assertThat(sent).hasSize(lookups);
        assertThat(Duration.between(sent.get(0).at(), sent.get(1).at())).isGreaterThan(Duration.ofMillis(490));
    }

    @Test
    void an_item_that_is_refused_for_another_reason_is_not_looked_up() {
        kustomer.settings().knownCustomAttributes("planStr");
        List<Map<String, Object>> items =
                List.of(Map.of("externalId", "C-0"), Map.of("externalId", "C-1", "custom", Map.of("otherStr", "x")));

        JsonNode result = jobs.result(jobs.run("customers", "create", items));

        assertThat(result.path("created").asInt()).isEqualTo(1);
        assertThat(result.path("failed").asInt()).isEqualTo(1);
        assertThat(requests(LOOK_UP)).isEmpty();
    }

    @Test
    void duplicates_whose_look_up_gets_no_answer_are_left_for_the_next_task() {
        IntStream.range(0, 3).forEach(i -> kustomer.seedCustomer("{\"externalId\":\"C-%s\"}".formatted(i)));
        kustomer.inject(Fault.status(Step.AFTER_READING, 503, Map.of()), LOOK_UP.nth(2), 1);

        JsonNode first = jobs.result(jobs.run("customers", "create", customers(3)));
        JsonNode last = jobs.toEnd(jobs.await(first, customers(3)), customers(3));

        assertThat(first.path("existing").asInt()).isEqualTo(1);
        assertThat(first.path("complete").asBoolean()).isFalse();
        assertThat(last.path("existing").asInt()).isEqualTo(3);
        assertThat(requests(CREATE)).hasSize(1);
        assertThat(requests(LOOK_UP)).hasSize(4);
    }

    @Test
    void an_item_without_a_result_is_sent_three_times_at_most() {
        kustomer.inject(BulkFault.HALF_DONE, 9);

        JsonNode result = jobs.toEnd(jobs.run("customers", "create", customers(1)), customers(1));

        assertThat(result.path("failed").asInt()).isEqualTo(1);
        assertThat(result.at("/failures/0/error").asText())
                .isEqualTo("Kustomer ended 3 requests without a result for the item");
        assertThat(requests(CREATE)).hasSize(3);
        assertThat(kustomer.customers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 1, 0", "2, 3, 1, 0", "9, 3, 0, 1"})
    void an_update_whose_record_changes_in_between_is_read_and_sent_three_times_at_most(
            int changes, int updates, int updated, int failed) {
        String known = kustomer.seedCustomer("{\"name\":\"Old\"}");
        RequestMatcher changed = request -> {
            kustomer.updateCustomer(known, "{\"locale\":\"en_US\"}");
            return true;
        };
        kustomer.inject(Fault.stall(Step.AFTER_READING, Duration.ZERO), UPDATE.and(changed), changes);
        List<Map<String, Object>> items = List.of(Map.of("id", known, "name", "New"));

        JsonNode result = jobs.toEnd(jobs.run("customers", "update", items), items);

        assertThat(result.path("updated").asInt()).isEqualTo(updated);
        assertThat(result.path("failed").asInt()).isEqualTo(failed);
        assertThat(requests(UPDATE)).hasSize(updates);
        assertThat(kustomer.customers().getFirst().at("/attributes/name").asText())
                .isEqualTo(updated == 1 ? "New" : "Old");
    }

    /** They exist, so sending them again could make second records. */
    @Test
    void items_without_a_result_whose_look_up_gets_no_answer_are_not_sent_again() {
        kustomer.inject(BulkFault.NO_RESULTS, 1);
        kustomer.inject(Fault.status(Step.AFTER_READING, 503, Map.of()), LOOK_UP.nth(2), 1);

        JsonNode first = jobs.result(jobs.run("customers", "create", customers(3)));
        JsonNode last = jobs.toEnd(jobs.await(first, customers(3)), customers(3));

        assertThat(first.at("/open/0/count").asInt()).isEqualTo(2);
        assertThat(last.path("failed").asInt()).isZero();
        assertThat(requests(CREATE)).hasSize(1);
        assertThat(requests(LOOK_UP)).hasSize(4);
        assertThat(kustomer.customers()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 1, 0", "9, 3, 0, 1"})
    void an_update_without_a_result_is_read_and_sent_three_times_at_most(
            int faults, int updates, int updated, int failed) {
        String known = kustomer.seedCustomer("{\"name\":\"Old\"}");
        kustomer.inject(BulkFault.HALF_DONE, faults);
        List<Map<String, Object>> items = List.of(Map.of("id", known, "name", "New"));

        JsonNode result = jobs.toEnd(jobs.run("customers", "update", items), items);

        assertThat(result.path("updated").asInt()).isEqualTo(updated);
        assertThat(result.path("failed").asInt()).isEqualTo(failed);
        assertThat(requests(UPDATE)).hasSize(updates);
        assertThat(requests(RequestMatcher.method("GET").and(RequestMatcher.path("/v1/customers/" + known))))
                .hasSize(updates);
    }

    @ParameterizedTest
    @CsvSource({"update, PUT, updated", "delete, DELETE, deleted"})
    void a_request_without_results_is_sent_again(String action, String method, String ending) {
        String customer = kustomer.seedCustomer("{}");
        String known = kustomer.seedConversation("{\"customer\": \"%s\"}".formatted(customer));
        kustomer.inject(BulkFault.HALF_DONE, 1);
        List<Map<String, Object>> items = List.of(Map.of("id", known, "status", "done"));

        JsonNode result = jobs.toEnd(jobs.run("conversations", action, items), items);

        assertThat(result.path(ending).asInt()).isEqualTo(1);
        assertThat(requests(RequestMatcher.method(method))).hasSize(2);
        assertThat(requests(RequestMatcher.method("POST"))).isEmpty();
    }

    @Test
    void an_upsert_whose_record_is_gone_before_its_update_is_created() {
        kustomer.seedCustomer("{\"externalId\":\"C-0\"}");
        kustomer.inject(BulkFault.HALF_DONE, 2);
        kustomer.inject(
                Fault.json(Step.AFTER_READING, 404, "{\"errors\":[{\"code\":\"notfound\",\"title\":\"Not Found\"}]}"),
                LOOK_UP.nth(2),
                1);

        JsonNode result = jobs.toEnd(jobs.run("customers", "upsert", customers(1)), customers(1));

        assertThat(result.path("updated").asInt()).isEqualTo(1);
        assertThat(requests(CREATE)).hasSize(2);
        assertThat(requests(UPDATE)).hasSize(2);
    }

    @Test
    void a_task_whose_first_look_up_gets_no_answer_is_retried() {
        IntStream.range(0, 3).forEach(i -> kustomer.seedCustomer("{\"externalId\":\"C-%s\"}".formatted(i)));
        Task await = jobs.await(jobs.handedBack(jobs.run("customers", "create", customers(3))), customers(3));
        kustomer.inject(Fault.status(Step.AFTER_READING, 503, Map.of()), LOOK_UP, 1);

        assertThat(jobs.handlingOf(await).failure(await).code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(jobs.result(await).path("existing").asInt()).isEqualTo(3);
    }

    @Test
    void an_update_that_conflicts_with_another_record_is_not_sent_again() {
        kustomer.seedCustomer("{\"emails\": [{\"email\": \"ada@example.org\"}]}");
        String known = kustomer.seedCustomer("{\"name\": \"Grace\"}");
        List<Map<String, Object>> items = List.of(Map.of("id", known, "emails", "ada@example.org"));

        JsonNode result = jobs.toEnd(jobs.run("customers", "update", items), items);

        assertThat(result.at("/failures/0/error").asText()).startsWith("emails");
        assertThat(requests(UPDATE)).hasSize(1);
    }

    @Test
    void a_delete_is_sent_and_read_once() {
        List<String> items = List.of(kustomer.seedCustomer("{}"), kustomer.seedCustomer("{}"));

        JsonNode result = jobs.toEnd(jobs.run("customers", "delete", items), items);

        assertThat(result.path("deleted").asInt()).isEqualTo(2);
        assertThat(kustomer.requests())
                .extracting(RecordedRequest::method)
                .as("the check of the role, the delete, its results")
                .containsExactly("GET", "DELETE", "GET");
    }

    @ParameterizedTest
    @CsvSource({"404, notfound, 1, 0", "400, locked, 0, 1"})
    void a_delete_that_kustomer_refuses_has_succeeded_only_if_the_record_is_gone(
            int status, String code, int deleted, int failed) {
        String id = "5f9f1a2b3c4d5e6f7a8b9c0d";
        String answer = """
                {"data": [{"attributes": {"objectIds": [], "errors":
                [{"id": "%s", "data": {"status": %s, "code": "%s", "title": "Refused"}}]}}]}""".formatted(id, status, code);
        RequestMatcher batches = request -> request.path().endsWith("/batches");
        kustomer.inject(Fault.json(Step.AFTER_READING, 200, answer), batches, 1);

        JsonNode result = jobs.result(jobs.run("customers", "delete", List.of(id)));

        assertThat(result.path("deleted").asInt()).isEqualTo(deleted);
        assertThat(result.path("failed").asInt()).isEqualTo(failed);
        assertThat(requests(RequestMatcher.method("DELETE"))).hasSize(1);
    }

    @Test
    void an_update_without_an_answer_is_left_for_the_next_task_and_the_other_results_count() {
        IntStream.range(1, 4).forEach(i -> kustomer.seedCustomer("{\"externalId\":\"C-%s\"}".formatted(i)));
        kustomer.inject(Fault.status(Step.AFTER_READING, 503, Map.of()), UPDATE, 1);

        JsonNode first = jobs.result(jobs.run("customers", "upsert", customers(4)));
        JsonNode last = jobs.toEnd(jobs.await(first, customers(4)), customers(4));

        assertThat(first.path("created").asInt()).isEqualTo(1);
        assertThat(first.at("/open/0/only")).isEqualTo(BulkJobs.read("[1, 2, 3]"));
        assertThat(last.path("created").asInt()).isEqualTo(1);
        assertThat(last.path("updated").asInt()).isEqualTo(3);
        assertThat(requests(CREATE)).hasSize(1);
        assertThat(requests(UPDATE)).hasSize(2);
    }

    @Test
    void an_update_that_the_key_may_not_send_fails_the_job() {
        kustomer.seedCustomer("{\"externalId\":\"C-1\"}");
        kustomer.inject(Fault.status(Step.AFTER_READING, 403, Map.of()), UPDATE, 1);
        Task task = jobs.run("customers", "upsert", customers(2));

        assertThat(jobs.handlingOf(task).failure(task).code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(jobs.result(task).path("updated").asInt()).isEqualTo(1);
    }

    @Test
    void an_update_that_is_refused_for_another_reason_is_not_sent_again() {
        String known = kustomer.seedCustomer("{\"name\":\"Old\"}");
        kustomer.settings().customAttributes("customer", "planStr");
        List<Map<String, Object>> items = List.of(Map.of("id", known, "custom", Map.of("otherStr", "x")));

        JsonNode result = jobs.toEnd(jobs.run("customers", "update", items), items);

        assertThat(result.path("failed").asInt()).isEqualTo(1);
        assertThat(requests(UPDATE)).hasSize(1);
    }

    /** It may be a duplicate, because its form is unknown. */
    @Test
    void an_error_without_a_code_is_looked_up_once() {
        resultsOfOneItem("{\"title\": \"Refused\"}");
        kustomer.inject(
                Fault.json(Step.AFTER_READING, 404, "{\"errors\":[{\"code\":\"notfound\",\"title\":\"Not Found\"}]}"),
                LOOK_UP,
                1);

        JsonNode result = jobs.result(jobs.run("customers", "create", customers(1)));

        assertThat(requests(LOOK_UP)).hasSize(1);
        assertThat(result.at("/failures/0/error").asText()).isEqualTo("Refused");
    }

    /** The form of an item's error is not documented. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": 409, \"title\": \"Refused\"}",
                "[{\"status\": 409, \"title\": \"Refused\"}]",
                "{\"errors\": [{\"code\": \"conflict\", \"title\": \"Refused\"}]}",
                "[{\"code\": \"duplicate\", \"title\": \"Refused\"}]"
            })
    void a_conflict_in_any_form_is_looked_up_three_times(String error) {
        resultsOfOneItem(error);
        kustomer.inject(
                Fault.json(Step.AFTER_READING, 404, "{\"errors\":[{\"code\":\"notfound\",\"title\":\"Not Found\"}]}"),
                LOOK_UP,
                3);

        JsonNode result = jobs.result(jobs.run("customers", "create", customers(1)));

        assertThat(requests(LOOK_UP)).hasSize(3);
        assertThat(result.at("/failures/0/error").asText()).contains("Refused");
    }

    private void resultsOfOneItem(String error) {
        String answer = """
                {"data": [{"attributes": {"results": [{"_clientRef": "0", "status": "error", "error": %s}]}}]}""".formatted(error);
        kustomer.inject(
                Fault.json(Step.AFTER_READING, 200, answer),
                request -> request.path().endsWith("/batches"),
                1);
    }

    private static List<Map<String, Object>> customers(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Map.<String, Object>of("name", "Customer " + i, "externalId", "C-" + i))
                .toList();
    }

    private List<RecordedRequest> requests(RequestMatcher matcher) {
        return kustomer.requests().stream().filter(matcher::matches).toList();
    }
}
