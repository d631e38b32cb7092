package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that Kustomer does not protect must not be sent again while Kustomer may still carry their bulk out. */
final class BulkSecondRecordsTest {

    private static final RequestMatcher BATCHES = request -> request.path().endsWith("/batches");
    private static final Duration DELAY = Duration.ofSeconds(1);

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final BulkJobs jobs = new BulkJobs(kustomer);

    @ParameterizedTest
    @CsvSource({"companies, name, company", "kobjects, title, kobject.order"})
    void an_update_that_gets_no_answer_does_not_hide_the_create_before_it(String resource, String title, String type) {
        List<Map<String, String>> items = items(title);
        jobs.result(run(resource, "create", items.subList(0, 1)));
        kustomer.settings().bulkDelay(DELAY);
        kustomer.inject(Fault.status(Step.AFTER_READING, 503, Map.of()), RequestMatcher.method("PUT"), 1);

        Task upsert = run(resource, "upsert", items).withElementInstanceKey(7);

        JsonNode first = jobs.result(upsert);
        JsonNode again = jobs.result(upsert.with("bulk.waitSeconds", "0"));
        JsonNode last = jobs.toEnd(jobs.await(first, items), items);

        assertThat(first.path("next").asInt()).isEqualTo(3);
        assertThat(again.path("next").asInt()).isEqualTo(3);
        assertThat(kustomer.records(type)).hasSize(3);
        assertThat(last.path("created").asInt()).isEqualTo(2);
        assertThat(last.path("updated").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, queued", "100, created", "0, ''"})
    void results_that_mean_nothing_or_are_of_other_items_do_not_end_a_bulk(int from, String status) {
        kustomer.settings().bulkDelay(DELAY);
        String results = IntStream.range(from, from + 3)
                .mapToObj(i -> "{\"_clientRef\": \"%s\", \"status\": \"%s\"}".formatted(i, status))
                .collect(Collectors.joining(","));
        String answer = "{\"data\": [{\"attributes\": {\"results\": [%s]}}]}".formatted(results);
        kustomer.inject(Fault.json(Step.AFTER_READING, 200, answer), BATCHES, 1);

        JsonNode result = jobs.toEnd(run("companies", "create", items("name")), items("name"));

        assertThat(kustomer.records("company")).hasSize(3);
        assertThat(result.path("created").asInt()).isEqualTo(3);
    }

    @Test
    void a_new_bulk_that_kustomer_does_not_know_yet_has_not_ended() {
        kustomer.settings().bulkDelay(DELAY);
        String answer = "{\"errors\": [{\"status\": 404, \"code\": \"notfound\", \"title\": \"Not found\"}]}";
        // The first of these requests precedes the bulk: it checks the role of the key.
        RequestMatcher reads = RequestMatcher.path("/v1/bulk/").nth(2);
        kustomer.inject(Fault.json(Step.AFTER_READING, 404, answer), reads, 1);
        kustomer.inject(
                Fault.json(Step.AFTER_READING, 404, answer),
                RequestMatcher.path("/v1/bulk/").nth(3),
                1);

        JsonNode result = jobs.toEnd(run("companies", "create", items("name")), items("name"));

        assertThat(kustomer.records("company")).hasSize(3);
        assertThat(result.path("created").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "companies, create, name, company",
        "companies, upsert, name, company",
        "kobjects, create, title, kobject.order",
        "conversations, upsert, name, conversation"
    })
    void two_keys_with_one_external_id_make_one_record(String resource, String action, String title, String type) {
        String customer = kustomer.seedCustomer("{}");
        List<Map<String, String>> items = IntStream.range(0, 2)
                .mapToObj(i -> new HashMap<>(Map.of("row", "row-" + i, title, "Record", "externalId", "R-1")))
                .<Map<String, String>>map(item -> item)
                .toList();
        items.stream().filter(item -> !resource.equals("companies")).forEach(item -> item.put("customer", customer));

        JsonNode result = jobs.toEnd(run(resource, action, items).with("bulk.key", "row"), items);

        assertThat(kustomer.records(type)).hasSize(1);
        assertThat(result.path("created").asInt()).isEqualTo(1);
        assertThat(result.path(action.equals("create") ? "existing" : "updated").asInt())
                .isEqualTo(1);
    }

    private Task run(String resource, String action, Object items) {
        return jobs.run(resource, action, items).with("bulk.klass", "order");
    }

    private static List<Map<String, String>> items(String title) {
        return IntStream.range(0, 3)
                .mapToObj(i -> Map.of(title, "Record " + i, "externalId", "R-" + i))
                .toList();
    }
}
