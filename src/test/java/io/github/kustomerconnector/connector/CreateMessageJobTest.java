package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.ClientIds;
import io.github.kustomerconnector.simulator.Contract;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateMessageJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs =
            JobHandling.of(new CreateMessageConnector(JobHandling.environment("test")), kustomer);
    private final String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
    private final String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));

    @Test
    void hands_the_message_id_back_by_the_templates_result_expression() {
        JobEnding.Completed completed = jobs.run(task()).completed();

        assertThat(completed.variables())
                .hasToString(
                        "{\"messageId\":\"%s\"}".formatted(stored().path("id").asText()));
        assertThat(kustomer.requests()).hasSize(1);
        assertThat(kustomer.records("draft")).isEmpty();
    }

    @Test
    void records_the_message_in_its_conversation() {
        JsonNode result = jobs.result(task().with("message.subject", "Order 4711"));

        RecordedRequest sent = kustomer.requests().getFirst();
        assertThat(sent.path()).isEqualTo("/v1/conversations/" + conversation + "/messages");
        assertThat(Contract.live().requestProblems("POST", sent.path(), sent.json()))
                .isEmpty();
        assertThat(result.path("type").asText()).isEqualTo("message");
        assertThat(result.path("outcome").asText()).isEqualTo("created");
        assertThat(result.at("/attributes/channel").asText()).isEqualTo("email");
        assertThat(result.at("/attributes/app").asText()).isEqualTo("camunda");
        assertThat(result.at("/attributes/direction").asText()).isEqualTo("in");
        assertThat(result.path("url").asText()).isEqualTo(kustomer.url() + "/v1/conversations/" + conversation);
    }

    @Test
    void a_message_of_a_customer_opens_one_conversation_even_if_the_answer_is_lost() {
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("POST"), 1);

        JsonNode result = jobs.result(ofCustomer().with("message.subject", "Order 4711"));

        assertThat(kustomer.requests().getFirst().path()).isEqualTo("/v1/customers/" + customer + "/messages");
        assertThat(kustomer.conversations()).hasSize(2);
        ObjectNode opened = kustomer.conversations().getLast();
        assertThat(opened.at("/attributes/name").asText()).isEqualTo("Order 4711");
        assertThat(result.at("/relationships/conversation/data/id")).isEqualTo(opened.path("id"));
        assertThat(stored().at("/relationships/customer/data/id").asText()).isEqualTo(customer);
    }

    @Test
    void a_message_of_a_customer_that_is_delivered_again_opens_no_second_conversation() {
        JsonNode first = jobs.result(ofCustomer());
        JsonNode second = jobs.result(ofCustomer());

        assertThat(kustomer.conversations()).hasSize(2);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"automatic", "lookUpFirst"})
    void a_task_that_runs_again_finds_its_own_message(String protection) {
        kustomer.settings().clientIds(protection.equals("automatic") ? ClientIds.ACCEPTED : ClientIds.IGNORED);
        Task task = task().with("options.repeatProtection", protection);

        JsonNode first = jobs.result(task);
        JsonNode second = jobs.result(task);

        assertThat(kustomer.records("message")).hasSize(1);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("created");
    }

    @Test
    void tasks_with_the_same_external_id_record_one_message() {
        Task task = task().with("message.externalId", "M-1");

        JsonNode first = jobs.result(task);
        JsonNode second = jobs.result(task.withElementInstanceKey(4712));

        assertThat(kustomer.records("message")).hasSize(1);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("existing");
    }

    @Test
    void updates_the_message_that_is_there() {
        Task task = task().with("options.idempotencyKey", "order-4711").with("options.onDuplicate", "updateExisting");
        jobs.result(task);

        JsonNode result = jobs.result(task.withElementInstanceKey(4712).with("message.preview", "Found it"));

        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(stored().at("/attributes/preview").asText()).isEqualTo("Found it");
    }

    @Test
    void a_message_of_another_conversation_is_a_duplicate() {
        Task task = task().with("options.idempotencyKey", "order-4711");
        jobs.result(task);
        String other = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));

        JobEnding.Failed failed = jobs.failure(task.withElementInstanceKey(4712).with("message.conversation", other));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains("another conversation");
    }

    @Test
    void a_message_of_another_customer_is_a_duplicate() {
        Task task = ofCustomer().with("options.idempotencyKey", "order-4711");
        jobs.result(task);
        String grace = kustomer.seedCustomer("{\"name\":\"Grace\"}");

        JobEnding.Failed failed = jobs.failure(task.withElementInstanceKey(4712).with("message.customer", grace));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains("another customer");
    }

    @Test
    void takes_the_customers_limit_for_a_rate_limit_and_opens_no_conversation() {
        kustomer.settings().customerRateLimit(1);
        jobs.result(task());

        JobEnding.Failed failed = jobs.failure(ofCustomer().withElementInstanceKey(4712));

        assertThat(failed.code()).isEqualTo("KUSTOMER_RATE_LIMITED");
        assertThat(kustomer.conversations()).hasSize(1);
    }

    @Test
    void a_customer_who_does_not_exist_is_refused() {
        JobEnding.Failed failed = jobs.failure(ofCustomer().with("message.customer", "5f0000000000000000000bad"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).contains("POST /v1/customers/{id}/messages answered 404");
    }

    private Task task() {
        return jobs.task()
                .with("message.conversation", conversation)
                .with("message.customer", null)
                .with("message.preview", "Where is my order?");
    }

    private Task ofCustomer() {
        return task().with("message.parent", "customer")
                .with("message.conversation", null)
                .with("message.customer", customer);
    }

    private ObjectNode stored() {
        assertThat(kustomer.records("message")).hasSize(1);
        return kustomer.records("message").getFirst();
    }
}
