package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a task handles existing records: those that it created itself, and those of others. */
final class EffectivelyOnceJobTest {
    private static final String NOT_FOUND =
            "{\"errors\":[{\"status\":404,\"code\":\"notfound\",\"title\":\"Not Found\"}]}";

    private static final RequestMatcher LOOK_UPS = RequestMatcher.method("GET");

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling customers = JobHandling.ofCreateCustomer(kustomer);
    private final JobHandling conversations = JobHandling.ofCreateConversation(kustomer);

    @ParameterizedTest
    @ValueSource(strings = {"fail", "updateExisting", "returnExisting"})
    void a_redelivered_job_finds_its_own_record_with_each_duplicate_option(String onDuplicate) {
        Task task = ada().with("options.onDuplicate", onDuplicate);
        JsonNode first = customers.result(task);

        JsonNode second = customers.result(task);

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("created");
        assertThat(writes()).isEqualTo(2);
    }

    @Test
    void another_task_does_not_take_the_record_for_its_own() {
        Task task = ada().with("options.onDuplicate", "fail");
        customers.result(task);

        assertThat(customers.failure(task.withElementInstanceKey(4712)).code()).isEqualTo("KUSTOMER_DUPLICATE");
    }

    @Test
    void a_look_up_that_is_refused_does_not_pass_for_an_absent_record() {
        kustomer.inject(Fault.status(Step.AFTER_READING, 400, Map.of()), LOOK_UPS, 1);
        Task task = conversation().with("options.repeatProtection", "lookUpFirst");

        JobEnding.Failed failed = conversations.failure(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(kustomer.conversations()).isEmpty();
    }

    @Test
    void a_record_that_can_not_be_read_at_once_is_looked_for_a_second_time() {
        String there = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");
        kustomer.inject(Fault.json(Step.AFTER_READING, 404, NOT_FOUND), LOOK_UPS, 1);

        JsonNode result = customers.result(ada());

        assertThat(result.path("id").asText()).isEqualTo(there);
    }

    @Test
    void an_update_keeps_the_external_id() {
        JsonNode first = conversations.result(conversation()
                .with("conversation.id", "5f00000000000000000000c0")
                .with("conversation.externalId", "ORD-1"));

        JsonNode second = conversations.result(conversation()
                .withElementInstanceKey(4712)
                .with("conversation.id", "5f00000000000000000000c0")
                .with("conversation.name", "Changed")
                .with("options.repeatProtection", "lookUpFirst")
                .with("options.onDuplicate", "updateExisting"));

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("updated");
        assertThat(second.at("/attributes/externalId").asText()).isEqualTo("ORD-1");
    }

    @Test
    void nothing_is_written_where_nothing_is_to_be_changed() {
        Task task = conversation().with("options.idempotencyKey", "order-4711");
        conversations.result(task);

        JsonNode second =
                conversations.result(task.withElementInstanceKey(4712).with("options.onDuplicate", "updateExisting"));

        assertThat(second.path("outcome").asText()).isEqualTo("existing");
        assertThat(kustomer.requests()).noneMatch(request -> request.method().equals("PUT"));
    }

    @Test
    void a_record_with_the_derived_id_and_another_name_belongs_to_another_cluster() {
        customers.result(customers.task().with("customer.name", "Ada"));
        JobHandling anotherCluster = JobHandling.ofCreateCustomer(kustomer);

        JobEnding.Failed failed = anotherCluster.failure(anotherCluster.task().with("customer.name", "Grace"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains("another name");
    }

    @Test
    void an_idempotency_key_with_another_e_mail_names_the_customer_that_has_the_key() {
        JsonNode first = customers.result(ada().with("options.idempotencyKey", "order-4711"));

        JobEnding.Failed second = customers.failure(customers
                .task()
                .withElementInstanceKey(4712)
                .with("customer.emails", "countess@example.org")
                .with("options.idempotencyKey", "order-4711"));

        assertThat(second.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(second.message()).contains(first.path("id").asText(), "same idempotency key, but another e-mail");
        assertThat(kustomer.customers()).hasSize(1);
    }

    @Test
    void an_idempotency_key_is_the_same_in_both_spellings_of_an_accent() {
        Task task = customers.task().with("customer.name", "Ada");
        JsonNode first = customers.result(task.with("options.idempotencyKey", "Caf\u00e9 7"));

        JsonNode second =
                customers.result(task.withElementInstanceKey(4712).with("options.idempotencyKey", "Cafe\u0301 7"));

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(kustomer.customers()).hasSize(1);
    }

    @Test
    void a_phone_number_with_punctuation_is_found_by_its_digits() {
        String there = kustomer.seedCustomer("{\"phones\":[{\"phone\":\"18005551212\"}]}");
        kustomer.inject(Fault.json(Step.AFTER_READING, 404, NOT_FOUND), LOOK_UPS, 1);

        JsonNode result = customers.result(customers.task().with("customer.phones", "+1 (800) 555-1212"));

        assertThat(result.path("id").asText()).isEqualTo(there);
        assertThat(kustomer.requests().getLast().path()).isEqualTo("/v1/customers/phone=18005551212");
    }

    @Test
    void look_up_first_remembers_what_this_runtime_just_created() {
        Task task = conversation().with("options.repeatProtection", "lookUpFirst");
        JsonNode first = conversations.result(task);
        kustomer.inject(Fault.json(Step.AFTER_READING, 404, NOT_FOUND), LOOK_UPS, 2);

        JsonNode second = conversations.result(task);

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("created");
        assertThat(kustomer.conversations()).hasSize(1);
    }

    @Test
    void look_up_first_remembers_the_record_of_another_task_with_the_same_key() {
        Task task = conversation()
                .with("options.repeatProtection", "lookUpFirst")
                .with("options.idempotencyKey", "order-4711");
        JsonNode first = conversations.result(task);
        kustomer.inject(Fault.json(Step.AFTER_READING, 404, NOT_FOUND), LOOK_UPS, 2);

        JsonNode second = conversations.result(task.withElementInstanceKey(4712));

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("existing");
        assertThat(kustomer.conversations()).hasSize(1);
    }

    @Test
    void a_400_that_refuses_an_identifier_is_looked_up_a_second_time_too() {
        String existing = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");
        kustomer.settings().duplicateStatus(400);
        kustomer.inject(Fault.json(Step.AFTER_READING, 404, NOT_FOUND), LOOK_UPS, 1);

        JsonNode result = customers.result(ada());

        assertThat(result.path("id").asText()).isEqualTo(existing);
    }

    private Task ada() {
        return customers.task().with("customer.name", "Ada").with("customer.emails", "ada@example.org");
    }

    private Task conversation() {
        String customer = kustomer.customers().isEmpty()
                ? kustomer.seedCustomer("{\"name\":\"Ada\"}")
                : kustomer.customers().getFirst().path("id").asText();
        return conversations.task().with("conversation.customer", customer);
    }

    private long writes() {
        return kustomer.requests().stream()
                .map(RecordedRequest::method)
                .filter(method -> !method.equals("GET"))
                .count();
    }
}
