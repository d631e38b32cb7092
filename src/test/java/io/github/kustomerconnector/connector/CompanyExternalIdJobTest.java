package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The external id of a company, in place of its Kustomer id. */
final class CompanyExternalIdJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final String acme = kustomer.seedRecord("company", "{\"name\":\"Acme\",\"externalId\":\"A-1\"}");

    private final JobHandling creates = JobHandling.ofCreateCustomer(kustomer);

    static Stream<Arguments> writes() {
        return Stream.of(
                write(
                        "create",
                        CreateCustomerConnector::new,
                        task -> task.with("customer.name", "Ada").with("customer.company", "A-1")),
                write(
                        "upsert",
                        UpsertCustomerConnector::new,
                        task -> task.with("customer.externalId", "C-1").with("customer.company", "A-1")),
                write(
                        "kobject",
                        CreateKObjectConnector::new,
                        task -> task.with("kobject.klass", "order")
                                .with("kobject.title", "Order 7")
                                .with("kobject.company", "A-1")));
    }

    private static Arguments write(
            String name,
            Function<ConnectorEnvironment, OutboundConnectorFunction> connector,
            UnaryOperator<Task> fields) {
        return Arguments.of(Named.of(name, connector), fields);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_new_record_belongs_to_the_company_with_the_external_id(
            Function<ConnectorEnvironment, OutboundConnectorFunction> connector, UnaryOperator<Task> fields) {
        JobHandling jobs = JobHandling.of(connector.apply(JobHandling.environment("test")), kustomer);

        JsonNode result = jobs.result(fields.apply(jobs.task()));

        assertThat(result.path("outcome").asText()).isEqualTo("created");
        assertThat(result.at("/relationships/company/data/id").asText()).isEqualTo(acme);
    }

    @Test
    void a_customer_moves_to_the_company_with_the_external_id() {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
        JobHandling updates = JobHandling.newRuntime(UpdateCustomerConnector::new, kustomer);

        JsonNode result =
                updates.result(updates.task().with("target.id", customer).with("customer.company", "A-1"));

        assertThat(result.at("/relationships/company/data/id").asText()).isEqualTo(acme);
        assertThat(kustomer.requests())
                .extracting(RecordedRequest::method, RecordedRequest::path)
                .startsWith(tuple("GET", "/v1/companies"));
    }

    @Test
    void an_id_costs_no_request() {
        creates.result(create(acme));

        assertThat(kustomer.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A-2", "a-1"})
    void an_external_id_that_no_company_has_names_the_field_and_creates_nothing(String externalId) {
        JobEnding.Failed failed = creates.failure(create(externalId));

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.message())
                .isEqualTo("customer.company: there is no company with this external ID (GET /v1/companies)");
        assertThat(kustomer.customers()).isEmpty();
    }

    @Test
    void an_external_id_of_two_companies_is_a_duplicate_that_lists_both() {
        String other = kustomer.seedRecord("company", "{\"name\":\"Acme 2\",\"externalId\":\"A-1\"}");

        JobEnding.Failed failed = creates.failure(create("A-1"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message())
                .startsWith("customer.company: there is more than one")
                .contains(acme, other);
        assertThat(kustomer.customers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5f00000000000000000000a", "5f00000000000000000000a1b", "Acme Ltd"})
    void an_id_of_another_length_and_a_name_are_refused_before_anything_is_sent(String company) {
        JobEnding.Failed failed = creates.failure(create(company));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).startsWith("customer.company").doesNotContain(company);
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void a_lost_answer_to_the_look_up_is_tried_again_and_creates_one_customer() {
        kustomer.inject(Fault.close(Step.AFTER_READING), RequestMatcher.method("GET"), 2);

        JobEnding.Failed failed = creates.failure(create("A-1"));
        creates.result(create("A-1"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(kustomer.customers()).hasSize(1);
    }

    @Test
    void a_key_without_the_role_for_companies_learns_it() {
        kustomer.addKey("creator", Set.of("org.permission.customer"));
        creates.secret("KUSTOMER_API_KEY", "creator");

        JobEnding.Failed failed = creates.failure(create("A-1"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(failed.message()).contains("org.permission.company.read");
    }

    @Test
    void a_bulk_takes_only_ids() {
        JobHandling bulks = JobHandling.newRuntime(RunBulkConnector::new, kustomer);

        JsonNode result = bulks.result(bulks.task()
                .with("bulk.resource", "customers")
                .with("bulk.action", "create")
                .with("bulk.items", List.of(Map.of("externalId", "C-1", "name", "Ada", "company", "A-1"))));

        assertThat(result.at("/results/0/error").asText()).startsWith("customer.company is not a Kustomer ID");
        assertThat(kustomer.requests()).noneMatch(request -> request.method().equals("POST"));
    }

    private Task create(String company) {
        return creates.task()
                .with("customer.name", "Ada")
                .with("customer.externalId", "C-1")
                .with("customer.company", company);
    }
}
