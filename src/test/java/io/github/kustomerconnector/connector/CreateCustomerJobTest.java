package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Dialect;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateCustomerJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.ofCreateCustomer(kustomer);

    @ParameterizedTest
    @EnumSource
    void the_result_expression_of_the_template_returns_the_customer_id(Dialect dialect) {
        KustomerSimulator other = simulator.start(dialect);
        JobHandling handling = JobHandling.ofCreateCustomer(other);

        JobEnding ending = handling.run(
                handling.task().with("customer.name", "Ada Lovelace").with("customer.emails", "ada@example.org"));

        assertThat(other.customers()).hasSize(1);
        assertThat(ending.completed().variables()).isEqualTo(tree("{\"customerId\":\"%s\"}".formatted(id(other))));
        assertThat(other.requests()).hasSize(1);
    }

    @Test
    void puts_the_whole_record_into_the_result_variable() {
        JsonNode result =
                jobs.result(jobs.task().with("customer.name", "Ada Lovelace").with("customer.company", company()));

        assertThat(result.path("id").asText()).isEqualTo(id(kustomer));
        assertThat(result.path("type").asText()).isEqualTo("customer");
        assertThat(result.path("outcome").asText()).isEqualTo("created");
        assertThat(result.at("/attributes/name").asText()).isEqualTo("Ada Lovelace");
        assertThat(result.at("/relationships/company/data/id").asText()).isEqualTo(company());
        assertThat(result.path("url").asText()).isEqualTo(kustomer.url() + "/v1/customers/" + id(kustomer));
    }

    static Stream<Object> oneAddress() {
        return Stream.of(
                "ada@example.org",
                List.of("ada@example.org"),
                Map.of("email", "ada@example.org"),
                List.of(Map.of("email", "ada@example.org")),
                List.of("ada@example.org", " ", "ada@example.org"));
    }

    @ParameterizedTest
    @MethodSource("oneAddress")
    void takes_an_address_as_text_as_an_object_and_in_a_list(Object emails) {
        jobs.result(jobs.task().with("customer.emails", emails));

        assertThat(stored().at("/attributes/emails")).hasSize(1);
        assertThat(stored().at("/attributes/emails/0/email").asText()).isEqualTo("ada@example.org");
    }

    @Test
    void takes_numbers_and_single_values_where_kustomer_wants_texts_and_lists() {
        jobs.result(jobs.task()
                .with("customer.externalId", 4711)
                .with("customer.phones", List.of("+18005551212", Map.of("phone", "+18005551213", "type", "work")))
                .with("customer.tags", "vip")
                .with("customer.birthdayAt", "1985-12-10"));

        assertThat(stored().at("/attributes/externalId").asText()).isEqualTo("4711");
        assertThat(stored().at("/attributes/phones")).hasSize(2);
        assertThat(stored().at("/attributes/tags")).hasSize(1);
        assertThat(stored().at("/attributes/birthdayAt").asText()).isEqualTo("1985-12-10T00:00:00.000Z");
    }

    @Test
    void sends_what_is_set_and_nothing_else() {
        jobs.result(jobs.task().with("customer.name", "Ada").with("customer.emails", "ada@example.org"));

        assertThat(kustomer.requests().getFirst().json())
                .isEqualTo(tree("{\"name\":\"Ada\",\"emails\":[{\"email\":\"ada@example.org\"}]}"));
    }

    @Test
    void sends_additional_fields_as_they_are() {
        jobs.run(jobs.task().with("customer.additionalFields", Map.of("shoeSize", 38)));

        assertThat(kustomer.requests().getFirst().body()).contains("\"shoeSize\":38");
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 400})
    void returns_the_customer_that_is_there(int duplicateStatus) {
        kustomer.settings().duplicateStatus(duplicateStatus);
        String there = kustomer.seedCustomer("{\"name\":\"Ada\",\"emails\":[{\"email\":\"ada@example.org\"}]}");

        JsonNode result =
                jobs.result(jobs.task().with("customer.name", "Countess").with("customer.emails", "ADA@example.org"));

        assertThat(result.path("id").asText()).isEqualTo(there);
        assertThat(result.path("outcome").asText()).isEqualTo("existing");
        assertThat(stored().at("/attributes/name").asText()).isEqualTo("Ada");
    }

    @Test
    void updates_the_customer_that_is_there_and_keeps_its_other_addresses_and_its_company() {
        String there = kustomer.seedCustomer("""
                {"name": "Ada", "company": "%s",
                 "emails": [{"email": "ada@example.org"}, {"email": "countess@example.org"}]}""".formatted(company()));

        JsonNode result = jobs.result(jobs.task()
                .with("customer.name", "Countess")
                .with("customer.emails", "ada@example.org")
                .with("options.onDuplicate", "updateExisting"));

        assertThat(result.path("id").asText()).isEqualTo(there);
        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(stored().at("/attributes/name").asText()).isEqualTo("Countess");
        assertThat(stored().at("/attributes/emails").findValuesAsText("email"))
                .containsExactlyInAnyOrder("ada@example.org", "countess@example.org");
        assertThat(stored().at("/relationships/company/data/id").asText()).isEqualTo(company());
    }

    @Test
    void fails_if_the_customer_is_there_and_must_not_be() {
        String there = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");

        JobEnding.Failed failed = jobs.failure(
                jobs.task().with("customer.emails", "ada@example.org").with("options.onDuplicate", "fail"));

        assertDuplicate(failed, there);
        assertThat(failed.message()).endsWith("The record " + there + " with the same e-mail exists already");
    }

    @Test
    void fails_if_the_address_belongs_to_a_customer_with_another_external_id() {
        String there = kustomer.seedCustomer("{\"externalId\":\"C-1\",\"emails\":[{\"email\":\"ada@example.org\"}]}");

        JobEnding.Failed failed = jobs.failure(
                jobs.task().with("customer.emails", "ada@example.org").with("customer.externalId", "C-2"));

        assertDuplicate(failed, there);
        assertThat(failed.message()).contains("external ID").doesNotContain("C-1", "C-2", "ada@");
    }

    @Test
    void fails_if_the_identifiers_lead_to_different_customers() {
        String one = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");
        String other = kustomer.seedCustomer("{\"phones\":[{\"phone\":\"+18005551212\"}]}");

        JobEnding.Failed failed = jobs.failure(
                jobs.task().with("customer.emails", "ada@example.org").with("customer.phones", "+18005551212"));

        assertDuplicate(failed, one, other);
        assertThat(failed.message()).contains("e-mail leads to " + one, "phone leads to " + other);
    }

    @Test
    void a_task_that_runs_again_finds_its_own_customer() {
        Task task = jobs.task().with("customer.name", "Ada");

        JsonNode first = jobs.result(task);
        JsonNode second = jobs.result(task);

        assertThat(kustomer.customers()).hasSize(1);
        assertThat(stored().at("/attributes/externalId").asText()).startsWith("camunda-");
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("created");
    }

    @Test
    void another_task_makes_another_customer() {
        Task task = jobs.task().with("customer.name", "Ada");

        jobs.result(task);
        jobs.result(task.withElementInstanceKey(4712));

        assertThat(kustomer.customers()).hasSize(2);
    }

    @Test
    void the_same_task_number_in_another_cluster_makes_another_customer() {
        JobHandling otherCluster =
                JobHandling.of(new CreateCustomerConnector(JobHandling.environment("other")), kustomer);
        Task task = jobs.task().with("customer.name", "Ada");

        jobs.run(task).completed();
        otherCluster.run(task).completed();

        assertThat(kustomer.customers()).hasSize(2);
    }

    @Test
    void tasks_with_the_same_idempotency_key_make_one_customer() {
        Task task = jobs.task().with("customer.name", "Ada").with("options.idempotencyKey", "order-4711");

        JsonNode first = jobs.result(task);
        JsonNode second = jobs.result(task.withElementInstanceKey(4712));

        assertThat(kustomer.customers()).hasSize(1);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("existing");
    }

    @Test
    void looks_up_before_it_sends_if_asked_to() {
        String there = kustomer.seedCustomer("{\"externalId\":\"C-1\"}");

        JsonNode result = jobs.result(
                jobs.task().with("customer.externalId", "C-1").with("options.repeatProtection", "lookUpFirst"));

        assertThat(result.path("id").asText()).isEqualTo(there);
        assertThat(kustomer.requests()).extracting(RecordedRequest::method).containsExactly("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "custom"})
    void refuses_a_customer_without_any_data_unless_the_form_wants_one(String field) {
        Task task = jobs.task().with("customer." + field, field.equals("name") ? null : Map.of("planStr", ""));

        JobEnding.Failed failed = jobs.failure(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).contains("customer has no data", "customer.name", "content.ifEmpty");
        assertThat(kustomer.requests()).isEmpty();
        assertThat(jobs.result(task.with("content.ifEmpty", "create"))
                        .path("outcome")
                        .asText())
                .isEqualTo("created");
        assertThat(kustomer.requests().getFirst().body()).doesNotContain("custom\":");
    }

    @ParameterizedTest
    @CsvSource({
        "returnExisting, automatic",
        "updateExisting, automatic",
        "fail, automatic",
        "returnExisting, lookUpFirst",
        "updateExisting, none"
    })
    void a_customer_who_shares_the_phone_but_has_another_e_mail_is_a_duplicate(String onDuplicate, String protection) {
        String there = kustomer.seedCustomer("""
                {"name": "Ada", "externalId": "C-1", "emails": [{"email": "ada@example.org"}],
                 "phones": [{"phone": "+18005551212"}]}""");

        JobEnding.Failed failed = jobs.failure(jobs.task()
                .with("customer.name", "Bob")
                .with("customer.emails", "bob@example.org")
                .with("customer.phones", "+1 800 555-1212")
                .with("options.onDuplicate", onDuplicate)
                .with("options.repeatProtection", protection));

        assertDuplicate(failed, there);
        assertThat(failed.message())
                .contains("the record " + there + " has the same phone, but another e-mail")
                .doesNotContain("ada@", "bob@", "1212");
        assertThat(stored().at("/attributes/name").asText()).isEqualTo("Ada");
        assertThat(stored().at("/attributes/rev").asInt()).isEqualTo(1);
    }

    @Test
    void a_customer_who_shares_the_phone_but_has_another_external_id_is_a_duplicate() {
        String there = kustomer.seedCustomer("{\"externalId\":\"C-1\",\"phones\":[{\"phone\":\"+18005551212\"}]}");

        JobEnding.Failed failed =
                jobs.failure(jobs.task().with("customer.externalId", "C-2").with("customer.phones", "+18005551212"));

        assertDuplicate(failed, there);
        assertThat(failed.message()).contains("the same phone, but another external ID");
    }

    @Test
    void a_customer_who_has_the_phone_and_no_e_mail_yet_is_the_same() {
        String there = kustomer.seedCustomer("{\"phones\":[{\"phone\":\"+18005551212\"}]}");

        JsonNode result = jobs.result(jobs.task()
                .with("customer.emails", "ada@example.org")
                .with("customer.phones", "+18005551212")
                .with("options.onDuplicate", "updateExisting"));

        assertThat(result.path("id").asText()).isEqualTo(there);
        assertThat(result.at("/attributes/emails/0/email").asText()).isEqualTo("ada@example.org");
    }

    @Test
    void all_spellings_of_a_phone_are_one_customer() {
        Stream.of("+49 30 1234567", "0049301234567", "+49-30-1234567", "0049 (30) 123 45 67", "+49\u00a030/1234567")
                .forEach(phone -> jobs.result(jobs.task()
                        .withElementInstanceKey(4712 + phone.hashCode())
                        .with("customer.phones", phone)));

        assertThat(stored().at("/attributes/phones/0/phone").asText()).isEqualTo("+49301234567");
    }

    @ParameterizedTest
    @CsvSource({
        "030 1234567, has no country code",
        "+49 (0)30 901820 ext 12, has an extension",
        "+49 (0)30 901820, has a zero after the country code"
    })
    void refuses_a_phone_that_no_look_up_would_find(String phone, String problem) {
        JobEnding.Failed failed = jobs.failure(jobs.task().with("customer.phones", phone));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).contains("customer.phones " + problem).doesNotContain("901820");
        assertThat(kustomer.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 400})
    void an_address_that_kustomer_keeps_in_lower_case_is_found(int duplicateStatus) {
        kustomer.settings().duplicateStatus(duplicateStatus);
        kustomer.settings().lowerCaseEmails(true);
        String there = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ann@example.com\"}]}");

        JsonNode result = jobs.result(jobs.task().with("customer.emails", "Ann@Example.com"));

        assertThat(result.path("id").asText()).isEqualTo(there);
        assertThat(kustomer.requests())
                .extracting(RecordedRequest::path)
                .containsExactly(
                        "/v1/customers",
                        "/v1/customers/email=Ann%40Example.com",
                        "/v1/customers/email=ann%40example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "customer.name, Grace, name",
        "customer.emails, grace@example.org, e-mail",
        "customer.phones, +18005550000, phone",
        "customer.externalId, C-2, external ID"
    })
    void a_task_with_the_same_idempotency_key_and_other_content_is_a_duplicate(
            String field, String value, String difference) {
        Task task = jobs.task()
                .with("customer.name", "Ada")
                .with("customer.emails", "ada@example.org")
                .with("customer.phones", "+18005551212")
                .with("customer.externalId", "C-1")
                .with("options.idempotencyKey", "order-4711");
        JsonNode first = jobs.result(task);
        Task other = task.withElementInstanceKey(4712)
                .with("customer.emails", null)
                .with("customer.phones", null)
                .with("customer.externalId", null);

        JobEnding.Failed failed = jobs.failure(other.with(field, value));

        assertDuplicate(failed, first.path("id").asText());
        assertThat(failed.message()).contains("has the same idempotency key, but another " + difference);
    }

    @Test
    void a_customer_without_a_name_is_not_that_of_a_task_with_the_same_key_and_a_name() {
        Task task = jobs.task().with("customer.emails", "ada@example.org").with("options.idempotencyKey", "order-4711");
        JsonNode first = jobs.result(task);

        JobEnding.Failed failed = jobs.failure(task.withElementInstanceKey(4712).with("customer.name", "Ada"));

        assertDuplicate(failed, first.path("id").asText());
        assertThat(failed.message()).contains("has the same idempotency key, but another name");
    }

    @Test
    void the_same_idempotency_key_in_another_process_can_mean_another_customer() {
        Task task = jobs.task().with("customer.name", "Ada").with("options.idempotencyKey", "4711");
        Task ofProcess = task.with("options.keyScope", "thisProcess");

        String shared = jobs.result(task).path("id").asText();
        String sharedAgain = jobs.result(task.withProcessId("returns").withElementInstanceKey(4712))
                .path("id")
                .asText();
        String own = jobs.result(ofProcess).path("id").asText();
        String ownAgain =
                jobs.result(ofProcess.withElementInstanceKey(4713)).path("id").asText();
        String other = jobs.result(ofProcess.withProcessId("returns").withElementInstanceKey(4714))
                .path("id")
                .asText();

        assertThat(sharedAgain).isEqualTo(shared);
        assertThat(ownAgain).isEqualTo(own);
        assertThat(Set.of(shared, own, other)).hasSize(3);
        assertThat(kustomer.customers()).hasSize(3);
    }

    private void assertDuplicate(JobEnding.Failed failed, String... ids) {
        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.retries()).isZero();
        assertThat(failed.variables().at("/error/variables/ids"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(ids);
        assertThat(failed.message()).contains(ids);
        assertThat(kustomer.customers()).hasSize(ids.length);
    }

    private JsonNode stored() {
        assertThat(kustomer.customers()).hasSize(1);
        return kustomer.customers().getFirst();
    }

    private static String id(KustomerSimulator simulator) {
        return simulator.customers().getFirst().path("id").asText();
    }

    private static String company() {
        return "5f00000000000000000000c0";
    }
}
