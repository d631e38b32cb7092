package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class GetConversationMetricsJobTest {
    private static final String AGENT = "5f0000000000000000000a11";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(GetConversationMetricsConnector::new, kustomer);
    private final String conversation = kustomer.seedConversation(
            "{\"createdAt\":\"2026-01-01T00:00:00.000Z\",\"firstResponse\":{\"sentAt\":\"2026-01-01T00:02:00.000Z\"},"
                    + "\"satisfactionLevel\":{\"status\":\"rated\",\"rating\":5,\"score\":1}}");

    @Test
    void milliseconds_of_v2_and_seconds_of_v1_both_become_seconds() {
        time("\"timerVersion\":\"v2\",\"handleTime\":90500,\"messagesSent\":2");
        time("\"timerVersion\":\"v2\",\"handleTime\":null");
        time("\"handleTime\":120");

        JsonNode result = jobs.result(task().with("metrics.timer", "both"));

        assertThat(result.path("handleSeconds").asDouble()).isEqualTo(90.5);
        assertThat(result.path("handleSecondsV2").asDouble()).isEqualTo(90.5);
        assertThat(result.path("handleSecondsV1").asInt()).isEqualTo(120);
        assertThat(tree(result.path("agents").toString()))
                .isEqualTo(tree("[{\"userId\":\"%s\",\"handleSeconds\":90.5,\"messagesSent\":2}]".formatted(AGENT)));
        assertThat(result.path("complete").asBoolean()).isTrue();
        assertThat(result.path("missing")).isEmpty();
    }

    @Test
    void the_result_expression_of_the_template_has_the_figures() {
        time("\"timerVersion\":\"v2\",\"handleTime\":1000,\"messagesSent\":1");
        queueTime();

        JobEnding ending = jobs.run(task());

        assertThat(tree(ending.completed().variables().toString()))
                .isEqualTo(tree("{\"conversationMetrics\":{\"handleSeconds\":1,\"queueSeconds\":639.033,"
                        + "\"firstResponseSeconds\":120,\"messagesSent\":1,"
                        + "\"satisfaction\":{\"status\":\"rated\",\"rating\":5,\"score\":1}}}"));
    }

    @Test
    void times_are_read_over_all_pages() {
        IntStream.range(0, 750).forEach(i -> time("\"timerVersion\":\"v2\",\"handleTime\":1000"));

        JsonNode result = jobs.result(task().with("metrics.queueTimes", "false"));

        assertThat(result.path("handleSeconds").asInt()).isEqualTo(750);
        assertThat(kustomer.requests())
                .extracting(RecordedRequest::path)
                .containsExactly(
                        "/v1/conversations/" + conversation,
                        "/v2/conversations/" + conversation + "/times",
                        "/v2/conversations/" + conversation + "/times");
    }

    @Test
    void a_part_without_its_role_is_named_and_the_others_are_read() {
        queueTime();
        kustomer.addKey("eyJsaW1pdGVk", Set.of("org.permission.conversation.read"));
        jobs.secret("KUSTOMER_API_KEY", "eyJsaW1pdGVk");

        JsonNode result = jobs.result(task());

        assertThat(result.path("queueSeconds").isNull()).isTrue();
        assertThat(result.path("missing"))
                .isEqualTo(tree("[{\"part\":\"queueTimes\",\"role\":\"org.permission.routing.read\"}]"));
        assertThat(result.path("firstResponseSeconds").asInt()).isEqualTo(120);
    }

    @Test
    void an_absent_conversation_is_not_found() {
        JobEnding.Failed failed = jobs.failure(task().with("conversation.id", "5f0000000000000000000bad"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(kustomer.requests()).hasSize(1);
    }

    private Task task() {
        return jobs.task().with("conversation.id", conversation);
    }

    private void time(String fields) {
        kustomer.seedRecord(
                "conversation_time",
                "{\"conversation\":\"%s\",\"createdBy\":\"%s\",%s}".formatted(conversation, AGENT, fields));
    }

    /** The conversation waits 639.033 seconds in a queue before an agent takes it. */
    private void queueTime() {
        Instant start = Instant.parse("2026-01-01T10:00:00Z");
        kustomer.settings().clock(Clock.fixed(start, ZoneOffset.UTC));
        String queue = kustomer.seedRecord("queue", "{\"name\":\"VIP\",\"key\":\"vip\"}");
        String item = kustomer.routeConversation(
                "{\"resource\":{\"id\":\"%s\",\"type\":\"conversation\"},\"queue\":{\"id\":\"%s\"}}"
                        .formatted(conversation, queue));
        kustomer.settings().clock(Clock.fixed(start.plusMillis(639_033), ZoneOffset.UTC));
        kustomer.updateWorkItem(item, "{\"assignedTo\":\"%s\"}".formatted(AGENT));
    }
}
