package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a routing task reads and changes its work item, and what it knows of its changes afterwards. */
final class RoutingRoundsJobTest {
    private static final RequestMatcher CHANGE = RequestMatcher.method("PUT");
    private static final RequestMatcher LIST = RequestMatcher.path("/v1/routing/conversations/");
    private static final RequestMatcher READ =
            RequestMatcher.method("GET").and(RequestMatcher.path("/v1/routing/work-items/"));

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(RouteConversationConnector::new, kustomer);
    private final String conversation =
            kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(kustomer.seedCustomer("{}")));

    @Test
    void after_three_conflicts_in_a_row_the_engine_waits() {
        open();
        kustomer.inject(error(409, "conflict"), CHANGE, 9);

        JobEnding.Failed failed = jobs.failure(task("pause"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(failed.message()).startsWith("PUT /v1/routing/work-items/{id} answered 409");
        List<RecordedRequest> changes = requests(CHANGE);
        assertThat(changes).hasSize(3);
        assertThat(Duration.between(changes.get(0).at(), changes.get(1).at())).isGreaterThan(Duration.ofMillis(95));
        assertThat(Duration.between(changes.get(1).at(), changes.get(2).at())).isGreaterThan(Duration.ofMillis(190));
    }

    @Test
    void a_change_in_the_third_round_is_the_last_one() {
        open();
        kustomer.inject(error(409, "conflict"), CHANGE, 2);

        JsonNode result = jobs.result(task("pause"));

        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(result.path("paused").asBoolean()).isTrue();
        assertThat(requests(CHANGE)).hasSize(3);
    }

    @Test
    void a_changed_record_that_is_not_readable_three_times_makes_the_engine_wait() {
        open();
        kustomer.inject(Fault.status(Step.AFTER_READING, 204, Map.of()), CHANGE, 9);
        kustomer.inject(error(404, "notfound"), READ, 9);

        JobEnding.Failed failed = jobs.failure(task("pause"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(failed.message()).endsWith("the changed record is not readable yet");
        assertThat(requests(CHANGE)).hasSize(3);
    }

    @Test
    void the_open_work_item_may_be_on_a_later_page() {
        completed(150);
        String open = open();

        JsonNode result = jobs.result(task("pause"));

        assertThat(result.path("id").asText()).isEqualTo(open);
        assertThat(requests(LIST))
                .extracting(RecordedRequest::target)
                .hasSize(2)
                .last()
                .asString()
                .contains("page=2");
        assertThat(requests(RequestMatcher.method("POST"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20, KUSTOMER_NOT_FOUND", "21, KUSTOMER_REJECTED"})
    void reads_20_pages_at_most(int pages, String code) {
        for (int number = 1; number <= pages; number++) {
            kustomer.inject(page("w" + number, number < pages), LIST, 1);
        }

        JobEnding.Failed failed = jobs.failure(task("pause"));

        assertThat(failed.code()).isEqualTo(code);
        assertThat(requests(LIST)).hasSize(20);
    }

    @Test
    void a_list_that_repeats_its_first_page_ends() {
        kustomer.inject(page("w1", true), LIST, 99);

        JobEnding.Failed failed = jobs.failure(task("pause"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(requests(LIST)).hasSize(2);
    }

    @Test
    void the_newest_completed_work_item_is_the_completed_one() {
        String page = """
                {"data":[{"type":"work_item","id":"w1","attributes":{"status":"completed","createdAt":"2026-01-31T09:30:00Z"}},
                         {"type":"work_item","id":"w2","attributes":{"status":"completed","createdAt":"2026-01-30T09:30:00Z"}}]}""";
        kustomer.inject(Fault.json(Step.AFTER_READING, 200, page), LIST, 2);

        JsonNode result = jobs.result(task("complete"));
        JobEnding.Failed failed = jobs.failure(task("pause").withElementInstanceKey(2));

        assertThat(result.path("id").asText()).isEqualTo("w1");
        assertThat(result.path("outcome").asText()).isEqualTo("existing");
        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
    }

    @Test
    void a_change_whose_answer_was_lost_is_the_change_of_its_task() {
        open();
        kustomer.inject(Fault.close(Step.AFTER_STORING), CHANGE, 1);
        jobs.failure(task("pause"));

        JsonNode result = jobs.result(task("pause"));

        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(requests(CHANGE)).hasSize(1);
    }

    @Test
    void a_first_change_counts_even_if_another_client_makes_the_second_one() {
        kustomer.seedOrganization();
        String ada = kustomer.records("user").getFirst().path("id").asText();
        String item = open();
        kustomer.updateWorkItem(item, "{\"assignedTo\":\"%s\"}".formatted(ada));
        Task task = task("queue").with("route.queue", "complaints").with("route.takeFromAgent", "true");
        kustomer.inject(Fault.status(Step.AFTER_READING, 403, Map.of()), CHANGE.nth(2), 1);
        JobEnding.Failed failed = jobs.failure(task);
        kustomer.updateWorkItem(item, "{\"assignedTo\":null}");

        JsonNode result = jobs.result(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(requests(CHANGE)).hasSize(2);
    }

    private static Fault error(int status, String code) {
        return Fault.json(
                Step.AFTER_READING,
                status,
                "{\"errors\":[{\"status\":%s,\"code\":\"%s\",\"title\":\"No\",\"source\":{\"parameter\":\"id\"}}]}"
                        .formatted(status, code));
    }

    /** A page with one completed work item. */
    private static Fault page(String id, boolean hasNext) {
        return Fault.json(Step.AFTER_READING, 200, """
                {"data":[{"type":"work_item","id":"%s","attributes":{"status":"completed"}}],
                 "meta":{"pageSize":1},"links":{"next":%s}}""".formatted(id, hasNext ? "\"/v1/next\"" : "null"));
    }

    /** Makes completed work items of the conversation. */
    private void completed(int number) {
        for (int i = 0; i < number; i++) {
            kustomer.updateWorkItem(open(), "{\"status\":\"completed\"}");
        }
    }

    private String open() {
        return kustomer.routeConversation(
                "{\"resource\":{\"id\":\"%s\",\"type\":\"conversation\"}}".formatted(conversation));
    }

    private Task task(String action) {
        return jobs.task().with("route.conversation", conversation).with("route.action", action);
    }

    private List<RecordedRequest> requests(RequestMatcher matcher) {
        return kustomer.requests().stream().filter(matcher::matches).toList();
    }
}
