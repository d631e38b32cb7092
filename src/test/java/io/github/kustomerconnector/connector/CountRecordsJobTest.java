package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CountRecordsJobTest {

    private static final Map<String, Object> OPEN = Map.of("conversation_status", Map.of("equals", "open"));

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(CountRecordsConnector::new, kustomer);

    @Test
    void each_name_has_its_count() {
        IntStream.range(0, 3).forEach(i -> kustomer.seedConversation("{\"status\":\"open\"}"));
        kustomer.seedConversation("{\"status\":\"done\"}");

        JobEnding ending = jobs.run(jobs.task()
                .with(
                        "count.queries",
                        Map.of(
                                "open", OPEN,
                                "others", Map.of("not", OPEN),
                                "none", List.of(OPEN, Map.of("conversation_priority", Map.of("gt", 3))))));

        assertThat(ending.completed().variables())
                .isEqualTo(tree(
                        "{\"kustomerCounts\":{\"open\":3,\"others\":1,\"none\":0},\"kustomerCountsCapped\":false}"));
        assertThat(kustomer.requests()).hasSize(3);
    }

    @Test
    void a_count_at_the_limit_of_the_search_is_named() {
        kustomer.inject(
                Fault.json(
                        Step.AFTER_READING,
                        200,
                        "{\"meta\":{\"total\":10000},\"data\":[{\"type\":\"conversation\",\"id\":\"a\"}],\"links\":{\"next\":\"/v1/x\"}}"),
                RequestMatcher.method("POST"),
                1);

        JsonNode result = jobs.result(jobs.task().with("count.queries", Map.of("open", OPEN)));

        assertThat(result.path("capped").asBoolean()).isTrue();
        assertThat(result.at("/cappedCounts/0").asText()).isEqualTo("open");
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void criteria_without_a_field_and_too_many_counts_are_refused_before_anything_is_sent() {
        Map<String, Object> many = new HashMap<>();
        IntStream.range(0, 11).forEach(i -> many.put("c" + i, OPEN));

        JobEnding.Failed nameless =
                jobs.failure(jobs.task().with("count.queries", Map.of("open", Map.of("equals", "open"))));
        JobEnding.Failed eleven = jobs.failure(jobs.task().with("count.queries", many));

        assertThat(nameless.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(nameless.message()).startsWith("count.queries.open has the operator equals without a field");
        assertThat(eleven.message()).isEqualTo("count.queries has 11 counts, at most 10 are allowed");
        assertThat(kustomer.requests()).isEmpty();
    }
}
