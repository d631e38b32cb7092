package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conflicts and found records at the edge of what a look-up recognizes. */
final class LateConflictJobTest {

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    @Test
    void a_customer_that_another_runtime_created_a_second_ago_is_found() {
        kustomer.inject(Fault.readLag(Duration.ofSeconds(1)), RequestMatcher.method("POST"), 1);
        JobHandling first = jobs(CreateCustomerConnector::new);
        JobHandling second = jobs(CreateCustomerConnector::new);
        Task task = first.task().with("customer.name", "Ada").with("customer.emails", "ada@example.org");

        String id = first.result(task).path("id").asText();
        JsonNode other = second.result(task.withElementInstanceKey(4712));

        assertThat(other.path("outcome").asText()).isEqualTo("existing");
        assertThat(other.path("id").asText()).isEqualTo(id);
    }

    @Test
    void a_merge_that_meets_a_conflict_is_tried_again() {
        String source = kustomer.seedCustomer("{\"name\": \"Ada\"}");
        String target = kustomer.seedCustomer("{\"name\": \"Ada L.\"}");
        kustomer.inject(Fault.status(Step.AFTER_READING, 409, Map.of()), RequestMatcher.method("POST"), 1);
        JobHandling jobs = jobs(MergeCustomersConnector::new);
        Task task = jobs.task().with("merge.source", source).with("merge.target", target);

        JobEnding.Failed failed = jobs.failure(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(jobs.result(task).path("outcome").asText()).isEqualTo("created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jos\u00e9  Garc\u00eda ", "Jose\u0301\u00a0Garc\u00eda"})
    void a_customer_whose_name_was_stored_with_other_blanks_is_the_tasks_own(String given) {
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("POST"), 1);
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), RequestMatcher.method("GET"), 1);
        JobHandling jobs = jobs(CreateCustomerConnector::new);
        Task task = jobs.task().with("customer.name", given);
        assertThat(jobs.failure(task).retries()).isEqualTo(2);
        kustomer.updateCustomer(
                kustomer.customers().getFirst().path("id").asText(), "{\"name\": \"Jos\u00e9 Garc\u00eda\"}");

        JsonNode result = jobs.result(task);

        assertThat(result.path("outcome").asText()).isEqualTo("created");
        assertThat(kustomer.customers()).hasSize(1);
    }

    private JobHandling jobs(Function<ConnectorEnvironment, OutboundConnectorFunction> connector) {
        return JobHandling.of(connector.apply(JobHandling.environment("test")), kustomer);
    }
}
