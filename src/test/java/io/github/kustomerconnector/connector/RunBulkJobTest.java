package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.BulkFault;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Run Kustomer Bulk in the connector runtime's own job handler. */
final class RunBulkJobTest {

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final BulkJobs jobs = new BulkJobs(kustomer);

    @Test
    void creates_customers_with_few_requests() {
        JsonNode result = jobs.result(jobs.run("customers", "create", customers(250)));

        assertThat(result.path("complete").asBoolean()).isTrue();
        assertThat(result.path("created").asInt()).isEqualTo(250);
        assertThat(result.path("total").asInt()).isEqualTo(250);
        assertThat(kustomer.customers()).hasSize(250);
        assertThat(kustomer.requests())
                .as("role check, three bulks, their results")
                .hasSize(1 + 3 + 3);
        assertResults(result, 250, "created");
    }

    @Test
    void the_result_of_each_item_has_its_own_id() {
        JsonNode result = jobs.result(jobs.run("customers", "create", customers(30)));

        assertThat(result.path("results")).hasSize(30).allSatisfy(one -> {
            int index = one.path("index").asInt();
            assertThat(kustomer.customers())
                    .filteredOn(customer -> customer.path("id").equals(one.path("id")))
                    .singleElement()
                    .extracting(
                            customer -> customer.at("/attributes/externalId").asText())
                    .isEqualTo("C-" + index);
        });
    }

    @Test
    void a_wrong_item_does_not_end_the_others() {
        List<Map<String, Object>> items = customers(5);
        items.set(1, Map.of("emails", "no address"));
        items.set(3, Map.of("name", "Ada", "genderr", "x"));

        JsonNode result = jobs.result(jobs.run("customers", "create", items));

        assertThat(result.path("created").asInt()).isEqualTo(3);
        assertThat(result.path("failures")).hasSize(2);
        assertThat(result.at("/failures/0/error").asText()).isEqualTo("customer.emails is not an e-mail address");
        assertThat(result.at("/failures/1/index").asInt()).isEqualTo(3);
        assertThat(result.path("complete").asBoolean()).isTrue();
    }

    @Test
    void an_item_that_kustomer_refuses_has_its_reason_without_personal_data() {
        kustomer.settings().customAttributes("customer", "planStr");
        List<Map<String, Object>> items = customers(3);
        items.set(1, Map.of("name", "Ada Lovelace", "externalId", "C-1", "custom", Map.of("cityStr", "London")));

        JsonNode result = jobs.result(jobs.run("customers", "create", items));

        assertThat(result.path("created").asInt()).isEqualTo(2);
        assertThat(result.at("/failures/0/error").asText())
                .contains("Additional properties not allowed")
                .doesNotContain("London", "Lovelace");
    }

    @Test
    void a_whole_request_that_is_refused_for_one_item_is_divided() {
        kustomer.settings().bulkRefusesWhole(true);
        kustomer.settings().customAttributes("customer", "planStr");
        List<Map<String, Object>> items = customers(16);
        items.set(5, Map.of("externalId", "C-5", "custom", Map.of("cityStr", "London")));

        JsonNode result = jobs.result(jobs.run("customers", "create", items));

        assertThat(result.path("created").asInt()).isEqualTo(15);
        assertThat(result.path("failed").asInt()).isEqualTo(1);
        assertThat(result.at("/failures/0/index").asInt()).isEqualTo(5);
    }

    @Test
    void a_customer_that_exists_is_reported_with_its_id() {
        String known = kustomer.seedCustomer("{\"externalId\":\"C-1\"}");

        JsonNode result = jobs.result(jobs.run("customers", "create", customers(3)));

        assertThat(result.path("created").asInt()).isEqualTo(2);
        assertThat(result.path("existing").asInt()).isEqualTo(1);
        assertThat(result.at("/results/1/id").asText()).isEqualTo(known);
        assertThat(kustomer.customers()).hasSize(3);
    }

    @Test
    void a_customer_of_another_identity_is_an_error_of_the_item() {
        kustomer.seedCustomer("{\"externalId\":\"X-1\",\"phones\":[{\"phone\":\"+18005551212\"}]}");

        JsonNode result = jobs.result(
                jobs.run("customers", "create", List.of(Map.of("externalId", "X-2", "phones", "+18005551212"))));

        assertThat(result.path("failed").asInt()).isEqualTo(1);
        assertThat(result.at("/failures/0/error").asText())
                .contains("has the same phone, but another external ID")
                .doesNotContain("5551212");
    }

