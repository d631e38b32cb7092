package io.github.kustomerconnector.operation.metrics;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.ReadPart;
import io.github.kustomerconnector.call.ReadParts;
import io.github.kustomerconnector.call.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetQueueMetricsTest {

    private static final String ONE = "5f1e2d3c4b5a69788796a5b4";
    private static final String TWO = "5f1e2d3c4b5a69788796a5b5";

    @Test
    void all_waits_are_one_request_and_other_figures_one_for_each_queue() {
        List<ReadPart> parts = call("\"by\":\"ids\",\"ids\":[\"%s\",\"%s\"]".formatted(ONE, TWO), "")
                .parts();

        assertThat(parts)
                .extracting(part -> part.query().request().path().encoded())
                .containsExactly(
                        "/v1/chat/queues/metrics/" + ONE + "," + TWO,
                        "/v1/routing/queues/" + ONE + "/work-items?status=queued&pageSize=100&page=1",
                        "/v1/routing/queues/" + TWO + "/work-items?status=queued&pageSize=100&page=1",
                        "/v1/routing/queues/" + ONE + "/work-sessions?statusType=available&pageSize=100&page=1",
                        "/v1/routing/queues/" + TWO + "/work-sessions?statusType=available&pageSize=100&page=1");
        assertThat(parts)
                .allSatisfy(part ->
                        assertThat(contractProblems(part.query().request())).isEmpty());
    }

    @Test
    void keys_are_looked_up_first() {
        ReadParts call = call("\"keys\":[\"vip\",\"a b\"]", "\"waiting\":\"false\",\"agents\":\"false\"");

        List<ReadPart> further =
                call.further().apply(new CallResult.Parts(Map.of("key.vip", json("\"" + ONE + "\"")), Map.of()));

        assertThat(call.parts())
                .extracting(part -> part.query().request().path().encoded())
                .containsExactly("/v1/routing/queues?key=vip&page=1", "/v1/routing/queues?key=a%20b&page=1");
        assertThat(further)
                .singleElement()
                .extracting(part -> part.query().request().path().encoded())
                .isEqualTo("/v1/chat/queues/metrics/" + ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ids", "keys"})
    void metrics_for_101_queues_are_refused_and_for_100_not(String by) {
        assertThat(refusal(() -> call(queues(by, 100), ""))).isEmpty();
        assertThat(refusal(() -> call(queues(by, 101), "")))
                .contains("queue." + by + " has 101 entries, at most 100 are allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "by":"name"                                 | queue.by is not one of keys, ids: choose one of them
                    "by":"keys"                                 | queue.keys is missing
                    "by":"keys","keys":[" "]                    | queue.keys is missing
                    "by":"ids","ids":[]                         | queue.ids is missing
                    "by":"ids","ids":["vip"]                    | queue.ids[0] is not a Kustomer ID
                    "by":"ids","ids":"5f1e2d3c4b5a69788796a5b"  | queue.ids is not a Kustomer ID
                    """)
    void invalid_queues_are_refused(String fields, String problem) {
        assertThat(refusal(() -> call(fields, ""))).get().asString().startsWith(problem);
    }

    @Test
    void a_task_that_reads_nothing_is_refused() {
        assertThat(refusal(() ->
                        call("\"keys\":\"vip\"", "\"waits\":\"false\",\"waiting\":\"false\",\"agents\":\"false\"")))
                .contains("metrics.waits leaves out the last figure: read at least one");
        assertThat(refusal(() -> call("\"keys\":\"vip\"", "\"agents\":\"maybe\"")))
                .get()
                .asString()
                .startsWith("metrics.agents is not one of true, false");
    }

    @Test
    void the_result_has_each_queue_in_the_order_of_the_task() {
        Map<String, Role> missing = new LinkedHashMap<>();
        missing.put("agents." + ONE, MetricsApi.ROUTING);
        missing.put("agents." + TWO, MetricsApi.ROUTING);
        CallResult.Parts parts = new CallResult.Parts(
                Map.of(
                        "waits",
                        json("{\"%s\":{\"name\":\"VIP\",\"waitSeconds\":null}}".formatted(TWO)),
                        "waiting." + TWO,
                        json("{\"count\":1000,\"complete\":false}")),
                missing);

        QueueMetrics result = bound(
                        GetQueueMetrics.class,
                        "{\"queue\":{\"by\":\"ids\",\"ids\":[\"%s\",\"%s\"]}}".formatted(TWO, ONE))
                .result(parts);

        assertThat(result.queues())
                .containsExactly(
                        json(
                                "{\"id\":\"" + TWO
                                        + "\",\"key\":null,\"name\":\"VIP\",\"waitSeconds\":null,\"waiting\":1000,\"agentsAvailable\":null}"),
                        json(
                                "{\"id\":\"" + ONE
                                        + "\",\"key\":null,\"name\":null,\"waitSeconds\":null,\"waiting\":null,\"agentsAvailable\":null}"));
        assertThat(result.complete()).isFalse();
        assertThat(result.missing())
                .containsExactly(json("{\"part\":\"agents\",\"role\":\"org.permission.routing.read\"}"));
    }

    private static String queues(String by, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> String.format(Locale.ROOT, "\"%024x\"", i))
                .collect(Collectors.joining(",", "\"by\":\"%s\",\"%s\":[".formatted(by, by), "]"));
    }

    private static ReadParts call(String queue, String metrics) {
        return bound(GetQueueMetrics.class, "{\"queue\":{%s},\"metrics\":{%s}}".formatted(queue, metrics))
                .call(TASK);
    }
}
