package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private final TimelineJobs timeline = TimelineJobs.ofMessages(kustomer);
    private final JobHandling jobs = timeline.jobs();

    @Test
    void the_result_expression_of_the_template_returns_the_message_id() {
        JobEnding.Completed completed = jobs.run(timeline.task()).completed();

        assertThat(completed.variables())
                .isEqualTo(tree("{\"messageId\":\"%s\"}"
                        .formatted(timeline.stored().path("id").asText())));
        assertThat(kustomer.requests()).hasSize(1);
        assertThat(kustomer.records("draft")).isEmpty();
    }

    @Test
    void refuses_a_message_without_content_unless_the_form_wants_one() {
        Task task = timeline.task().with("message.preview", null);

        JobEnding.Failed failed = jobs.failure(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).contains("message has no data", "message.preview", "content.ifEmpty");
        assertThat(kustomer.requests()).isEmpty();
        jobs.result(task.with("content.ifEmpty", "create"));
        assertThat(kustomer.records("message")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation", "customer"})
    void a_missing_id_is_named_by_the_field_that_the_form_shows(String parent) {
        JobEnding.Failed failed = jobs.failure(jobs.task()
                .with("message.parent", parent)
                .with("message.conversation", null)
                .with("message.customer", null)
                .with("message.preview", "Hello"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).isEqualTo("message." + parent + " is missing");
    }

    @Test
    void records_the_message_in_its_conversation() {
        JsonNode result = jobs.result(timeline.task().with("message.subject", "Order 4711"));

        RecordedRequest sent = kustomer.requests().getFirst();
        assertThat(sent.path()).isEqualTo("/v1/conversations/" + timeline.conversation() + "/messages");
        assertThat(Contract.live().requestProblems("POST", sent.path(), sent.json()))
                .isEmpty();
        assertThat(result.path("type").asText()).isEqualTo("message");
        assertThat(result.path("outcome").asText()).isEqualTo("created");
        assertThat(result.at("/attributes/channel").asText()).isEqualTo("email");
        assertThat(result.at("/attributes/app").asText()).isEqualTo("camunda");
        assertThat(result.at("/attributes/direction").asText()).isEqualTo("in");
        assertThat(result.path("url").asText())
                .isEqualTo(kustomer.url() + "/v1/conversations/" + timeline.conversation());
    }

    @Test
    void a_message_of_a_customer_opens_one_conversation_even_if_the_answer_is_lost() {
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("POST"), 1);

        JsonNode result = jobs.result(ofCustomer().with("message.subject", "Order 4711"));

        assertThat(kustomer.requests().getFirst().path())
                .isEqualTo("/v1/customers/" + timeline.customer() + "/messages");
        assertThat(kustomer.conversations()).hasSize(2);
        ObjectNode opened = kustomer.conversations().getLast();
        assertThat(opened.at("/attributes/name").asText()).isEqualTo("Order 4711");
        assertThat(result.at("/relationships/conversation/data/id")).isEqualTo(opened.path("id"));
        assertThat(timeline.stored().at("/relationships/customer/data/id").asText())
                .isEqualTo(timeline.customer());
    }

    @Test
    void a_message_of_a_customer_that_is_delivered_again_opens_no_second_conversation() {
        JsonNode first = jobs.result(ofCustomer());
        JsonNode second = jobs.result(ofCustomer());

        assertThat(kustomer.conversations()).hasSize(2);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
    }

    @Test
    void tasks_with_the_same_external_id_record_one_message() {
        Task task = timeline.task().with("message.externalId", "M-1");

        JsonNode first = jobs.result(task);
        JsonNode second = jobs.result(task.withElementInstanceKey(4712));

        assertThat(kustomer.records("message")).hasSize(1);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("existing");
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
    void the_rate_limit_of_the_customer_makes_the_job_wait_and_creates_no_conversation() {
        kustomer.settings().customerRateLimit(1);
        jobs.result(timeline.task());

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

    private Task ofCustomer() {
        return timeline.task()
                .with("message.parent", "customer")
                .with("message.conversation", null)
                .with("message.customer", timeline.customer());
    }
}
