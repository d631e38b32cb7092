package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StartWorkflowJobTest {
    private static final String HASH = "6f1de1f0a3c24cc0b7a5e1d94c0a4be26f1de1f0a3c24cc0b7a5e1d94c0a4be2";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final String hook =
            kustomer.seedRecord("web_hook", "{\"title\":\"Orders\",\"hash\":\"%s\"}".formatted(HASH));

    private final JobHandling jobs = JobHandling.newRuntime(StartWorkflowConnector::new, kustomer);

    @Test
    void posts_the_data_with_a_key_and_returns_the_transaction() {
        JobEnding ending = jobs.run(task());

        JsonNode transaction = transactions().getFirst();
        assertThat(ending.completed().variables())
                .isEqualTo(tree("{\"workflowTransactionId\":\"%s\"}"
                        .formatted(transaction.path("id").asText())));
        assertThat(transaction.at("/attributes/data/order").asInt()).isEqualTo(7);
        assertThat(transaction.at("/attributes/data/idempotencyKey").asText()).startsWith("camunda-");
        assertThat(kustomer.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/hooks/web/", "v1/hooks/web/"})
    void the_hook_may_be_a_path(String prefix) {
        jobs.result(task().with("workflow.hook", prefix + HASH));

        assertThat(transactions()).hasSize(1);
    }

    @Test
    void a_given_key_is_sent_and_found_again_by_another_task() {
        Task first = task().with("workflow.key", "order-7").with("workflow.hookId", hook);

        JsonNode created = jobs.result(first);
        JsonNode again = jobs.result(first.withElementInstanceKey(2));

        assertThat(transactions()).hasSize(1);
        assertThat(transactions()
                        .getFirst()
                        .at("/attributes/data/idempotencyKey")
                        .asText())
                .isEqualTo("order-7");
        assertThat(created.path("outcome").asText()).isEqualTo("created");
        assertThat(again.path("outcome").asText()).isEqualTo("existing");
        assertThat(again.path("id")).isEqualTo(created.path("id"));
    }

    /** The second task looks for the key while the first one posts. */
    @Test
    void a_given_key_starts_the_workflow_once_for_two_tasks_at_the_same_time() {
        Task first = task().with("workflow.key", "order-7").with("workflow.hookId", hook);
        CompletableFuture<JsonNode> second = new CompletableFuture<>();
        kustomer.beforeNextStore(request -> {
            second.completeAsync(() -> jobs.result(first.withElementInstanceKey(2)));
            assertThat(second.copy().completeOnTimeout(MissingNode.getInstance(), 1, TimeUnit.SECONDS))
                    .succeedsWithin(Duration.ofMinutes(1));
        });

        JsonNode created = jobs.result(first);
        JsonNode existing = second.join();

        assertThat(transactions()).hasSize(1);
        assertThat(created.path("outcome").asText()).isEqualTo("created");
        assertThat(existing.path("outcome").asText()).isEqualTo("existing");
        assertThat(existing.path("id")).isEqualTo(created.path("id"));
    }

    @Test
    void a_redelivered_job_starts_the_workflow_once() {
        JsonNode first = jobs.result(task());
        JsonNode second = jobs.result(task());

        assertThat(second).isEqualTo(first);
        assertThat(transactions()).hasSize(1);
    }

    @Test
    void a_job_that_is_redelivered_after_a_crash_finds_its_start_by_the_hook_id() {
        Task task = task().with("workflow.hookId", hook);

        JsonNode first = jobs.result(task);
        JsonNode second = jobs.restarted().result(task);

        assertThat(second).isEqualTo(first);
        assertThat(transactions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AFTER_READING", "AFTER_STORING"})
    void after_a_lost_answer_the_outcome_is_unknown_and_nothing_is_sent_again(Step step) {
        loseAnswer(step);

        JobEnding.Failed failed = jobs.failure(task());
        JobEnding.Failed again = jobs.failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
        assertThat(failed.retries()).isZero();
        assertThat(again.code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
        assertThat(again.message()).contains("the answer to an earlier delivery was lost less than 5 minutes ago");
        assertThat(kustomer.requests()).hasSize(1);
    }

    /** A person corrects the hook, which is the one of another workflow. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_corrected_hook_starts_its_workflow(boolean isLost) {
        String other = HASH.replace('6', '7');
        String wrong = kustomer.seedRecord("web_hook", "{\"title\":\"Other\",\"hash\":\"%s\"}".formatted(other));
        if (isLost) {
            loseAnswer(Step.AFTER_STORING);
        }
        jobs.run(task().with("workflow.hook", other));

        JsonNode result = jobs.result(task());

        assertThat(transactions())
                .extracting(each -> each.at("/relationships/hook/data/id").asText())
                .containsExactly(wrong, hook);
        assertThat(result.path("id")).isEqualTo(transactions().getLast().path("id"));
        assertThat(result.path("outcome").asText()).isEqualTo("created");
    }

    @ParameterizedTest
    @CsvSource({"false, 2", "true, 1"})
    void corrected_data_starts_the_workflow_again_unless_its_start_is_found(boolean hasHookId, int starts) {
        Task task = hasHookId ? task().with("workflow.hookId", hook) : task();
        jobs.result(task);

        jobs.result(task.with("workflow.data", Map.of("order", 8)));

        assertThat(transactions()).hasSize(starts);
    }

    /** A person corrects the server after another one answered, such as a proxy at a wrong base URL. */
    @Test
    void a_corrected_server_starts_the_workflow() {
        try (KustomerSimulator wrong = KustomerSimulator.start()) {
            wrong.inject(Fault.htmlSuccess(Step.AFTER_READING), RequestMatcher.any(), 1);
            JobEnding.Failed unknown =
                    jobs.failure(task().with("server.baseUrl", wrong.baseUrl().toString()));

            jobs.result(task());

            assertThat(unknown.code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
            assertThat(transactions()).hasSize(1);
        }
    }

    @Test
    void with_the_hook_id_a_lost_answer_is_found_among_the_transactions() {
        loseAnswer(Step.AFTER_STORING);

        JsonNode result = jobs.result(task().with("workflow.hookId", hook));

        assertThat(result.path("id").asText())
                .isEqualTo(transactions().getFirst().path("id").asText());
        assertThat(result.path("outcome").asText()).isEqualTo("created");
        assertThat(transactions()).hasSize(1);
    }

    @Test
    void with_the_hook_id_a_start_that_is_not_found_after_a_lost_answer_stays_unknown() {
        loseAnswer(Step.AFTER_READING);

        JobEnding.Failed failed = jobs.failure(task().with("workflow.hookId", hook));

        assertThat(failed.code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
        assertThat(transactions()).isEmpty();
    }

    @Test
    void with_the_hook_id_nothing_is_sent_if_the_transactions_cannot_be_read() {
        kustomer.addKey("poster", Set.of("org.hooks"));
        jobs.secret("KUSTOMER_API_KEY", "poster");

        JobEnding.Failed failed = jobs.failure(task().with("workflow.hookId", hook));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(failed.message()).contains("org.permission.hook.read");
        assertThat(transactions()).isEmpty();
    }

    @Test
    void with_the_hook_id_a_list_with_the_oldest_first_is_refused_in_words_that_name_the_assumption() {
        for (int i = 0; i < 101; i++) {
            kustomer.settings()
                    .clock(Clock.fixed(Instant.parse("2026-01-31T09:30:00Z").minusSeconds(i), ZoneOffset.UTC));
            jobs.result(task().with("workflow.key", "other-" + i).withElementInstanceKey(100 + i));
        }

        JobEnding.Failed failed = jobs.failure(task().with("workflow.hookId", hook));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).contains("The connector assumes that Kustomer lists the newest first");
        assertThat(transactions()).hasSize(101);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org/v1/hooks/web/0123456789abcdef",
                "//evil.example.org/v1/hooks/web/0123456789abcdef",
                "/v1/hooks/web/../../customers",
                "/v1/hooks/web/0123456789abcdef/transactions",
                "/v1/hooks/form/0123456789abcdef",
                "0123456789abcdef?x=1",
                "0123456789abcdef#x",
                "0123456789abcdef@evil.example.org",
                "0123456789abcdef%2f..",
                "evil.example.org",
                "short"
            })
    void an_address_of_a_server_or_of_anything_but_a_hook_is_refused(String address) {
        JobEnding.Failed failed = jobs.failure(task().with("workflow.hook", address));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message())
                .startsWith("workflow.hook is neither the hash of an inbound hook nor /v1/hooks/web/ with the hash")
                .doesNotContain(address);
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void the_hook_is_in_no_message_and_no_log() {
        try (LogWatch log = LogWatch.open()) {
            loseAnswer(Step.AFTER_STORING);
            JobEnding.Failed lost = jobs.failure(task());
            JobEnding.Failed unknown = jobs.failure(
                    task().with("workflow.hook", HASH.replace('6', '7')).withElementInstanceKey(2));
            JsonNode result = jobs.result(task().withElementInstanceKey(3));

            assertThat(unknown.code()).isEqualTo("KUSTOMER_NOT_FOUND");
            assertThat(lost.message() + lost.variables()).doesNotContain(HASH);
            assertThat(unknown.message() + unknown.variables()).doesNotContain(HASH.replace('6', '7'));
            assertThat(result.toString()).doesNotContain(HASH);
            assertThat(String.join("\n", log.lines(""))).contains("POST").doesNotContain(HASH, HASH.replace('6', '7'));
        }
    }

    @Test
    void data_beyond_400_kb_is_not_sent() {
        jobs.result(task().with("workflow.data", Map.of("text", "x".repeat(300 * 1024))));
        JobEnding.Failed failed = jobs.failure(task().with("workflow.data", Map.of("text", "x".repeat(400 * 1024)))
                .withElementInstanceKey(2));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).startsWith("workflow.data makes a body of ");
        assertThat(kustomer.requests()).hasSize(1);
    }

    private void loseAnswer(Step step) {
        kustomer.inject(Fault.close(step), RequestMatcher.method("POST"), 1);
    }

    private Task task() {
        return jobs.task().with("workflow.hook", HASH).with("workflow.data", Map.of("order", 7));
    }

    private List<ObjectNode> transactions() {
        return kustomer.records("web_hook_transaction");
    }
}
