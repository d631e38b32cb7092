package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.RetryAfter;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SearchKustomerJobTest {
    private static final Object ADA = Map.of("customer_name", Map.of("contains", "Lovelace"));

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    @AutoClose
    private final LogWatch log = LogWatch.open();

    private final ConnectorEnvironment shared = JobHandling.environment("test");
    private final JobHandling jobs = JobHandling.of(new SearchKustomerConnector(shared), kustomer);

    @Test
    void the_result_contains_the_records_and_their_total() {
        String ada = kustomer.seedCustomer("{\"name\":\"Ada Lovelace\"}");
        kustomer.seedCustomer("{\"name\":\"Grace Hopper\"}");

        JsonNode result = jobs.result(task());

        assertThat(result.path("count").asInt()).isEqualTo(1);
        assertThat(result.path("total").asInt()).isEqualTo(1);
        assertThat(result.path("complete").asBoolean()).isTrue();
        assertThat(result.at("/records/0/id").asText()).isEqualTo(ada);
        assertThat(result.at("/records/0/type").asText()).isEqualTo("customer");
        assertThat(result.at("/records/0/attributes/name").asText()).isEqualTo("Ada Lovelace");
        assertThat(result.at("/records/0/url").asText()).isEqualTo(kustomer.url() + "/v1/customers/" + ada);
        assertThat(result.path("aggregations").isEmpty()).isTrue();
    }

    @Test
    void finding_nothing_is_no_failure() {
        JsonNode result = jobs.result(task());

        assertThat(result.path("count").asInt()).isZero();
        assertThat(result.path("records").isEmpty()).isTrue();
    }

    @Test
    void reads_page_after_page_until_enough_is_there() {
        IntStream.range(0, 35).forEach(i -> kustomer.seedCustomer("{\"name\":\"Lovelace %s\"}".formatted(i)));

        JsonNode all = jobs.result(task().with("search.pageSize", 10).with("search.most", 1000));
        JsonNode some = jobs.result(task().with("search.pageSize", 10).with("search.most", 20));

        assertThat(all.path("count").asInt()).isEqualTo(35);
        assertThat(all.path("complete").asBoolean()).isTrue();
        assertThat(some.path("count").asInt()).isEqualTo(20);
        assertThat(some.path("total").asInt()).isEqualTo(35);
        assertThat(some.path("complete").asBoolean()).isFalse();
        assertThat(kustomer.requests()).hasSize(4 + 2);
    }

    @ParameterizedTest
    @CsvSource({"2, false", "1, true", "0, true"})
    void a_list_with_fewer_records_than_kustomer_counted_is_incomplete(int total, boolean complete) {
        kustomer.inject(Fault.json(Step.AFTER_READING, 200, """
                        {"meta": {"total": %s}, "links": {"next": null},
                         "data": [{"type": "customer", "id": "5f9f1a2b3c4d5e6f7a8b9c0d", "attributes": {}}]}""".formatted(total)), RequestMatcher.method("POST"), 1);

        JsonNode result = jobs.result(task());

        assertThat(result.path("count").asInt()).isEqualTo(1);
        assertThat(result.path("complete").asBoolean()).isEqualTo(complete);
    }

    @Test
    void the_result_is_no_larger_than_the_engine_accepts() {
        String large = "x".repeat(60_000);
        IntStream.range(0, 30).forEach(i -> kustomer.seedCustomer("{\"name\":\"Lovelace %s\"}".formatted(large)));

        JsonNode result = jobs.result(task().with("search.pageSize", 10));

        assertThat(result.path("count").asInt()).isBetween(5, 9);
        assertThat(result.path("total").asInt()).isEqualTo(30);
        assertThat(result.path("complete").asBoolean()).isFalse();
        assertThat(result.toString().length()).isLessThan(1_200_000);
    }

    @Test
    void finds_conversations_with_their_customers_and_ids_alone() {
        String customer = kustomer.seedCustomer("{}");
        String conversation =
                kustomer.seedConversation("{\"customer\":\"%s\",\"name\":\"Lovelace\"}".formatted(customer));
        Task task = task().with("search.queryContext", "conversation")
                .with("search.and", Map.of("conversation_name", Map.of("equals", "Lovelace")));

        JsonNode whole = jobs.result(task).at("/records/0");
        JsonNode bare = jobs.result(task.with("search.idsOnly", "true")).at("/records/0");

        assertThat(whole.path("customerId").asText()).isEqualTo(customer);
        assertThat(bare.path("id").asText()).isEqualTo(conversation);
        assertThat(bare.path("attributes").isEmpty()).isTrue();
    }

    @Test
    void counts_what_it_is_asked_to() {
        kustomer.seedCustomer("{\"name\":\"Lovelace\"}");

        JsonNode result = jobs.result(task().with("search.aggs", Map.of("all", Map.of("terms", Map.of("field", "x")))));

        assertThat(result.at("/aggregations/all/doc_count").asInt()).isEqualTo(1);
    }

    @Test
    void a_search_that_kustomer_refuses_is_rejected_without_its_values() {
        kustomer.seedCustomer("{\"name\":\"Ada Lovelace\"}");

        JobEnding.Failed refused =
                jobs.failure(task().with("search.additionalFields", Map.of("filter", "Ada Lovelace")));
        JobEnding.Failed failed =
                jobs.failure(task().with("search.and", Map.of("customer_name", Map.of("like", "Ada Lovelace"))));

        assertThat(refused.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(refused.retries()).isZero();
        assertThat(refused.message())
                .startsWith("POST /v1/customers/search answered 400: filter")
                .doesNotContain("Lovelace");
        assertThat(failed.toString() + log.lines("")).doesNotContain("Lovelace");
    }

    @Test
    void searches_that_are_used_up_hold_back_searches_and_no_other_call() {
        kustomer.settings().searchRateLimit(1);
        kustomer.settings().retryAfter(RetryAfter.SECONDS);
        JobHandling creates = JobHandling.of(new CreateCustomerConnector(shared), kustomer);

        jobs.result(task());
        JobEnding.Failed refused = jobs.failure(task().withElementInstanceKey(1));
        JobEnding.Failed heldBack = jobs.failure(task().withElementInstanceKey(2));
        JobEnding created = creates.run(creates.task().with("customer.name", "Ada"));

        assertThat(refused.message()).endsWith("The searches that Kustomer allows in a minute are used up");
        assertThat(heldBack.message()).contains("was not sent: the searches that Kustomer allows");
        assertThat(refused.askedWait()).isGreaterThan(Duration.ofSeconds(50));
        assertThat(heldBack.askedWait()).isGreaterThan(Duration.ofSeconds(50));
        assertThat(created).isInstanceOf(JobEnding.Completed.class);
        assertThat(kustomer.requests()).hasSize(3);
    }

    @Test
    void requests_that_are_used_up_hold_back_no_search() {
        kustomer.settings().rateLimit(1);
        JobHandling creates = JobHandling.of(new CreateCustomerConnector(shared), kustomer);
        creates.run(creates.task().with("customer.name", "Ada")).completed();
        creates.failure(creates.task().with("customer.name", "Bob").withElementInstanceKey(2));
        creates.failure(creates.task().with("customer.name", "Cy").withElementInstanceKey(3));
        assertThat(kustomer.requests()).hasSize(2);

        kustomer.settings().rateLimit(100);
        jobs.result(task());

        assertThat(kustomer.requests()).hasSize(3);
    }

    private Task task() {
        return jobs.task().with("search.and", List.of(ADA));
    }
}
