package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Jobs whose first delivery succeeded in Kustomer but ended in an incident, and whose inputs were corrected before the
 * second delivery. What this runtime remembers of the task is about the earlier inputs.
 */
final class ChangedTaskJobTest {

    private static final String ABSENT = "5f00000000000000000000a1";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    @ParameterizedTest
    @CsvSource({
        "customer.externalId, C-1, C-2",
        "customer.emails, ada@example.org, grace@example.org",
        "customer.phones, +4930901820, +4930901821"
    })
    void a_customer_with_another_identifier_is_created(String field, String before, String after) {
        JobHandling jobs = jobs(CreateCustomerConnector::new);
        Task task = jobs.task().with("options.repeatProtection", "lookUpFirst");

        JsonNode first = jobs.result(task.with(field, before));
        JsonNode second = jobs.result(task.with(field, after));

        assertThat(second.path("outcome").asText()).isEqualTo("created");
        assertThat(second.path("id")).isNotEqualTo(first.path("id"));
        assertThat(kustomer.customers()).hasSize(2);
    }

    @Test
    void an_upsert_writes_the_corrected_fields() {
        JobHandling jobs = jobs(UpsertCustomerConnector::new);
        Task task = jobs.task().with("customer.emails", "ada@example.org");
        jobs.result(task.with("customer.name", "Ada"));

        JsonNode second = jobs.result(task.with("customer.name", "Ada Lovelace"));

        assertThat(second.path("outcome").asText()).isEqualTo("updated");
        assertThat(kustomer.customers())
                .singleElement()
                .matches(customer -> customer.at("/attributes/name").asText().equals("Ada Lovelace"));
    }

    @Test
    void an_upsert_with_another_identifier_makes_another_customer() {
        JobHandling jobs = jobs(UpsertCustomerConnector::new);
        jobs.result(jobs.task().with("customer.emails", "ada@example.org"));

        jobs.result(jobs.task().with("customer.emails", "grace@example.org"));

        assertThat(kustomer.customers()).hasSize(2);
    }

