package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Await Kustomer Bulk in the connector runtime's own job handler. */
final class AwaitBulkJobTest {

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final BulkJobs jobs = new BulkJobs(kustomer);

    @Test
    void sends_the_items_that_the_first_task_did_not_send() {
        List<Map<String, String>> items = items(2150);
        JsonNode first = jobs.result(jobs.run("customers", "create", items));

        JsonNode last = jobs.result(jobs.await(first, items));

        assertThat(first.path("complete").asBoolean()).isFalse();
        assertThat(first.path("done").asInt()).isEqualTo(2000);
        assertThat(first.path("total").asInt()).isEqualTo(2150);
        assertThat(last.path("complete").asBoolean()).isTrue();
        assertThat(last.path("created").asInt()).isEqualTo(2150);
        assertThat(BulkJobs.results(last)).hasSize(2150);
        assertThat(kustomer.customers()).hasSize(2150);
    }

    @Test
    void a_complete_bulk_makes_no_request() {
        JsonNode complete = jobs.result(jobs.run("customers", "create", items(3)));
        int requests = kustomer.requests().size();

        assertThat(jobs.result(jobs.await(complete, items(3)))).isEqualTo(complete);
        assertThat(kustomer.requests()).hasSize(requests);
    }

    @Test
    void a_poll_without_an_answer_is_retried() {
        JsonNode open = open(items(3));
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.path("/v1/bulk"), 2);
        Task task = jobs.await(open, items(3)).with("bulk.waitSeconds", "0");

        JobEnding.Failed failed = jobs.handlingOf(task).failure(task.withRetries(3));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(jobs.result(task.withRetries(2).with("bulk.waitSeconds", "20"))
                        .path("created")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void a_bulk_that_kustomer_no_longer_knows_is_decided_by_look_ups() {
        ObjectNode open = open(items(3)).deepCopy();
        ((ObjectNode) open.at("/open/0")).put("id", "5f9f1a2b3c4d5e6f7a8b9c0d");

        JsonNode result = jobs.toEnd(jobs.await(open, items(3)), items(3));

        assertThat(kustomer.customers()).hasSize(3);
        assertThat(result.path("existing").asInt() + result.path("created").asInt())
                .isEqualTo(3);
    }

    @Test
    void another_list_of_items_is_refused() {
        Task task = jobs.await(open(items(3)), items(4));

        assertThat(jobs.handlingOf(task).failure(task).message())
                .isEqualTo("bulk.items must be the same items as in Run Kustomer Bulk, which had 3");
    }

    @Test
    void a_progress_that_is_none_is_refused() {
        Task task = jobs.await(open(items(3)), items(3)).with("bulk.progress", Map.of("done", 3));

        JobEnding.Failed failed = jobs.handlingOf(task).failure(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message())
                .isEqualTo("bulk.progress is not the result of Run Kustomer Bulk or Await Kustomer Bulk");
    }

    @Test
    void a_job_that_the_rate_limit_holds_back_keeps_its_place() {
        JsonNode open = open(items(3));
        kustomer.settings().rateLimit(0);
        Task task = jobs.await(open, items(3));

        JobEnding.Failed first = jobs.handlingOf(task).failure(task);
        int requests = kustomer.requests().size();
        JobEnding.Failed second = jobs.handlingOf(task).failure(task);

        assertThat(first.code()).isEqualTo("KUSTOMER_RATE_LIMITED");
        assertThat(second.code()).isEqualTo("KUSTOMER_RATE_LIMITED");
        assertThat(kustomer.requests()).hasSize(requests);
    }

    /** The process carries what each open request needs. */
    @Test
    void no_more_than_40_requests_are_open() {
        jobs.holdBulks();
        List<Map<String, String>> items = items(4100);
        JsonNode progress = jobs.result(jobs.run("customers", "create", items).with("bulk.waitSeconds", "0"));
        assertThat(progress.path("open")).hasSize(20);

        for (int i = 0; i < 2; i++) {
            progress = jobs.result(jobs.await(progress, items).with("bulk.waitSeconds", "0"));
        }

        assertThat(progress.path("open")).hasSize(40);
        assertThat(progress.path("next").asInt()).isEqualTo(4000);
    }

    private JsonNode open(List<Map<String, String>> items) {
        JsonNode open = jobs.handedBack(jobs.run("customers", "create", items));
        assertThat(open.path("open")).hasSize(1);
        return open;
    }

    private static List<Map<String, String>> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.of("name", "Customer " + i, "externalId", "C-" + i))
                .toList();
    }
}
