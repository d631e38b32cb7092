package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DeleteCustomerJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(DeleteCustomerConnector::new, kustomer);

    @Test
    void deletes_the_customer_and_returns_the_outcome() {
        String id = kustomer.seedCustomer("{}");

        JobEnding ending = jobs.run(jobs.task().with("target.id", id));

        assertThat(ending.completed().variables()).isEqualTo(tree("{\"customerDeletion\":\"deleted\"}"));
        assertThat(kustomer.customers()).isEmpty();
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void an_absent_customer_has_the_outcome_absent() {
        JsonNode result = jobs.result(jobs.task().with("target.id", "5f0000000000000000000bad"));

        assertThat(result.path("outcome").asText()).isEqualTo("absent");
        assertThat(result.path("id").asText()).isEqualTo("5f0000000000000000000bad");
        assertThat(result.path("type").asText()).isEqualTo("customer");
    }

    @Test
    void a_redelivered_job_completes_also_after_a_crash() {
        Task task = jobs.task().with("target.id", kustomer.seedCustomer("{}"));
        jobs.result(task);

        assertThat(jobs.result(task).path("outcome").asText()).isEqualTo("deleted");
        assertThat(jobs.restarted().result(task).path("outcome").asText()).isEqualTo("absent");
    }

    @ParameterizedTest
    @EnumSource(names = {"AFTER_READING", "AFTER_STORING"})
    void an_empty_200_is_no_proof_of_a_delete(Fault.Step step) {
        Task task = jobs.task().with("target.id", kustomer.seedCustomer("{}"));
        kustomer.inject(Fault.emptySuccess(step), RequestMatcher.any(), 1);

        JobEnding.Failed failed = jobs.failure(task);
        JsonNode again = jobs.result(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNREADABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(failed.message()).contains("answered 200 without a body");
        assertThat(again.path("outcome").asText()).isEqualTo("deleted");
        assertThat(kustomer.customers()).isEmpty();
    }
}