    @Test
    void a_conflict_with_another_identifier_is_not_taken_for_the_earlier_customer() {
        JobHandling jobs = jobs(CreateCustomerConnector::new);
        jobs.result(jobs.task().with("customer.emails", "ada@example.org"));
        kustomer.seedCustomer("{\"socials\":[{\"type\":\"twitter\",\"username\":\"grace\"}]}");

        JobEnding.Failed failed = jobs.failure(jobs.task()
                .with("customer.emails", "grace@example.org")
                .with("customer.socials", "[{\"type\":\"twitter\",\"username\":\"grace\"}]"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
    }

    @ParameterizedTest
    @CsvSource({"kobject.externalId, A-1, A-2", "options.idempotencyKey, A-1, A-2"})
    void a_kobject_with_another_identity_is_created(String field, String before, String after) {
        kustomer.seedOrganization();
        int there = kustomer.records("kobject.order").size();
        JobHandling jobs = jobs(CreateKObjectConnector::new);
        Task task = jobs.task().with("kobject.klass", "order").with("kobject.title", "Order");

        jobs.result(task.with(field, before));
        JsonNode second = jobs.result(task.with(field, after));

        assertThat(second.path("outcome").asText()).isEqualTo("created");
        assertThat(kustomer.records("kobject.order")).hasSize(there + 2);
    }

    @Test
    void a_company_with_another_name_is_created() {
        JobHandling jobs = jobs(UpsertCompanyConnector::new);
        jobs.result(jobs.task().with("company.name", "Acme"));

        jobs.result(jobs.task().with("company.name", "Bolt"));

        assertThat(kustomer.records("company")).hasSize(2);
    }

    @Test
    void a_conversation_with_another_external_id_is_created() {
        String customer = kustomer.seedCustomer("{}");
        JobHandling jobs = jobs(CreateConversationConnector::new);
        Task task = jobs.task().with("conversation.customer", customer).with("options.repeatProtection", "lookUpFirst");
        jobs.result(task.with("conversation.externalId", "E-1"));

        jobs.result(task.with("conversation.externalId", "E-2"));

        assertThat(kustomer.conversations()).hasSize(2);
    }

    @Test
    void a_conversation_goes_into_the_corrected_queue_and_stays_there_when_the_job_comes_again() {
        kustomer.seedOrganization();
        String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(kustomer.seedCustomer("{}")));
        JobHandling jobs = jobs(RouteConversationConnector::new);
        Task task = jobs.task().with("route.conversation", conversation);
        JsonNode first = jobs.result(task.with("route.queue", "complaints"));

        JsonNode second = jobs.result(task.with("route.queue", "orders"));
        int requests = kustomer.requests().size();
        JsonNode third = jobs.result(task.with("route.queue", "orders"));

        assertThat(second.path("queueId")).isNotEqualTo(first.path("queueId"));
        assertThat(third.path("queueId")).isEqualTo(second.path("queueId"));
        assertThat(kustomer.requests().stream().skip(requests))
                .noneMatch(request -> request.method().equals("PUT"));
        assertThat(jobs.result(task.with("route.action", "complete"))
                        .path("status")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void an_update_at_a_revision_that_the_task_itself_has_raised_is_refused_if_it_differs() {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
        JobHandling jobs = jobs(UpdateCustomerConnector::new);
        Task task = jobs.task().with("target.id", customer).with("change.rev", 1);
        jobs.result(task.with("customer.name", "Grace"));

        JobEnding.Failed failed = jobs.failure(task.with("customer.name", "Augusta"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).contains("no longer at revision 1");
    }

    @Test
    void another_customer_at_the_next_revision_was_not_updated_by_the_task() {
        String first = kustomer.seedCustomer("{}");
        String second = kustomer.seedCustomer("{}");
        JobHandling jobs = jobs(UpdateCustomerConnector::new);
        Task task = jobs.task()
                .with("change.rev", 1)
                .with("change.lists", "replace")
                .with("customer.name", "Grace");
        kustomer.inject(Fault.close(Step.AFTER_READING), RequestMatcher.method("PUT"), 1);
        jobs.failure(task.with("target.id", first));
        jobs(UpdateCustomerConnector::new)
                .result(task.withElementInstanceKey(4712)
                        .with("target.id", second)
                        .with("customer.name", "Ada"));

        JobEnding.Failed failed = jobs.failure(task.with("target.id", second));

        assertThat(failed.message()).contains("no longer at revision 1");
    }

    @Test
    void corrected_tags_do_not_make_the_earlier_fields_those_of_another_task() {
        String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(kustomer.seedCustomer("{}")));
        JobHandling jobs = jobs(UpdateConversationConnector::new);
        Task task = jobs.task()
                .with("target.id", conversation)
                .with("change.rev", 1)
                .with("conversation.name", "Late order");
        jobs.result(task.with("conversation.tags", "late"));

        JsonNode second = jobs.result(task.with("conversation.tags", "late, order"));

        assertThat(second.path("outcome").asText()).isEqualTo("updated");
    }

    @ParameterizedTest
    @CsvSource({"externalId, C-2", "name, Grace"})
    void a_bulk_with_corrected_items_sends_them(String field, String corrected) {
        BulkJobs bulks = new BulkJobs(kustomer);
        Map<String, String> item = Map.of("externalId", "C-1", "name", "Ada");
        bulks.toEnd(bulks.run("customers", "upsert", List.of(item)), List.of(item));
        Map<String, String> now = new HashMap<>(item);
        now.put(field, corrected);

        bulks.toEnd(bulks.run("customers", "upsert", List.of(now)), List.of(now));

        assertThat(kustomer.customers())
                .extracting(customer -> customer.path("attributes").path(field).asText())
                .contains(corrected);
    }

    @Test
    void a_bulk_of_another_kind_of_record_begins_anew() {
        BulkJobs bulks = new BulkJobs(kustomer);
        List<Map<String, String>> items = List.of(Map.of("externalId", "C-1", "name", "Ada"));
        bulks.toEnd(bulks.run("customers", "create", items), items);

        bulks.toEnd(bulks.run("companies", "create", items), items);

        assertThat(kustomer.records("company")).hasSize(1);
    }

    @Test
    void another_record_that_is_absent_was_not_deleted_by_the_task() {
        JobHandling jobs = jobs(DeleteCustomerConnector::new);
        jobs.result(jobs.task().with("target.id", kustomer.seedCustomer("{}")));

        JsonNode second = jobs.result(jobs.task().with("target.id", ABSENT));

        assertThat(second.path("outcome").asText()).isEqualTo("absent");
    }

    private JobHandling jobs(Function<ConnectorEnvironment, ? extends OutboundConnectorFunction> connector) {
        return JobHandling.newRuntime(connector, kustomer);
    }
}
