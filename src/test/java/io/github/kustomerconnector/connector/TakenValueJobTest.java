package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates with a value that another record has, where Kustomer's conflict names no field. */
final class TakenValueJobTest {

    private static final String CONFLICT =
            "{\"errors\":[{\"code\":\"conflict\",\"message\":\"Conflict\",\"meta\":{}}]}";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private String id = "";

    @BeforeEach
    void seed() {
        id = kustomer.seedCustomer("{\"name\": \"Ada\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "emails, grace@example.org, e-mail",
        "emails, Grace@Example.org, e-mail",
        "phones, +18005551212, phone",
        "externalId, C-2, external ID",
        "externalIds, C-3, external ID"
    })
    void a_value_of_another_customer_is_a_duplicate_with_its_id(String field, String value, String name) {
        String other = kustomer.seedCustomer("""
                {"emails": [{"email": "grace@example.org"}], "phones": [{"phone": "+18005551212"}],
                 "externalId": "C-2", "externalIds": [{"externalId": "C-3"}]}""");
        conflicts(100);
        JobHandling jobs = jobs(UpdateCustomerConnector::new);

        JobEnding.Failed failed = jobs.failure(jobs.task().with("target.id", id).with("customer." + field, value));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.retries()).isZero();
        assertThat(failed.message()).contains("The record " + other + " has the same " + name);
        assertThat(failed.message()).doesNotContain(value);
        assertThat(failed.variables().at("/error/variables/ids")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 503})
    void a_conflict_that_names_the_field_also_names_the_other_customer_if_it_is_found(int status) {
        String other = kustomer.seedCustomer("{\"emails\": [{\"email\": \"grace@example.org\"}]}");
        if (status == 503) {
            kustomer.inject(Fault.html(Step.AFTER_READING, 503), RequestMatcher.path("/v1/customers/email="), 9);
        }
        JobHandling jobs = jobs(UpdateCustomerConnector::new);

        JobEnding.Failed failed =
                jobs.failure(jobs.task().with("target.id", id).with("customer.emails", "grace@example.org"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains("emails");
        assertThat(failed.message().contains(other)).isEqualTo(status == 200);
    }

    @Test
    void a_conflict_of_revisions_alone_is_tried_again() {
        kustomer.seedCustomer("{\"emails\": [{\"email\": \"grace@example.org\"}]}");
        conflicts(1);
        JobHandling jobs = jobs(UpdateCustomerConnector::new);

        String outcome = jobs.result(jobs.task().with("target.id", id).with("customer.emails", "ada@example.org"))
                .path("outcome")
                .asText();

        assertThat(outcome).isEqualTo("updated");
    }

    /** Kustomer does not state the cause of such a conflict, and no look-up finds a WhatsApp number. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_conflict_without_a_field_names_both_possible_causes(boolean isUpsert) {
        kustomer.seedCustomer("{\"externalId\": \"C-1\"}");
        conflicts(100);
        JobHandling jobs = jobs(isUpsert ? UpsertCustomerConnector::new : UpdateCustomerConnector::new);
        Task task = jobs.task().with("customer.whatsapps", "+18005551212");

        JobEnding.Failed failed =
                jobs.failure(isUpsert ? task.with("customer.externalId", "C-1") : task.with("target.id", id));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.message())
                .endsWith("answered 409: Conflict (conflict). The record changed in between, or another record has one"
                        + " of the values");
    }

    @Test
    void a_key_that_may_not_look_records_up_gets_the_conflict_as_it_is() {
        kustomer.addKey("only-updates", Set.of("org.permission.conversation.update"));
        String conversation = kustomer.seedConversation("{\"customer\": \"%s\"}".formatted(id));
        conflicts(100);
        JobHandling jobs = jobs(UpdateConversationConnector::new);
        jobs.secret("KUSTOMER_API_KEY", "only-updates");

        JobEnding.Failed failed =
                jobs.failure(jobs.task().with("target.id", conversation).with("conversation.externalId", "T-1"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.message()).contains("answered 409");
        assertThat(failed.retries()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation", "kobject", "company"})
    void an_external_id_of_another_record_is_a_duplicate(String kind) {
        String type = kind.equals("kobject") ? "kobject.order" : kind;
        String other = record(type, "X-1");
        String own = record(type, "X-2");
        conflicts(100);
        JobHandling jobs = jobs(
                switch (kind) {
                    case "conversation" -> UpdateConversationConnector::new;
                    case "kobject" -> UpdateKObjectConnector::new;
                    default -> UpsertCompanyConnector::new;
                });
        Task task = jobs.task().with(kind + ".externalId", "X-1");
        Task filled = kind.equals("company")
                ? task.with("options.match", "id").with("options.companyId", own)
                : task.with("target.id", own).with("target.klass", kind.equals("kobject") ? "order" : null);

        JobEnding.Failed failed = jobs.failure(kind.equals("conversation") ? task.with("target.id", own) : filled);

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains("The record " + other + " has the same external ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatsapps", "socials", "emails"})
    void an_upsert_whose_conflict_names_another_field_is_a_duplicate(String field) {
        kustomer.seedCustomer("{\"externalId\": \"C-1\"}");
        String conflict = "{\"errors\":[{\"status\":409,\"code\":\"conflict\",\"title\":\"Conflict\","
                + "\"source\":{\"parameter\":\"" + field + "\"}}]}";
        kustomer.inject(Fault.json(Step.AFTER_READING, 409, conflict), RequestMatcher.method("PUT"), 1);
        JobHandling jobs = jobs(UpsertCustomerConnector::new);

        JobEnding.Failed failed = jobs.failure(jobs.task()
                .with("customer.externalId", "C-1")
                .with("customer.whatsapps", "+18005551212")
                .with("customer.socials", List.of(Map.of("type", "twitter", "username", "ada"))));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains("answered 409: " + field);
    }

    @Test
    void a_stale_read_after_a_lost_update_of_a_named_revision_is_tried_again() {
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("PUT"), 1);
        JobHandling jobs = jobs(UpdateCustomerConnector::new);
        Task task = jobs.task()
                .with("target.id", id)
                .with("customer.company", kustomer.seedRecord("company", "{\"name\": \"Acme Ltd\"}"))
                .with("change.lists", "replace")
                .with("change.rev", 1);
        assertThat(jobs.failure(task).code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        conflicts(1);
        String stale = "{\"data\":{\"type\":\"customer\",\"id\":\"%s\",\"attributes\":{\"rev\":1}}}".formatted(id);
        kustomer.inject(Fault.json(Step.AFTER_READING, 200, stale), RequestMatcher.method("GET"), 1);

        JobEnding.Failed failed = jobs.failure(task);
        String outcome = jobs.result(task).path("outcome").asText();

        assertThat(failed.retries()).isEqualTo(2);
        assertThat(outcome).isEqualTo("updated");
        assertThat(kustomer.requests()).extracting(RecordedRequest::method).contains("PUT");
    }

    private String record(String type, String externalId) {
        return type.equals("conversation")
                ? kustomer.seedConversation("{\"customer\": \"%s\", \"externalId\": \"%s\"}".formatted(id, externalId))
                : kustomer.seedRecord(
                        type,
                        "{\"name\": \"Acme Ltd\", \"title\": \"Order\", \"externalId\": \"%s\"}".formatted(externalId));
    }

    private void conflicts(int times) {
        kustomer.inject(Fault.json(Step.AFTER_READING, 409, CONFLICT), RequestMatcher.method("PUT"), times);
    }

    private JobHandling jobs(Function<ConnectorEnvironment, OutboundConnectorFunction> connector) {
        return JobHandling.of(connector.apply(JobHandling.environment("test")), kustomer);
    }
}
