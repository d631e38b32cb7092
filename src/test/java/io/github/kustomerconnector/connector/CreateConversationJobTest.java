package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.ClientIds;
import io.github.kustomerconnector.simulator.Dialect;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateConversationJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.ofCreateConversation(kustomer);
    private final String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");

    @ParameterizedTest
    @EnumSource
    void the_result_expression_of_the_template_returns_the_conversation_id(Dialect dialect) {
        KustomerSimulator other = simulator.start(dialect);
        JobHandling handling = JobHandling.ofCreateConversation(other);
        String ada = other.seedCustomer("{\"name\":\"Ada\"}");

        JobEnding ending =
                handling.run(handling.task().with("conversation.customer", ada).with("conversation.name", "Hello"));

        assertThat(other.conversations()).hasSize(1);
        assertThat(ending.completed().variables())
                .isEqualTo(tree("{\"conversationId\":\"%s\"}"
                        .formatted(other.conversations().getFirst().path("id").asText())));
        assertThat(other.requests()).hasSize(1);
    }

    @Test
    void sends_the_channel_of_the_requested_description_only_if_it_is_set() {
        KustomerSimulator other = simulator.start(Dialect.REQUESTED);
        JobHandling handling = JobHandling.ofCreateConversation(other);
        String ada = other.seedCustomer("{\"name\":\"Ada\"}");
        Task task = handling.task().with("conversation.customer", ada);

        handling.run(task).completed();
        handling.run(task.withElementInstanceKey(4712).with("conversation.channel", "email"))
                .completed();

        assertThat(other.requests().getFirst().body()).doesNotContain("channel");
        assertThat(other.requests().getLast().body()).contains("\"channel\":\"email\"");
    }

    @Test
    void puts_the_whole_record_into_the_result_variable() {
        JsonNode result = jobs.result(task().with("conversation.name", "Hello").with("conversation.priority", "3"));

        assertThat(result.path("id")).isEqualTo(stored().path("id"));
        assertThat(result.path("type").asText()).isEqualTo("conversation");
        assertThat(result.path("outcome").asText()).isEqualTo("created");
        assertThat(result.at("/attributes/priority").asInt()).isEqualTo(3);
        assertThat(result.at("/relationships/customer/data/id").asText()).isEqualTo(customer);
        assertThat(result.path("url").asText())
                .isEqualTo(kustomer.url() + "/v1/conversations/"
                        + stored().path("id").asText());
    }

    @Test
    void takes_single_values_where_kustomer_wants_lists_and_objects() {
        jobs.result(task().with("conversation.tags", "billing")
                .with("conversation.assignedTeams", "5f00000000000000000000a1")
                .with("conversation.custom", Map.of("orderStr", "4711", "itemsNum", 2)));

        assertThat(stored().at("/attributes/tags")).hasSize(1);
        assertThat(stored().at("/attributes/assignedTeams")).hasSize(1);
        assertThat(stored().at("/attributes/custom/itemsNum").asInt()).isEqualTo(2);
    }

    @Test
    void a_task_that_runs_again_finds_its_own_conversation() {
        JsonNode first = jobs.result(task());
        JsonNode second = jobs.result(task());

        assertThat(kustomer.conversations()).hasSize(1);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("created");
    }

    @Test
    void a_task_that_runs_again_knows_its_own_conversation_before_it_is_readable() {
        kustomer.inject(Fault.readLag(Duration.ofSeconds(30)), RequestMatcher.method("POST"), 1);
        JsonNode first = jobs.result(task());

        JsonNode second = jobs.result(task());

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("created");
    }

    @Test
    void another_runtime_finds_a_conversation_that_becomes_readable_soon() {
        kustomer.inject(Fault.readLag(Duration.ofMillis(300)), RequestMatcher.method("POST"), 1);
        JsonNode first = jobs.result(task());
        JobHandling other = JobHandling.newRuntime(CreateConversationConnector::new, kustomer);

        JsonNode second = other.result(task());

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("attributes").size()).isPositive();
    }

    @Test
    void an_answer_with_another_id_than_the_sent_one_is_logged() {
        kustomer.inject(Fault.json(Step.AFTER_STORING, 201, """
                        {"data": {"type": "conversation", "id": "5f0000000000000000000bad", "attributes": {}}}"""), RequestMatcher.method("POST"), 1);

        try (LogWatch log = LogWatch.open()) {
            jobs.result(task());

            assertThat(log.lines(LogWatch.OURS))
                    .anyMatch(line -> line.contains("has none of the identifiers that were sent"));
        }
    }

    @Test
    void an_answer_with_the_sent_id_is_not_logged() {
        try (LogWatch log = LogWatch.open()) {
            jobs.result(task());

            assertThat(log.lines(LogWatch.OURS)).noneMatch(line -> line.contains("none of the identifiers"));
        }
    }

    @Test
    void the_next_turn_of_a_loop_creates_a_second_conversation() {
        jobs.result(task());
        jobs.result(task().withElementInstanceKey(4712));

        assertThat(kustomer.conversations()).hasSize(2);
    }

    @Test
    void tasks_with_the_same_external_id_open_one_conversation() {
        Task task = task().with("conversation.externalId", "T-1");

        JsonNode first = jobs.result(task);
        JsonNode second = jobs.result(task.withElementInstanceKey(4712));

        assertThat(kustomer.conversations()).hasSize(1);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("existing");
    }

    @Test
    void updates_the_conversation_that_is_there() {
        Task task = task().with("options.idempotencyKey", "order-4711").with("conversation.name", "Old");
        jobs.result(task);

        JsonNode result = jobs.result(task.withElementInstanceKey(4712)
                .with("conversation.name", "New")
                .with("options.onDuplicate", "updateExisting"));

        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(stored().at("/attributes/name").asText()).isEqualTo("New");
    }

    @ParameterizedTest
    @ValueSource(strings = {"returnExisting", "fail"})
    void a_task_with_the_same_idempotency_key_and_another_name_is_a_duplicate(String onDuplicate) {
        Task task = task().with("options.idempotencyKey", "order-4711").with("options.onDuplicate", onDuplicate);
        JsonNode first = jobs.result(task.with("conversation.name", "Order 4711"));

        JobEnding.Failed failed =
                jobs.failure(task.withElementInstanceKey(4712).with("conversation.name", "Complaint"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message())
                .contains(first.path("id").asText(), "has the same idempotency key, but another name");
        assertThat(kustomer.conversations()).hasSize(1);
    }

    @Test
    void a_conversation_without_a_name_is_not_that_of_a_task_with_a_name() {
        Task task = task().with("options.idempotencyKey", "order-4711");
        JsonNode first = jobs.result(task.with("conversation.name", null));

        JobEnding.Failed failed =
                jobs.failure(task.withElementInstanceKey(4712).with("conversation.name", "Complaint"));
        JsonNode updated = jobs.result(task.withElementInstanceKey(4713)
                .with("conversation.name", "Complaint")
                .with("options.onDuplicate", "updateExisting"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message())
                .contains(first.path("id").asText(), "has the same idempotency key, but another name");
        assertThat(updated.path("outcome").asText()).isEqualTo("updated");
    }

    @Test
    void a_record_of_another_customer_that_this_runtime_just_made_is_a_duplicate_before_it_is_readable() {
        String other = kustomer.seedCustomer("{\"name\":\"Grace\"}");
        Task task = task().with("options.idempotencyKey", "order-4711").with("options.repeatProtection", "lookUpFirst");
        kustomer.inject(Fault.readLag(Duration.ofSeconds(30)), RequestMatcher.method("POST"), 1);
        jobs.result(task);

        JobEnding.Failed failed = jobs.failure(task.withElementInstanceKey(4712).with("conversation.customer", other));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains("another customer");
        assertThat(kustomer.conversations()).hasSize(1);
    }

    @Test
    void fails_if_the_conversation_is_there_and_must_not_be() {
        Task task = task().with("options.idempotencyKey", "order-4711").with("options.onDuplicate", "fail");
        JsonNode first = jobs.result(task);

        JobEnding.Failed failed = jobs.failure(task.withElementInstanceKey(4712));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.retries()).isZero();
        assertThat(failed.variables().at("/error/variables/ids"))
                .extracting(JsonNode::asText)
                .containsExactly(first.path("id").asText());
    }

    @Test
    void fails_if_the_conversation_that_is_there_belongs_to_another_customer() {
        String other = kustomer.seedCustomer("{\"name\":\"Grace\"}");
        Task task = task().with("options.idempotencyKey", "order-4711");
        jobs.result(task);

        JobEnding.Failed failed = jobs.failure(task.withElementInstanceKey(4712).with("conversation.customer", other));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains("another customer");
    }

    @Test
    void an_external_id_that_equals_the_idempotency_key_of_another_task_creates_a_second_conversation() {
        JsonNode first = jobs.result(task().with("options.idempotencyKey", "4711"));

        JsonNode second = jobs.result(task().withElementInstanceKey(4712).with("conversation.externalId", "4711"));

        assertThat(second.path("id")).isNotEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("created");
        assertThat(kustomer.conversations()).hasSize(2);
    }

    @Test
    void a_customer_that_does_not_exist_is_a_refusal_that_names_the_field() {
        JobEnding.Failed failed = jobs.failure(task().with("conversation.customer", "5f0000000000000000000bad"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.retries()).isZero();
        assertThat(failed.message()).contains("POST /v1/conversations answered 404", "customer");
        assertThat(failed.variables().at("/error/variables/field").asText()).isEqualTo("customer");
    }

    @Test
    void a_conversation_of_a_campaign_is_created_below_the_customer() {
        jobs.result(task().with("conversation.campaign", "5f00000000000000000000ca"));

        assertThat(kustomer.requests().getFirst().path()).isEqualTo("/v1/customers/" + customer + "/conversations");
        assertThat(stored().at("/relationships/customer/data/id").asText()).isEqualTo(customer);
    }

    @Test
    void looks_up_first_where_kustomer_ignores_the_id_of_the_client() {
        kustomer.settings().clientIds(ClientIds.IGNORED);
        Task task = task().with("options.repeatProtection", "lookUpFirst");

        JsonNode first = jobs.result(task);
        JsonNode second = jobs.result(task);

        assertThat(kustomer.conversations()).hasSize(1);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
    }

    @Test
    void the_rate_limit_of_the_customer_makes_the_job_wait() {
        kustomer.settings().customerRateLimit(1);
        jobs.result(task());

        JobEnding.Failed failed =
                jobs.failure(task().withElementInstanceKey(4712).withRetries(2));

        assertThat(failed.code()).isEqualTo("KUSTOMER_RATE_LIMITED");
        assertThat(failed.retries()).isEqualTo(10);
        assertThat(List.of(failed.askedWait())).allMatch(wait -> wait.isPositive());
    }

    private Task task() {
        return jobs.task().with("conversation.customer", customer);
    }

    private JsonNode stored() {
        assertThat(kustomer.conversations()).hasSize(1);
        return kustomer.conversations().getFirst();
    }
}
