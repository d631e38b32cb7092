package io.github.kustomerconnector.client;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kustomerconnector.call.BulkProgress;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.NoDocuments;
import io.github.kustomerconnector.http.ApiKey;
import io.github.kustomerconnector.http.Endpoint;
import io.github.kustomerconnector.operation.bulk.RunBulk;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a bulk waits for Kustomer, and how often it asks. */
class BulkExecutionTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    @Test
    void one_call_waits_for_kustomer_and_asks_with_growing_pauses() {
        kustomer.settings().bulkDelay(Duration.ofSeconds(3));

        BulkProgress progress = run(LONG, Duration.ofSeconds(5));

        assertThat(progress.isComplete()).isTrue();
        List<RecordedRequest> polls = polls();
        assertThat(polls).hasSizeBetween(3, 7);
        assertThat(between(polls, 2)).isGreaterThan(between(polls, 1));
    }

    @Test
    void one_call_waits_no_longer_than_asked() {
        kustomer.settings().bulkDelay(LONG);

        assertThat(run(Duration.ofSeconds(1), Duration.ofSeconds(5)).isComplete())
                .isFalse();
        assertThat(polls()).hasSizeBetween(2, 4);
    }

    /** A call has 90 seconds. It keeps the time of one request and five seconds to read and to hand back what it has. */
    @Test
    void one_call_ends_while_there_is_time_for_a_request() {
        kustomer.settings().bulkDelay(LONG);

        assertThat(run(LONG, Duration.ofMillis(84_400)).isComplete()).isFalse();
        assertThat(polls()).hasSizeLessThan(4);
    }

    /** A timeout of 86 seconds leaves no time for a second request, so it only counts the items. */
    @Test
    void one_call_without_time_counts_at_most_1000_items() {
        assertThat(run(LONG, Duration.ofSeconds(86), 999).total()).hasValue(999);
        assertThat(run(LONG, Duration.ofSeconds(86), 1001).total()).isEmpty();
        assertThat(kustomer.requests()).noneMatch(request -> request.method().equals("POST"));
    }

    @Test
    void one_call_with_time_counts_the_items_that_it_does_not_send() {
        kustomer.settings().bulkDelay(LONG);

        assertThat(run(Duration.ZERO, Duration.ofSeconds(5), 3100).total()).hasValue(3100);
    }

    @Test
    void one_call_sends_the_looked_up_items_while_there_is_time_for_a_request() {
        slowLookUps(Duration.ofMillis(100));

        BulkProgress progress = run(call("companies", Duration.ZERO, Duration.ofMillis(84_400), 40));

        assertThat(progress.next()).isBetween(1L, 39L);
        assertThat(kustomer.records("company")).hasSize((int) progress.next());
    }

    /** An abandoned request may be carried out later, when another look-up has found nothing. */
    @Test
    void one_call_sends_no_items_without_time_for_the_whole_request() {
        slowLookUps(Duration.ofMillis(5_200));
        Call.Bulk call = call("companies", Duration.ZERO, Duration.ofMillis(84_900), 1);

        assertThatThrownBy(() -> run(call)).hasMessageContaining("was not sent: too little time was left");
        assertThat(kustomer.records("company")).isEmpty();
    }

    private void slowLookUps(Duration delay) {
        kustomer.inject(
                Fault.stall(Step.AFTER_READING, delay),
                RequestMatcher.method("GET").and(RequestMatcher.path("/v1/companies")),
                99);
    }

    private BulkProgress run(Duration longestWait, Duration timeout) {
        return run(longestWait, timeout, 1);
    }

    private BulkProgress run(Duration longestWait, Duration timeout, int items) {
        return run(call("customers", longestWait, timeout, items));
    }

    private static Call.Bulk call(String resource, Duration longestWait, Duration timeout, int items) {
        String list = IntStream.range(0, items)
                .mapToObj("{\"name\": \"Record\", \"externalId\": \"C-%d\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        Call.Bulk call = bound(RunBulk.class, """
                        {"bulk": {"resource": "%s", "action": "create", "items": %s}}""".formatted(resource, list)).call(TASK);
        return new Call.Bulk(call.task(), call.plan(), call.source(), call.start(), longestWait, timeout);
    }

    private BulkProgress run(Call.Bulk call) {
        return KustomerClient.create(Map.of())
                .carryOut(
                        new Endpoint(kustomer.baseUrl(), ApiKey.of(KustomerSimulator.API_KEY)), call, NoDocuments.NONE)
                .progress();
    }

    private static Duration between(List<RecordedRequest> requests, int index) {
        return Duration.between(
                requests.get(index - 1).at(), requests.get(index).at());
    }

    /** The requests for the state of the bulk. The first one checks, before anything is sent, that results can be read. */
    private List<RecordedRequest> polls() {
        return kustomer.requests().stream()
                .dropWhile(request -> !request.method().equals("POST"))
                .filter(request -> request.path().startsWith("/v1/bulk/"))
                .filter(request -> !request.path().endsWith("/batches"))
                .toList();
    }
}
