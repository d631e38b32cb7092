package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DeleteCustomerJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = handling();

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
        assertThat(handling().result(task).path("outcome").asText()).isEqualTo("absent");
    }

    /** A new connector runtime, which remembers no earlier job. */
    private JobHandling handling() {
        return JobHandling.of(new DeleteCustomerConnector(JobHandling.environment("test")), kustomer);
    }
}
