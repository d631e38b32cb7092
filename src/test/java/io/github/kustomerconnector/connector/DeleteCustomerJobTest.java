package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class DeleteCustomerJobTest {
    @AutoClose
    private final KustomerSimulator kustomer = KustomerSimulator.start();

    private final JobHandling jobs = handling();

    @AfterEach
    void nothing_unexpected_was_sent() {
        kustomer.assertNothingUnexpected();
    }

    @Test
    void deletes_the_customer_and_says_so() {
        String id = kustomer.seedCustomer("{}");

        JobEnding ending = jobs.run(jobs.task().with("target.id", id));

        assertThat(ending.completed().variables()).hasToString("{\"customerDeletion\":\"deleted\"}");
        assertThat(kustomer.customers()).isEmpty();
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void a_customer_who_is_gone_counts_as_deleted() {
        JsonNode result = jobs.result(jobs.task().with("target.id", "5f0000000000000000000bad"));

        assertThat(result.path("outcome").asText()).isEqualTo("absent");
        assertThat(result.path("id").asText()).isEqualTo("5f0000000000000000000bad");
        assertThat(result.path("type").asText()).isEqualTo("customer");
    }

    @Test
    void a_lost_answer_is_tried_again_and_knows_its_own_deletion() {
        Task task = jobs.task().with("target.id", kustomer.seedCustomer("{}"));
        kustomer.inject(Fault.reset(Fault.Step.AFTER_STORING), RequestMatcher.method("DELETE"), 1);

        JobEnding.Failed failed = jobs.failure(task);
        JsonNode again = jobs.result(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(again.path("outcome").asText()).isEqualTo("deleted");
    }

    @Test
    void a_job_that_comes_again_is_done_also_after_a_crash() {
        Task task = jobs.task().with("target.id", kustomer.seedCustomer("{}"));
        jobs.result(task);

        assertThat(jobs.result(task).path("outcome").asText()).isEqualTo("deleted");
        assertThat(handling().result(task).path("outcome").asText()).isEqualTo("absent");
    }

    @Test
    void refuses_what_is_no_id_before_it_sends_anything() {
        JobEnding.Failed failed = jobs.failure(jobs.task().with("target.id", "ada@example.org"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).contains("target.id").doesNotContain("ada@");
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void names_the_role_that_the_key_lacks() {
        kustomer.addKey("limited", Set.of("org.permission.customer.update"));
        jobs.secret("KUSTOMER_API_KEY", "limited");

        JobEnding.Failed failed = jobs.failure(jobs.task().with("target.id", kustomer.seedCustomer("{}")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(failed.message()).contains("org.permission.customer.delete").doesNotContain("limited");
        assertThat(kustomer.customers()).hasSize(1);
    }

    /** A connector runtime that knows nothing of what was before. */
    private JobHandling handling() {
        return JobHandling.of(new DeleteCustomerConnector(JobHandling.environment("test")), kustomer);
    }
}
