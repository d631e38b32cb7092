package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Contract;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CreateNoteJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final TimelineJobs timeline = TimelineJobs.ofNotes(kustomer);
    private final JobHandling jobs = timeline.jobs();

    @Test
    void the_result_expression_of_the_template_returns_the_note_id() {
        JobEnding.Completed completed = jobs.run(timeline.task()).completed();

        assertThat(completed.variables())
                .isEqualTo(tree("{\"noteId\":\"%s\"}"
                        .formatted(timeline.stored().path("id").asText())));
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void puts_the_whole_record_into_the_result_variable() {
        JsonNode result = jobs.result(timeline.task());

        assertThat(result.path("type").asText()).isEqualTo("note");
        assertThat(result.path("outcome").asText()).isEqualTo("created");
        assertThat(result.at("/attributes/body").asText()).isEqualTo("Where is my order?");
        assertThat(result.at("/relationships/customer/data/id").asText()).isEqualTo(timeline.customer());
        assertThat(result.path("url").asText())
                .isEqualTo(kustomer.url() + "/v1/conversations/" + timeline.conversation());
    }

    @Test
    void mentions_users_and_teams() {
        String user = "5f00000000000000000000a1";
        String team = "5f00000000000000000000b1";

        jobs.result(timeline.task().with("note.userMentions", List.of(user, Map.of("team", team))));

        assertThat(timeline.stored().at("/attributes/userMentions"))
                .isEqualTo(tree("[{\"user\":\"%s\"},{\"team\":\"%s\"}]".formatted(user, team)));
    }

    @Test
    void what_is_sent_keeps_the_contract() {
        jobs.result(timeline.task()
                .with("note.externalId", "N-1")
                .with("note.lang", "en_us")
                .with("note.importedAt", "2026-01-31"));

        RecordedRequest sent = kustomer.requests().getFirst();
        assertThat(Contract.live().requestProblems("POST", sent.path(), sent.json()))
                .isEmpty();
    }

    @Test
    void a_conversation_that_does_not_exist_is_refused() {
        JobEnding.Failed failed = jobs.failure(timeline.task().with("note.conversation", "5f0000000000000000000bad"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).contains("POST /v1/conversations/{id}/notes answered 404");
        assertThat(failed.retries()).isZero();
    }

    @Test
    void the_message_for_a_refused_note_does_not_contain_its_text() {
        JobEnding.Failed failed = jobs.failure(timeline.task().with("note.body", "secret ".repeat(2000)));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).contains("note.body has 14000 characters").doesNotContain("secret");
        assertThat(kustomer.requests()).isEmpty();
    }
}
