package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MergeCustomersJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(MergeCustomersConnector::new, kustomer);

    private final String ada = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");
    private final String other = kustomer.seedCustomer("{\"emails\":[{\"email\":\"al@example.org\"}]}");

    @Test
    void the_result_expression_of_the_template_returns_the_remaining_customer() {
        JobEnding ending = jobs.run(task());

        assertThat(ending.completed().variables())
                .isEqualTo(tree("{\"customerId\":\"%s\",\"mergeStatus\":\"complete\"}".formatted(ada)));
        assertThat(kustomer.customers()).hasSize(1);
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void the_result_names_the_merge_and_both_customers() {
        JsonNode result = jobs.result(task());

        assertThat(result.path("id").asText()).isEqualTo(merge());
        assertThat(result.path("outcome").asText()).isEqualTo("created");
        assertThat(result.path("customerId").asText()).isEqualTo(ada);
        assertThat(result.path("mergedId").asText()).isEqualTo(other);
    }

    @Test
    void a_request_that_was_never_carried_out_is_tried_again() {
        kustomer.inject(Fault.reset(Step.AFTER_READING), RequestMatcher.method("POST"), 1);

        JobEnding.Failed failed = jobs.failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(jobs.result(task()).path("outcome").asText()).isEqualTo("created");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_redelivered_job_finds_its_merge_also_after_a_crash(boolean crashed) {
        jobs.result(task());

        JsonNode again = (crashed ? jobs.restarted() : jobs).result(task());

        assertThat(again.path("id").asText()).isEqualTo(merge());
        assertThat(again.path("customerId").asText()).isEqualTo(ada);
        assertThat(again.path("outcome").asText()).isEqualTo(crashed ? "existing" : "created");
    }

    @Test
    void a_merge_that_is_listed_late_is_found_by_a_second_runtime() {
        kustomer.inject(Fault.readLag(1), RequestMatcher.method("POST"), 1);
        jobs.result(task());

        JsonNode again = jobs.restarted().result(task());

        assertThat(again.path("id").asText()).isEqualTo(merge());
        assertThat(kustomer.requests())
                .extracting(RecordedRequest::method)
                .containsExactly("POST", "POST", "GET", "GET");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void whatever_kustomer_refuses_a_second_merge_with_the_first_is_found(int status) {
        jobs.result(task());
        kustomer.inject(Fault.status(Step.AFTER_READING, status, Map.of()), RequestMatcher.method("POST"), 1);

        assertThat(jobs.restarted().result(task()).path("id").asText()).isEqualTo(merge());
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge.source", "merge.target"})
    void a_customer_who_is_not_there_is_a_refusal(String field) {
        JobEnding.Failed failed = jobs.failure(task().with(field, "5f0000000000000000000bad"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).startsWith("POST /v1/customers/merges answered 404");
        assertThat(kustomer.customers()).hasSize(2);
    }

    @Test
    void another_merge_into_the_same_customer_is_not_taken_for_this_one() {
        String third = kustomer.seedCustomer("{}");
        jobs.result(task());

        JsonNode result = jobs.result(task().with("merge.source", third).withElementInstanceKey(4712));

        assertThat(result.path("outcome").asText()).isEqualTo("created");
        assertThat(kustomer.records("customer_merge")).hasSize(2);
    }

    private Task task() {
        return jobs.task().with("merge.source", other).with("merge.target", ada);
    }

    private String merge() {
        assertThat(kustomer.records("customer_merge")).hasSize(1);
        return kustomer.records("customer_merge").getFirst().path("id").asText();
    }
}