    @Test
    void upsert_updates_the_customers_that_exist() {
        String known = kustomer.seedCustomer("{\"externalId\":\"C-1\",\"name\":\"Old\"}");

        JsonNode result = jobs.toEnd(jobs.run("customers", "upsert", customers(3)), customers(3));

        assertThat(result.path("created").asInt()).isEqualTo(2);
        assertThat(result.path("updated").asInt()).isEqualTo(1);
        assertThat(kustomer.customers())
                .filteredOn(customer -> customer.path("id").asText().equals(known))
                .singleElement()
                .extracting(customer -> customer.at("/attributes/name").asText())
                .isEqualTo("Customer 1");
    }

    @Test
    void an_update_keeps_the_company() {
        String company = "5f9f1a2b3c4d5e6f7a8b9c0d";
        String known = kustomer.seedCustomer("{\"name\":\"Old\",\"company\":\"%s\"}".formatted(company));

        JsonNode result = jobs.result(
                jobs.run("customers", "update", List.of(Map.of("id", known, "name", "New"), Map.of("id", "nonsense"))));

        assertThat(result.path("updated").asInt()).isEqualTo(1);
        assertThat(result.path("failed").asInt()).isEqualTo(1);
        JsonNode customer = kustomer.customers().getFirst();
        assertThat(customer.at("/attributes/name").asText()).isEqualTo("New");
        assertThat(customer.at("/relationships/company/data/id").asText()).isEqualTo(company);
    }

    @Test
    void a_delete_reports_records_that_are_gone_as_deleted() {
        String known = kustomer.seedCustomer("{}");

        JsonNode result =
                jobs.result(jobs.run("customers", "delete", List.of(known, Map.of("id", "5f9f1a2b3c4d5e6f7a8b9c0d"))));

        assertThat(result.path("deleted").asInt()).isEqualTo(2);
        assertThat(kustomer.customers()).isEmpty();
    }

