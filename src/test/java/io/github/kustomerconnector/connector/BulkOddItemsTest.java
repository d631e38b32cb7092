package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.BulkFault;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items of a bulk that are unusual: of wrong kinds, very large, cut, or changed between two tasks. */
final class BulkOddItemsTest {

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final BulkJobs jobs = new BulkJobs(kustomer);

    @Test
    void items_of_wrong_kinds_are_errors_and_the_others_are_created() {
        Map<String, Object> withoutValues = new HashMap<>();
        withoutValues.put("name", null);
        List<Object> items = Arrays.asList(
                null,
                "Ada",
                7,
                List.of(),
                List.of(List.of(Map.of("name", "Ada"))),
                Map.of(),
                withoutValues,
                Map.of("name", Map.of("first", "Ada")),
                Map.of("name", "Ada", "_clientRef", "0"),
                Map.of("externalId", "good"));

        JsonNode result = jobs.result(jobs.run("customers", "create", items));

        assertThat(result.path("complete").asBoolean()).isTrue();
        assertThat(result.path("failed").asInt()).isEqualTo(9);
        assertThat(result.path("results").get(9).path("status").asText()).isEqualTo("created");
        assertThat(kustomer.customers()).hasSize(1);
        assertThat(result.path("failures").toString()).doesNotContain("Ada");
    }

