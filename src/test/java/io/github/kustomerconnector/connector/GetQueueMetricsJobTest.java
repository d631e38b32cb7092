package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GetQueueMetricsJobTest {
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final String AGENT = "5f0000000000000000000a11";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(GetQueueMetricsConnector::new, kustomer);
    private final String vip = queue("vip");
    private final String quiet = queue("quiet");

    @Test
    void the_result_has_waits_lengths_and_agents_of_each_queue() {
        kustomer.settings().clock(Clock.fixed(START, ZoneOffset.UTC));
        String taken = queued(vip);
        queued(vip);
        queued(vip);
        kustomer.settings().clock(Clock.fixed(START.plusMillis(12_500), ZoneOffset.UTC));
        kustomer.updateWorkItem(taken, "{\"assignedTo\":\"%s\"}".formatted(AGENT));
        kustomer.seedRecord("work_session", "{\"queue\":{\"id\":\"%s\"},\"statusType\":\"available\"}".formatted(vip));
        kustomer.seedRecord("work_session", "{\"queue\":{\"id\":\"%s\"},\"statusType\":\"busy\"}".formatted(vip));

        JobEnding ending = jobs.run(jobs.task().with("queue.keys", List.of("vip", "quiet")));

        assertThat(tree(ending.completed().variables().toString())).isEqualTo(tree("""
                {"queueMetrics":[
                  {"id":"%s","key":"vip","name":"vip","waitSeconds":12.5,"waiting":2,"agentsAvailable":1},
                  {"id":"%s","key":"quiet","name":"quiet","waitSeconds":null,"waiting":0,"agentsAvailable":0}]}
                """.formatted(vip, quiet)));
    }

    @Test
    void waits_of_100_queues_are_one_request_and_101_are_refused() {
        List<String> ids = IntStream.range(0, 100).mapToObj(i -> queue("q" + i)).toList();
        Task waits = byIds().with("metrics.waiting", "false").with("metrics.agents", "false");

        JsonNode result = jobs.result(waits.with("queue.ids", ids));
        JobEnding.Failed failed = jobs.failure(waits.with(
                "queue.ids",
                IntStream.range(0, 101).mapToObj("%024x"::formatted).toList()));

        assertThat(result.path("queues")).hasSize(100);
        assertThat(kustomer.requests()).hasSize(1);
        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).isEqualTo("queue.ids has 101 entries, at most 100 are allowed");
    }

    @Test
    void a_key_of_no_queue_is_named() {
        JobEnding.Failed failed = jobs.failure(jobs.task().with("queue.keys", List.of("vip", "gone")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.message()).isEqualTo("queue.keys[1] is the key of no queue");
        assertThat(kustomer.requests()).hasSize(2);
    }

    @Test
    void a_key_of_two_queues_is_ambiguous() {
        queue("vip");

        JobEnding.Failed failed = jobs.failure(jobs.task().with("queue.keys", "vip"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).isEqualTo("queue.keys is the key of several queues: use their IDs");
    }

    @Test
    void figures_without_their_role_are_named_once_and_not_asked_for_each_queue() {
        kustomer.addKey("eyJsaW1pdGVk", Set.of("org.permission.queue.read"));
        jobs.secret("KUSTOMER_API_KEY", "eyJsaW1pdGVk");

        JsonNode result = jobs.result(byIds().with("queue.ids", List.of(vip, quiet)));

        assertThat(result.path("missing"))
                .isEqualTo(tree("[{\"part\":\"agents\",\"role\":\"org.permission.routing.read\"},"
                        + "{\"part\":\"waiting\",\"role\":\"org.permission.routing.read\"}]"));
        assertThat(result.at("/queues/0/name").asText()).isEqualTo("vip");
        assertThat(kustomer.requests()).hasSize(2);
    }

    @Test
    void a_key_that_may_read_no_figure_fails() {
        kustomer.addKey("eyJsaW1pdGVk", Set.of("org.permission.conversation.read"));
        jobs.secret("KUSTOMER_API_KEY", "eyJsaW1pdGVk");

        assertThat(jobs.failure(byIds().with("queue.ids", vip)).code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
    }

    @ParameterizedTest
    @CsvSource({"work-items, metrics.agents", "work-sessions, metrics.waiting"})
    void an_assumed_path_that_kustomer_refuses_is_named(String path, String other) {
        kustomer.inject(
                Fault.json(
                        Step.AFTER_READING,
                        404,
                        "{\"errors\":[{\"status\":404,\"code\":\"notfound\",\"title\":\"Not Found\"}]}"),
                request -> request.path().endsWith("/" + path),
                1);

        JobEnding.Failed failed = jobs.failure(byIds().with("queue.ids", vip).with(other, "false"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.message())
                .startsWith("GET /v1/routing/queues/{id}/" + path + " answered 404")
                .endsWith("The path is an assumption, because Kustomer's documentation does not show it");
    }

    @Test
    void a_lost_answer_is_no_missing_figure() {
        kustomer.inject(Fault.status(Step.AFTER_READING, 503, Map.of()), RequestMatcher.any(), 1);

        assertThat(jobs.failure(byIds().with("queue.ids", vip).withRetries(3)).code())
                .isEqualTo("KUSTOMER_UNAVAILABLE");
    }

    private Task byIds() {
        return jobs.task().with("queue.by", "ids");
    }

    private String queue(String key) {
        return kustomer.seedRecord("queue", "{\"name\":\"%s\",\"key\":\"%s\"}".formatted(key, key));
    }

    private String queued(String queue) {
        return kustomer.routeConversation(
                "{\"resource\":{\"id\":\"%s\",\"type\":\"conversation\"},\"queue\":{\"id\":\"%s\"}}"
                        .formatted(kustomer.seedConversation("{}"), queue));
    }
}
