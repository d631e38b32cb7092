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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateNoteJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.of(new CreateNoteConnector(JobHandling.environment("test")), kustomer);
    private final String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
    private final String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));

    @Test
    void hands_the_note_id_back_by_the_templates_result_expression() {
        JobEnding.Completed completed = jobs.run(task()).completed();

        assertThat(completed.variables())
                .hasToString("{\"noteId\":\"%s\"}".formatted(stored().path("id").asText()));
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void puts_the_whole_record_into_the_result_variable() {
        JsonNode result = jobs.result(task());

        assertThat(result.path("type").asText()).isEqualTo("note");
        assertThat(result.path("outcome").asText()).isEqualTo("created");
        assertThat(result.at("/attributes/body").asText()).isEqualTo("Please call back");
        assertThat(result.at("/relationships/customer/data/id").asText()).isEqualTo(customer);
        assertThat(result.path("url").asText()).isEqualTo(kustomer.url() + "/v1/conversations/" + conversation);
    }

    @Test
    void mentions_users_and_teams() {
        String user = "5f00000000000000000000a1";
        String team = "5f00000000000000000000b1";

        jobs.result(task().with("note.userMentions", List.of(user, Map.of("team", team))));

        assertThat(stored().at("/attributes/userMentions"))
                .hasToString("[{\"user\":\"%s\"},{\"team\":\"%s\"}]".formatted(user, team));
    }

    @Test
    void what_is_sent_keeps_the_contract() {
        jobs.result(
                task().with("note.externalId", "N-1").with("note.lang", "en_us").with("note.importedAt", "2026-01-31"));

        RecordedRequest sent = kustomer.requests().getFirst();
        assertThat(Contract.live().requestProblems("POST", sent.path(), sent.json()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"automatic", "lookUpFirst"})
    void a_task_that_runs_again_finds_its_own_note(String protection) {
        kustomer.settings().clientIds(protection.equals("automatic") ? ClientIds.ACCEPTED : ClientIds.IGNORED);
        Task task = task().with("options.repeatProtection", protection);

        JsonNode first = jobs.result(task);
        JsonNode second = jobs.result(task);

        assertThat(kustomer.records("note")).hasSize(1);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("created");
    }

    @Test
    void a_task_that_runs_again_in_another_runtime_finds_its_own_note() {
        JsonNode first = jobs.result(task());
        JobHandling other = JobHandling.of(new CreateNoteConnector(JobHandling.environment("test")), kustomer);

        JsonNode second = other.result(task());

        assertThat(kustomer.records("note")).hasSize(1);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"automatic", "lookUpFirst"})
    void a_lost_answer_is_found_again(String protection) {
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("POST"), 1);

        JsonNode result = jobs.result(task().with("options.repeatProtection", protection));

        assertThat(kustomer.records("note")).hasSize(1);
        assertThat(result.path("id")).isEqualTo(stored().path("id"));
    }

    @Test
    void the_next_turn_of_a_loop_adds_a_note_of_its_own() {
        jobs.result(task());
        jobs.result(task().withElementInstanceKey(4712));

        assertThat(kustomer.records("note")).hasSize(2);
    }

    @Test
    void updates_the_note_that_is_there() {
        Task task = task().with("options.idempotencyKey", "order-4711");
        jobs.result(task);

        JsonNode result = jobs.result(task.withElementInstanceKey(4712)
                .with("note.body", "Never mind")
                .with("options.onDuplicate", "updateExisting"));

        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(stored().at("/attributes/body").asText()).isEqualTo("Never mind");
    }

    @Test
    void a_note_of_another_conversation_is_a_duplicate() {
        Task task = task().with("options.idempotencyKey", "order-4711");
        jobs.result(task);
        String other = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));

        JobEnding.Failed failed = jobs.failure(task.withElementInstanceKey(4712).with("note.conversation", other));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains("another conversation");
    }

    @Test
    void a_conversation_that_does_not_exist_is_refused() {
        JobEnding.Failed failed = jobs.failure(task().with("note.conversation", "5f0000000000000000000bad"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).contains("POST /v1/conversations/{id}/notes answered 404");
        assertThat(failed.retries()).isZero();
    }

    @Test
    void takes_the_customers_limit_for_a_rate_limit() {
        kustomer.settings().customerRateLimit(1);
        jobs.result(task());

        JobEnding.Failed failed = jobs.failure(task().withElementInstanceKey(4712));

        assertThat(failed.code()).isEqualTo("KUSTOMER_RATE_LIMITED");
        assertThat(failed.askedWait()).isPositive();
    }

    @Test
    void a_refused_note_is_told_of_without_its_text() {
        JobEnding.Failed failed = jobs.failure(task().with("note.body", "secret ".repeat(2000)));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).contains("note.body has 14000 characters").doesNotContain("secret");
        assertThat(kustomer.requests()).isEmpty();
    }

    private Task task() {
        return jobs.task().with("note.conversation", conversation).with("note.body", "Please call back");
    }

    private ObjectNode stored() {
        assertThat(kustomer.records("note")).hasSize(1);
        return kustomer.records("note").getFirst();
    }
}
