package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FindCustomerJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(FindCustomerConnector::new, kustomer);

    @ParameterizedTest
    @CsvSource({"email,ADA@example.org", "phone,+1 800 555 1212", "externalId,c 7/8"})
    void the_result_expression_of_the_template_returns_the_customer_id(String by, String identifier) {
        String id = seed();

        JobEnding ending = jobs.run(jobs.task().with("customer." + by, identifier));

        assertThat(ending.completed().variables())
                .isEqualTo(tree("{\"customerFound\":true,\"customerId\":\"%s\"}".formatted(id)));
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void puts_the_whole_record_into_the_result_variable() {
        String id = seed();

        JsonNode result = jobs.result(jobs.task().with("customer.id", id));

        assertThat(result.path("found").asBoolean()).isTrue();
        assertThat(result.path("id").asText()).isEqualTo(id);
        assertThat(result.path("type").asText()).isEqualTo("customer");
        assertThat(result.at("/attributes/name").asText()).isEqualTo("Ada");
        assertThat(result.path("url").asText()).isEqualTo(kustomer.url() + "/v1/customers/" + id);
    }

    @Test
    void a_large_record_is_in_the_result_without_the_key() {
        String notes = "prefers mail ".repeat(10_000);
        String id = kustomer.seedCustomer("""
                {"name": "Ada", "custom": {"notesTxt": "%s", "keyStr": "is %s", "sumNum": 1.50}}
                """.formatted(notes, KustomerSimulator.API_KEY));

        JsonNode result = jobs.result(jobs.task().with("customer.id", id));

        assertThat(result.at("/attributes/custom/notesTxt").asText()).isEqualTo(notes);
        assertThat(result.at("/attributes/custom/keyStr").asText()).isEqualTo("is ***");
        assertThat(result.at("/attributes/custom/sumNum").decimalValue()).isEqualByComparingTo("1.5");
    }

    @Test
    void sends_no_further_request_once_the_customer_has_every_identifier() {
        String id = seed();

        JsonNode result = jobs.result(jobs.task()
                .with("customer.phone", "+18005551212")
                .with("customer.email", "ada@example.org")
                .with("customer.externalId", "c 7/8")
                .with("customer.id", id));

        assertThat(result.path("id").asText()).isEqualTo(id);
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void skips_an_identifier_that_no_customer_has() {
        String id = seed();

        JsonNode result = jobs.result(
                jobs.task().with("customer.email", "new@example.org").with("customer.phone", "+18005551212"));

        assertThat(result.path("id").asText()).isEqualTo(id);
    }

    @Test
    void an_absent_customer_is_a_result_or_a_failure_by_choice() {
        Task task = jobs.task().with("customer.email", "ada@example.org");

        JsonNode result = jobs.result(task);
        JobEnding.Failed failed = jobs.failure(task.with("options.ifAbsent", "fail"));

        assertThat(result.path("found").asBoolean()).isFalse();
        assertThat(result.path("id").isNull()).isTrue();
        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.retries()).isZero();
        assertThat(failed.message()).contains("e-mail").doesNotContain("ada@");
    }

    @Test
    void identifiers_of_different_customers_are_a_duplicate() {
        String ada = seed();
        String grace = kustomer.seedCustomer("{\"emails\":[{\"email\":\"grace@example.org\"}]}");

        JobEnding.Failed failed = jobs.failure(
                jobs.task().with("customer.email", "grace@example.org").with("customer.phone", "+18005551212"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.variables().at("/error/variables/ids"))
                .extracting(JsonNode::asText)
                .containsExactly(grace, ada);
        assertThat(failed.message()).doesNotContain("grace@", "1800");
    }

    @Test
    void a_malformed_identifier_is_an_error_for_the_process_and_is_not_sent() {
        JobEnding ending = jobs.run(jobs.task().with("customer.email", "ada"));

        assertThat(ending.errorThrown().code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(kustomer.requests()).isEmpty();
    }

    private String seed() {
        return kustomer.seedCustomer("""
                {"name": "Ada", "externalId": "c 7/8", "emails": [{"email": "ada@example.org"}],
                 "phones": [{"phone": "+18005551212"}]}""");
    }
}
