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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
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