    @Test
    void conversations_messages_and_notes_are_created_and_updated() {
        String customer = kustomer.seedCustomer("{}");
        JsonNode conversations =
                jobs.result(jobs.run("conversations", "create", repeat(30, "customer", customer, "name", "Hello")));
        String conversation = conversations.at("/results/0/id").asText();

        JsonNode messages = jobs.result(jobs.run(
                        "messages",
                        "create",
                        repeat(30, "conversation", conversation, "channel", "email", "app", "import", "preview", "Hi"))
                .withElementInstanceKey(2));
        JsonNode notes =
                jobs.result(jobs.run("notes", "create", repeat(30, "conversation", conversation, "body", "Checked"))
                        .withElementInstanceKey(3));
        JsonNode done =
                jobs.result(jobs.run("conversations", "update", List.of(Map.of("id", conversation, "status", "done")))
                        .withElementInstanceKey(4));

        assertResults(conversations, 30, "created");
        assertResults(messages, 30, "created");
        assertResults(notes, 30, "created");
        assertThat(done.path("updated").asInt()).isEqualTo(1);
        assertThat(kustomer.conversations()).hasSize(30);
        assertThat(kustomer.records("message")).hasSize(30);
        assertThat(kustomer.records("note")).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource({"companies, name", "kobjects, title"})
    void records_that_kustomer_does_not_protect_are_looked_up_first(String resource, String title) {
        List<Map<String, Object>> items = IntStream.range(0, 30)
                .mapToObj(i -> Map.<String, Object>of(title, "Record " + i, "externalId", "R-" + i))
                .toList();
        jobs.toEnd(jobs.run(resource, "create", items).with("bulk.klass", "order"), items);
        jobs.restart();

        JsonNode again = jobs.toEnd(
                jobs.run(resource, "upsert", items).with("bulk.klass", "order").withElementInstanceKey(7), items);

        assertThat(kustomer.records(resource.equals("companies") ? "company" : "kobject.order"))
                .hasSize(30);
        assertThat(again.path("updated").asInt()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({"companies, name", "kobjects, title"})
    void two_items_with_one_external_id_make_one_record(String resource, String title) {
        List<Map<String, Object>> items =
                List.of(Map.of(title, "Record", "externalId", "R-1"), Map.of(title, "Record", "externalId", "R-1"));

        JsonNode result = jobs.toEnd(jobs.run(resource, "create", items).with("bulk.klass", "order"), items);

        assertThat(result.path("created").asInt()).isEqualTo(1);
        assertThat(result.path("existing").asInt()).isEqualTo(1);
        assertThat(kustomer.records(resource.equals("companies") ? "company" : "kobject.order"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"companies, name, company", "kobjects, title, kobject.order"})
    void companies_and_kobjects_are_deleted(String resource, String title, String type) {
        List<Map<String, Object>> items = List.of(Map.of(title, "Record 1"), Map.of(title, "Record 2"));
        JsonNode created = jobs.toEnd(jobs.run(resource, "create", items).with("bulk.klass", "order"), items);
        List<String> ids = created.path("results")
                .valueStream()
                .map(result -> result.path("id").asText())
                .toList();

        JsonNode deleted = jobs.toEnd(
                jobs.run(resource, "delete", ids).with("bulk.klass", "order").withElementInstanceKey(7), ids);

        assertThat(deleted.path("deleted").asInt()).isEqualTo(2);
        assertThat(kustomer.records(type))
                .allMatch(record -> record.at("/attributes/deleted").asBoolean());
    }

    @Test
    void a_look_up_without_an_answer_keeps_the_items_before_it() {
        List<Map<String, Object>> items = IntStream.range(0, 30)
                .mapToObj(i -> Map.<String, Object>of("name", "Record " + i, "externalId", "R-" + i))
                .toList();
        kustomer.inject(
                Fault.status(Step.AFTER_READING, 503, Map.of()),
                RequestMatcher.path("/v1/companies").nth(11),
                1);

        JsonNode first = jobs.result(jobs.run("companies", "create", items));
        JsonNode last = jobs.toEnd(jobs.await(first, items), items);

        assertThat(first.path("next").asInt()).isEqualTo(10);
        assertThat(last.path("created").asInt()).isEqualTo(30);
        assertThat(kustomer.records("company")).hasSize(30);
    }

    @Test
    void a_redelivered_job_of_a_new_runtime_makes_no_second_record() {
        String customer = kustomer.seedCustomer("{}");
        List<Map<String, Object>> items = repeat(120, "customer", customer);
        jobs.result(jobs.run("conversations", "create", items));
        jobs.restart();

        JsonNode result = jobs.result(jobs.run("conversations", "create", items));

        assertThat(kustomer.conversations()).hasSize(120);
        assertResults(result, 120, "created");
    }

    @Test
    void a_redelivered_job_of_the_same_runtime_sends_nothing_again() {
        jobs.result(jobs.run("customers", "create", customers(250)));
        int requests = kustomer.requests().size();

        JsonNode result = jobs.result(jobs.run("customers", "create", customers(250)));

        assertThat(kustomer.requests()).hasSize(requests);
        assertResults(result, 250, "created");
    }

    @Test
    void after_a_lost_answer_only_the_items_in_doubt_are_looked_up() {
        kustomer.inject(
                Fault.close(Step.AFTER_STORING), RequestMatcher.method("POST").nth(2), 1);
        List<Map<String, Object>> items = customers(300);

        JsonNode first = jobs.result(jobs.run("customers", "create", items));
        JsonNode result = jobs.result(jobs.await(first, items));

        assertThat(first.path("next").asInt()).isEqualTo(100);
        assertThat(result.path("complete").asBoolean()).isTrue();
        assertThat(result.path("created").asInt() + result.path("existing").asInt())
                .isEqualTo(300);
        assertThat(kustomer.customers()).hasSize(300);
        assertThat(kustomer.requests())
                .filteredOn(request -> request.path().contains("externalId="))
                .hasSize(100);
    }

    @Test
    void items_without_a_result_are_looked_up_and_sent_again() {
        kustomer.inject(BulkFault.HALF_DONE, 1);
        kustomer.inject(BulkFault.NO_RESULTS, 1);
        List<Map<String, Object>> items = customers(200);

        JsonNode result = jobs.toEnd(jobs.run("customers", "create", items), items);

        assertThat(kustomer.customers()).hasSize(200);
        assertThat(BulkJobs.results(result)).hasSize(200);
        assertThat(result.path("failed").asInt()).isZero();
    }

    @Test
    void a_bulk_that_is_not_done_in_time_is_handed_back() {
        List<Map<String, Object>> items = customers(150);

        JsonNode first = jobs.handedBack(jobs.run("customers", "create", items));

        assertThat(first.path("complete").asBoolean()).isFalse();
        assertThat(first.path("done").asInt()).isZero();
        assertThat(first.path("total").asInt()).isEqualTo(150);
        assertThat(first.path("open")).hasSize(2);
        assertResults(jobs.toEnd(jobs.await(first, items), items), 150, "created");
    }

    @Test
    void items_come_from_json_lines() {
        JsonNode document = BulkJobs.document("{\"externalId\":\"A\"}\n\nnonsense\n{\"externalId\":\"B\"}\r\n");

        JsonNode result = jobs.result(jobs.run("customers", "create", List.of(document)));

        assertThat(result.path("created").asInt()).isEqualTo(2);
        assertThat(result.at("/failures/0/error").asText()).isEqualTo("The item is not JSON");
        assertThat(result.path("total").asInt()).isEqualTo(3);
    }

    @Test
    void items_come_from_a_json_array() {
        JsonNode document = BulkJobs.document("[{\"externalId\":\"A\"}, {\"externalId\":\"B\"}]");

        JsonNode result = jobs.result(jobs.run("customers", "create", document));

        assertResults(result, 2, "created");
    }

    @Test
    void a_request_is_no_larger_than_100_kilobytes() {
        String name = "x".repeat(250);
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            items.add(Map.of(
                    "externalId",
                    "C-" + i,
                    "custom",
                    IntStream.range(0, 8).boxed().collect(Collectors.toMap(n -> "a" + n + "Str", n -> name))));
        }

        JsonNode result = jobs.result(jobs.run("customers", "create", items));

        assertResults(result, 100, "created");
        assertThat(kustomer.requests())
                .filteredOn(request -> request.method().equals("POST"))
                .hasSizeBetween(2, 4)
                .allSatisfy(request -> assertThat(request.body().length()).isLessThanOrEqualTo(100 * 1024));
    }

    @Test
    void results_of_more_than_100_items_go_into_a_document() {
        JsonNode result = jobs.result(jobs.run("customers", "create", customers(101)));

        assertThat(result.path("results")).isEmpty();
        assertThat(result.path("documents")).hasSize(1);
        assertThat(result.at("/documents/0/camunda.document.type").asText()).isEqualTo("camunda");
        assertResults(result, 101, "created");
    }

    @Test
    void the_results_are_read_page_by_page() {
        kustomer.settings().bulkBatchSize(7);
        kustomer.settings().bulkPageSize(2);

        assertResults(jobs.result(jobs.run("customers", "create", customers(100))), 100, "created");
    }

    @Test
    void a_key_without_the_role_to_read_results_sends_nothing() {
        kustomer.addKey("eyJsaW1pdGVk", Set.of("org.permission.customer.create"));
        Task task = jobs.run("customers", "create", customers(3)).with("authentication.apiKey", "eyJsaW1pdGVk");

        JobEnding.Failed failed = jobs.handlingOf(task).failure(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(failed.message()).contains("org.permission.bulk.read");
        assertThat(kustomer.requests()).hasSize(1);
        assertThat(kustomer.customers()).isEmpty();
    }

    @Test
    void a_job_that_the_rate_limit_stops_hands_back_what_it_reached() {
        kustomer.settings().rateLimit(4);
        kustomer.settings().window(Duration.ofSeconds(2));
        List<Map<String, Object>> items = customers(500);

        JsonNode first = jobs.result(jobs.run("customers", "create", items));

        assertThat(first.path("next").asInt()).isEqualTo(300);
        assertThat(first.path("open")).hasSize(3);
    }

    @Test
    void a_job_that_the_rate_limit_stops_at_once_is_retried_later() {
        kustomer.settings().rateLimit(0);
        Task task = jobs.run("customers", "create", customers(3));

        JobEnding.Failed failed = jobs.handlingOf(task).failure(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_RATE_LIMITED");
        assertThat(failed.askedWait()).isPositive();
    }

    @Test
    void the_key_of_an_item_identifies_it_in_all_tasks() {
        List<Map<String, Object>> items = List.of(Map.of("name", "Ada", "row", 7), Map.of("name", "Grace"));
        jobs.result(jobs.run("customers", "create", items).with("bulk.key", "row"));
        jobs.restart();

        JsonNode again = jobs.result(
                jobs.run("customers", "create", items).with("bulk.key", "row").withElementInstanceKey(77));

        assertThat(kustomer.customers()).hasSize(1);
        assertThat(again.path("existing").asInt()).isEqualTo(1);
        assertThat(again.at("/failures/0/error").asText()).isEqualTo("The item has no key: its field row is missing");
    }

    @Test
    void an_action_that_kustomer_does_not_offer_is_refused() {
        Task task = jobs.run("notes", "delete", List.of("5f9f1a2b3c4d5e6f7a8b9c0d"));

        JobEnding.Failed failed = jobs.handlingOf(task).failure(task);

        assertThat(failed.message()).isEqualTo("bulk.action is delete, which Kustomer does not offer for notes");
        assertThat(kustomer.requests()).isEmpty();
    }

    private static void assertResults(JsonNode result, int items, String status) {
        assertThat(BulkJobs.results(result))
                .hasSize(items)
                .allSatisfy(one -> assertThat(one.path("status").asText()).isEqualTo(status))
                .extracting(one -> one.path("index").asInt())
                .containsExactlyElementsOf(IntStream.range(0, items).boxed().toList());
    }

    private static List<Map<String, Object>> customers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of("name", "Customer " + i, "externalId", "C-" + i))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Map<String, Object>> repeat(int count, Object... fields) {
        Map<String, Object> item = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            item.put((String) fields[i], fields[i + 1]);
        }
        return Collections.nCopies(count, item);
    }
}