    /** Kustomer would return the result of one item under the name of another one. */
    @ParameterizedTest
    @CsvSource({
        "companies, create, name",
        "companies, update, name",
        "kobjects, upsert, title",
        "notes, update, body",
        "messages, update, preview",
        "customers, delete, name"
    })
    void an_item_with_the_name_of_another_one_is_an_error(String resource, String action, String field) {
        List<Map<String, String>> items = IntStream.range(0, 2)
                .mapToObj(i -> Map.of("id", "5f9f1a2b3c4d5e6f7a8b9c0" + i, field, "Text", "_clientRef", "" + (1 - i)))
                .toList();

        JsonNode result = jobs.result(jobs.run(resource, action, items).with("bulk.klass", "order"));

        assertThat(result.path("failed").asInt()).isEqualTo(2);
        assertThat(result.path("failures"))
                .allSatisfy(failure -> assertThat(failure.path("error").asText())
                        .isEqualTo("The item has the field _clientRef, which this task sets"));
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void the_key_of_an_item_may_be_in_the_field_that_the_task_sets() {
        List<Map<String, String>> items = List.of(
                Map.of("name", "Shop A", "_clientRef", "row-1"), Map.of("name", "Shop B", "_clientRef", "row-0"));

        JsonNode result = jobs.toEnd(jobs.run("companies", "create", items).with("bulk.key", "_clientRef"), items);

        assertThat(result.path("created").asInt()).isEqualTo(2);
    }

    @Test
    void an_item_that_is_a_document_is_an_error() {
        List<JsonNode> items = List.of(BulkJobs.document("[]"), BulkJobs.document("[]"));

        JsonNode result = jobs.result(jobs.run("companies", "create", items));

        assertThat(result.at("/failures/0/error").asText()).isEqualTo("The item is a document, not a record");
        assertThat(result.path("failed").asInt()).isEqualTo(2);
    }

    @Test
    void an_item_that_is_larger_than_a_request_is_an_error_and_the_others_are_created() {
        List<Map<String, Object>> items = List.of(
                Map.of("externalId", "A"),
                Map.of("externalId", "B", "custom", Map.of("noteStr", "x".repeat(101 * 1024))),
                Map.of("externalId", "C"));

        JsonNode result = jobs.result(jobs.run("customers", "create", items));

        assertThat(result.path("complete").asBoolean()).isTrue();
        assertThat(result.path("created").asInt()).isEqualTo(2);
        assertThat(result.at("/failures/0/index").asInt()).isEqualTo(1);
    }

    /** Such an item is looked up before it is sent. The request for one item has 19 bytes more than the item. */
    @ParameterizedTest
    @CsvSource({"create, 0, 2", "create, 1, 2", "upsert, 1, 2"})
    void an_item_that_is_looked_up_first_and_larger_than_a_request_is_an_error(String action, int excess, int created) {
        String fields = "{\"title\":\"B\",\"externalId\":\"B\",\"description\":\"%s\"}";
        String text = "x".repeat(100 * 1024 - 19 - fields.length() + 2 + excess);
        JsonNode items = BulkJobs.document("""
                {"title":"A","externalId":"A"}
                %s
                {"title":"C","externalId":"C"}""".formatted(fields.formatted(text)));

        JsonNode result = jobs.toEnd(jobs.run("kobjects", action, items).with("bulk.klass", "order"), items);

        assertThat(result.path("created").asInt()).isEqualTo(created);
        assertThat(result.at("/failures/0/index").asInt()).isEqualTo(1);
        assertThat(result.at("/failures/0/error").asText())
                .contains(excess > 0 ? "makes a body of 102401 bytes" : "description: must be at most");
    }

    @Test
    void an_item_with_the_api_key_is_an_error_and_the_others_are_created() {
        String key = KustomerSimulator.API_KEY;
        JsonNode items = BulkJobs.document(
                "{\"externalId\":\"A\"}\n{\"externalId\":\"B\",\"name\":\"%s\"}\n{\"externalId\":\"C\"}"
                        .formatted(key));

        JsonNode result = jobs.toEnd(jobs.run("customers", "create", items), items);

        assertThat(result.path("created").asInt()).isEqualTo(2);
        assertThat(result.at("/failures/0/error").asText()).contains("contains the API key");
        assertThat(kustomer.requests())
                .allSatisfy(request -> assertThat(request.body()).doesNotContain(key));
    }

    @Test
    void a_refused_look_up_of_an_item_does_not_end_the_others() {
        List<Map<String, String>> items = List.of(
                Map.of("name", "Shop A", "externalId", "A"),
                Map.of("name", "Shop B", "externalId", "B"),
                Map.of("name", "Shop C", "externalId", "C"));
        kustomer.inject(
                Fault.status(Step.AFTER_READING, 400, Map.of()),
                RequestMatcher.path("/v1/companies").nth(2),
                1);

        JsonNode result = jobs.toEnd(jobs.run("companies", "create", items), items);

        assertThat(result.path("created").asInt()).isEqualTo(2);
        assertThat(result.at("/failures/0/index").asInt()).isEqualTo(1);
        assertThat(result.at("/failures/0/error").asText()).startsWith("GET /v1/companies");
        assertThat(kustomer.records("company")).hasSize(2);
    }

    @Test
    void an_item_whose_look_up_would_contain_the_api_key_is_an_error() {
        JsonNode items = BulkJobs.document(
                "{\"name\":\"Acme\",\"externalId\":\"%s\"}%n{\"name\":\"Other\"}".formatted(KustomerSimulator.API_KEY));

        JsonNode result = jobs.toEnd(jobs.run("companies", "create", items), items);

        assertThat(result.path("created").asInt()).isEqualTo(1);
        assertThat(result.at("/failures/0/error").asText()).contains("contains the API key");
        assertThat(kustomer.requests())
                .allSatisfy(request -> assertThat(request.path()).doesNotContain(KustomerSimulator.API_KEY));
    }

    @Test
    void nothing_is_sent_while_it_is_unknown_whether_results_can_be_read() {
        kustomer.inject(Fault.status(Step.AFTER_READING, 503, Map.of()), RequestMatcher.path("/v1/bulk"), 1);
        Task task = jobs.run("customers", "create", List.of(Map.of("externalId", "A")));

        assertThat(jobs.handlingOf(task).failure(task).code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(kustomer.requests()).hasSize(1);
        assertThat(jobs.result(task).path("created").asInt()).isEqualTo(1);
    }

    @Test
    void a_text_of_ten_megabytes_in_an_array_does_not_hide_the_other_items() {
        String document =
                "[{\"externalId\":\"A\"},{\"name\":\"" + "x".repeat(10_000_000) + "\"},{\"externalId\":\"B\"}]";

        JsonNode result = jobs.result(jobs.run("customers", "create", BulkJobs.document(document)));

        assertThat(result.path("created").asInt()).isEqualTo(2);
        assertThat(result.at("/failures/0/error").asText()).isEqualTo("The item is longer than 1048576 bytes");
    }

    @Test
    void a_cut_array_of_more_items_than_one_task_sends_comes_to_its_end() {
        StringBuilder array = new StringBuilder("[");
        IntStream.range(0, 2050).forEach(i -> array.append("{\"externalId\":\"C-%s\"},".formatted(i)));
        JsonNode document = BulkJobs.document(array + "{\"name\":\"Ada\"");

        JsonNode result = jobs.toEnd(jobs.run("customers", "create", document), document);

        assertThat(result.path("created").asInt()).isEqualTo(2050);
        assertThat(result.path("failed").asInt()).isEqualTo(1);
        assertThat(result.path("total").asInt()).isEqualTo(2051);
    }

    @Test
    void a_document_with_other_items_than_in_the_first_task_is_refused() {
        JsonNode first = jobs.result(jobs.run("customers", "create", lines(2100)));
        // As if the reference had no hash of the content.
        ((ObjectNode) first.path("about")).remove("items");

        assertThat(first.path("total").asInt()).isEqualTo(2100);
        for (int count : new int[] {1900, 2050, 2150}) {
            Task task = jobs.await(first, lines(count));
            assertThat(jobs.handlingOf(task).failure(task).message())
                    .isEqualTo("bulk.items must be the same items as in Run Kustomer Bulk, which had 2100");
        }
        assertThat(jobs.toEnd(jobs.await(first, lines(2100)), lines(2100))
                        .path("created")
                        .asInt())
                .isEqualTo(2100);
    }

    @ParameterizedTest
    @CsvSource({
        "next, 10, must be the same items as in Run Kustomer Bulk",
        "next, -1, is not the result of Run Kustomer Bulk",
        "next, 1.5, is not the result of Run Kustomer Bulk",
        "next, 9999999999999999999999, is not the result of Run Kustomer Bulk",
        "total, 2, must be the same items as in Run Kustomer Bulk",
        "open, 7, is not the result of Run Kustomer Bulk",
        "results, 7, is not the result of Run Kustomer Bulk",
        "about, 7, is not the result of Run Kustomer Bulk"
    })
    void a_progress_that_the_process_changed_is_refused(String field, String value, String problem) {
        List<Map<String, String>> items = List.of(Map.of("externalId", "A"), Map.of("externalId", "B"));
        ObjectNode progress =
                jobs.handedBack(jobs.run("customers", "create", items)).deepCopy();
        progress.remove("total");
        progress.set(field, BulkJobs.read(value));
        List<Map<String, String>> other = field.equals("total") ? items.subList(0, 1) : items;

        JobEnding.Failed failed = jobs.handlingOf(jobs.await(progress, other)).failure(jobs.await(progress, other));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).contains(problem);
    }

    @Test
    void an_open_request_that_the_process_changed_does_not_block_the_others() {
        List<Map<String, String>> items = List.of(Map.of("externalId", "A"), Map.of("externalId", "B"));
        ObjectNode progress =
                jobs.handedBack(jobs.run("customers", "create", items)).deepCopy();
        ((ObjectNode) progress.at("/open/0")).put("count", 99).put("to", 99);

        JsonNode last = jobs.toEnd(jobs.await(progress, items), items);

        assertThat(last.path("done").asInt()).isEqualTo(2);
        assertThat(kustomer.customers()).hasSize(2);
    }

    /** The number of results would be wrong, because a wrong item is not sent, and has its result already. */
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 1"})
    void items_that_become_right_or_wrong_between_two_tasks_are_refused(int wrongBefore, int wrongAfter) {
        kustomer.inject(BulkFault.HALF_DONE, 1);
        List<Object> items = IntStream.range(0, 4)
                .<Object>mapToObj(i -> customer(i, i < wrongBefore))
                .toList();
        List<Object> others = IntStream.range(0, 4)
                .<Object>mapToObj(i -> customer(i, i < wrongAfter))
                .toList();
        JsonNode first = jobs.handedBack(jobs.run("customers", "create", items));
        Task other = jobs.await(first, others);

        JobEnding.Failed failed = jobs.handlingOf(other).failure(other);
        JsonNode last = jobs.toEnd(jobs.await(first, items), items);

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message())
                .isEqualTo("bulk.items must be the same items as in Run Kustomer Bulk: one of the items 0 to 3 is"
                        + " another one");
        assertThat(last.path("failed").asInt()).isEqualTo(wrongBefore);
        assertThat(last.path("done").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"companies, name, company", "kobjects, title, kobject.order"})
    void a_divided_request_whose_later_part_fails_makes_no_second_record(String resource, String title, String type) {
        kustomer.settings().bulkRefusesWhole(true);
        List<Map<String, Object>> items = IntStream.range(0, 8)
                .mapToObj(i -> Map.<String, Object>of(title, "Record " + i, "externalId", "R-" + i))
                .collect(Collectors.toCollection(ArrayList::new));
        items.set(7, Map.of(title, "Record 7", "externalId", "R-7", "wrong field", "x"));
        Task run = jobs.run(resource, "create", items).with("bulk.klass", "order");
        kustomer.inject(
                Fault.status(Step.AFTER_READING, 503, Map.of()),
                RequestMatcher.method("POST").nth(3),
                1);

        JsonNode first = jobs.handedBack(run);
        JsonNode last = jobs.toEnd(jobs.await(first, items), items);

        assertThat(first.path("open")).hasSize(2);
        assertThat(kustomer.records(type)).hasSize(7);
        assertThat(last.path("created").asInt()).isEqualTo(7);
        assertThat(last.at("/failures/0/index").asInt()).isEqualTo(7);
    }

    private static Map<String, String> customer(int i, boolean isWrong) {
        return Map.of("externalId", "C-" + i, "emails", isWrong ? "wrong" : "c%s@example.org".formatted(i));
    }

    private static JsonNode lines(int count) {
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, count).forEach(i -> lines.append("{\"externalId\":\"C-%s\"}%n".formatted(i)));
        return BulkJobs.document(lines.toString());
    }
}
