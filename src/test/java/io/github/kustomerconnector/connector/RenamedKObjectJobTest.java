package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An update that replaces the external id by which it finds the KObject. */
final class RenamedKObjectJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final String id = kustomer.seedRecord("kobject.order", "{\"title\":\"Order 7\",\"externalId\":\"old\"}");

    private final JobHandling jobs = JobHandling.newRuntime(UpdateKObjectConnector::new, kustomer);

    @Test
    void a_redelivered_job_finds_the_kobject_that_it_renamed() {
        JsonNode first = jobs.result(task());
        JsonNode second = jobs.result(task());

        assertThat(first.path("id").asText()).isEqualTo(id);
        assertThat(second.path("id").asText()).isEqualTo(id);
        assertThat(second.path("outcome").asText()).isEqualTo("updated");
    }

    @Test
    void after_a_lost_answer_the_job_finds_the_kobject_that_it_renamed() {
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("PUT"), 1);

        jobs.run(task());
        JsonNode again = jobs.result(task());

        assertThat(again.path("id").asText()).isEqualTo(id);
    }

    @Test
    void another_runtime_finds_the_kobject_that_has_the_new_external_id() {
        jobs.result(task());

        assertThat(jobs.restarted().result(task()).path("id").asText()).isEqualTo(id);
    }

    @Test
    void with_a_revision_the_own_change_is_recognized() {
        Task task = task().with("change.rev", 1);

        jobs.result(task);
        JsonNode again = jobs.result(task);
        JobEnding.Failed elsewhere = jobs.restarted().failure(task);

        assertThat(again.path("outcome").asText()).isEqualTo("updated");
        assertThat(elsewhere.message()).contains("no longer at revision 1");
    }

    @Test
    void a_new_external_id_of_another_kobject_is_a_duplicate_and_nothing_is_written() {
        String other = kustomer.seedRecord("kobject.order", "{\"title\":\"Order 8\",\"externalId\":\"new\"}");

        JobEnding.Failed failed = jobs.failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains("external ID leads to " + id, "new external ID leads to " + other);
        assertThat(kustomer.requests()).noneMatch(request -> request.method().equals("PUT"));
    }

    @Test
    void without_either_external_id_nothing_is_found() {
        kustomer.reset();

        JobEnding.Failed failed = jobs.failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.message()).endsWith("there is no record with this external ID, new external ID");
    }

    private Task task() {
        return jobs.task()
                .with("target.klass", "order")
                .with("target.by", "externalId")
                .with("target.externalId", "old")
                .with("kobject.externalId", "new");
    }
}
