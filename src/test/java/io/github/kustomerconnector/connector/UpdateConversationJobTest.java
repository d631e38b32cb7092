package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UpdateConversationJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(UpdateConversationConnector::new, kustomer);
    private final String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
    private final String id = kustomer.seedConversation(
            "{\"customer\":\"%s\",\"name\":\"Hello\",\"tags\":[\"billing\"],\"custom\":{\"planStr\":\"gold\",\"sizeNum\":2}}"
                    .formatted(customer));
    private final String billing = tags().getFirst();

    @Test
    void the_result_expression_of_the_template_returns_the_conversation_id() {
        JobEnding ending = jobs.run(task().with("conversation.status", "done"));

        assertThat(ending.completed().variables()).isEqualTo(tree("{\"conversationId\":\"%s\"}".formatted(id)));
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void changes_what_is_given_and_nothing_else() {
        JsonNode result = jobs.result(task().with("conversation.status", "done")
                .with("conversation.queue", "5f00000000000000000000a1")
                .with("conversation.custom", Map.of("sizeNum", 3)));

        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(attribute("status").asText()).isEqualTo("done");
        assertThat(stored().at("/relationships/queue/data/id").asText()).isEqualTo("5f00000000000000000000a1");
        assertThat(attribute("custom")).isEqualTo(tree("{\"planStr\":\"gold\",\"sizeNum\":3}"));
        assertThat(attribute("name").asText()).isEqualTo("Hello");
        assertThat(tags()).containsExactly(billing);
    }

    @Test
    void snoozes_until_a_time() {
        jobs.result(task().with("conversation.snoozeUntil", "2026-02-01T09:00:00+01:00[Europe/Berlin]"));

        assertThat(attribute("status").asText()).isEqualTo("snoozed");
        assertThat(attribute("snooze"))
                .isEqualTo(tree("{\"status\":\"scheduled\",\"time\":\"2026-02-01T08:00:00.000Z\"}"));
    }

    @Test
    void empties_what_is_named() {
        jobs.result(task().with("change.clear", List.of("name", "tags", "custom.planStr")));

        assertThat(stored().path("attributes").has("name")).isFalse();
        assertThat(tags()).isEmpty();
        assertThat(attribute("custom")).isEqualTo(tree("{\"sizeNum\":2}"));
    }

    @Test
    void adds_removes_and_replaces_tags() {
        jobs.result(task().with("conversation.tags", List.of("urgent", "billing")));
        List<String> added = tags();
        jobs.result(task().with("conversation.tags", "billing").with("conversation.changeTags", "remove"));
        List<String> removed = tags();
        jobs.result(task().with("conversation.tags", "vip").with("conversation.changeTags", "replace"));

        assertThat(added).hasSize(2).startsWith(billing);
        assertThat(removed).isEqualTo(added.subList(1, 2));
        assertThat(tags()).hasSize(1).doesNotContainAnyElementsOf(added);
        assertThat(kustomer.requests()).extracting(RecordedRequest::method).containsExactly("POST", "DELETE", "PUT");
    }

    @Test
    void moves_to_another_customer_after_everything_else() {
        String grace = kustomer.seedCustomer("{\"name\":\"Grace\"}");

        JsonNode result = jobs.result(task().with("conversation.customer", grace)
                .with("conversation.tags", "moved")
                .with("conversation.priority", "5"));

        assertThat(result.at("/relationships/customer/data/id").asText()).isEqualTo(grace);
        assertThat(attribute("priority").asInt()).isEqualTo(5);
        assertThat(tags()).hasSize(2);
        assertThat(kustomer.requests())
                .extracting(RecordedRequest::json)
                .containsExactly(
                        tree("{\"priority\":5}"), tree("[\"moved\"]"), tree("{\"customer\":\"%s\"}".formatted(grace)));
    }

    @Test
    void refuses_an_update_that_changes_nothing() {
        JobEnding.Failed failed = jobs.failure(task().with("conversation.custom", Map.of("planStr", "")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).contains("conversation changes nothing: set a field, or name one in change.clear");
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void a_conversation_that_is_not_there_is_an_error_for_the_process() {
        Task task = jobs.task().with("target.id", "5f0000000000000000000bad");

        assertThat(jobs.run(task.with("conversation.status", "done"))
                        .errorThrown()
                        .code())
                .isEqualTo("KUSTOMER_NOT_FOUND");
    }

    @Test
    void a_customer_who_is_not_there_is_an_error_that_names_the_field() {
        JobEnding.Failed failed = jobs.failure(task().with("conversation.customer", "5f0000000000000000000bad"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.variables().at("/error/variables/field").asText()).isEqualTo("customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST"})
    void a_lost_answer_is_tried_again_from_the_first_step_on(String lost) {
        kustomer.inject(Fault.close(Fault.Step.AFTER_STORING), RequestMatcher.method(lost), 1);
        Task task = task().with("conversation.status", "done").with("conversation.tags", "urgent");

        JobEnding.Failed failed = jobs.failure(task);
        JsonNode result = jobs.result(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(attribute("status").asText()).isEqualTo("done");
        assertThat(tags()).hasSize(2);
    }

    @Test
    void a_redelivered_job_has_the_same_result() {
        Task task = task().with("conversation.status", "done")
                .with("conversation.tags", "billing")
                .with("conversation.changeTags", "remove");

        jobs.result(task);
        JsonNode again = jobs.result(task);

        assertThat(again.path("id").asText()).isEqualTo(id);
        assertThat(attribute("status").asText()).isEqualTo("done");
        assertThat(tags()).isEmpty();
    }

    @Test
    void an_outdated_revision_is_refused() {
        updateByAnotherClient("{\"priority\":1}");

        JobEnding.Failed failed =
                jobs.failure(task().with("conversation.status", "done").with("change.rev", 1));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.retries()).isZero();
        assertThat(failed.message()).contains("no longer at revision 1");
        assertThat(attribute("status").asText()).isEqualTo("open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST"})
    void a_revision_that_the_lost_change_of_the_task_has_raised_is_no_conflict(String lost) {
        kustomer.inject(Fault.close(Fault.Step.AFTER_STORING), RequestMatcher.method(lost), 1);
        Task task = task().with("conversation.status", "done")
                .with("conversation.tags", "urgent")
                .with("change.rev", 1);

        assertThat(jobs.failure(task).code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        jobs.result(task);

        assertThat(attribute("status").asText()).isEqualTo("done");
        assertThat(tags()).hasSize(2);
    }

    @Test
    void two_deliveries_of_an_update_at_a_revision_are_one_update() {
        kustomer.inject(Fault.stall(Fault.Step.AFTER_STORING, Duration.ofMillis(300)), RequestMatcher.method("PUT"), 1);
        Task task = task().with("conversation.status", "done").with("change.rev", 1);

        CompletableFuture<JobEnding> first = CompletableFuture.supplyAsync(() -> jobs.run(task));
        await().until(() -> attribute("status").asText().equals("done"));
        JobEnding second = jobs.run(task);

        assertThat(first.join()).isInstanceOf(JobEnding.Completed.class);
        assertThat(second).isInstanceOf(JobEnding.Completed.class);
        assertThat(attribute("rev").asInt()).isEqualTo(2);
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void a_revision_whose_cause_cannot_be_read_is_tried_again() {
        kustomer.inject(Fault.close(Fault.Step.AFTER_STORING), RequestMatcher.method("PUT"), 1);
        kustomer.inject(Fault.htmlError(Fault.Step.AFTER_READING), RequestMatcher.method("GET"), 1);
        Task task = task().with("conversation.status", "done").with("change.rev", 1);
        jobs.failure(task);

        JobEnding.Failed failed = jobs.failure(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(jobs.result(task).path("outcome").asText()).isEqualTo("updated");
    }

    @Test
    void after_a_crash_a_revision_that_the_task_itself_has_raised_is_refused() {
        Task task = task().with("conversation.status", "done").with("change.rev", 1);
        jobs.result(task);

        JobEnding.Failed failed = jobs.restarted().failure(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).contains("no longer at revision 1");
    }

    @Test
    void names_the_role_that_removing_tags_needs() {
        kustomer.addKey("writer", Set.of("org.permission.conversation.update"));
        jobs.secret("KUSTOMER_API_KEY", "writer");

        JobEnding.Failed failed =
                jobs.failure(task().with("conversation.tags", "billing").with("conversation.changeTags", "remove"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(failed.message()).contains("org.permission.conversation.delete");
        assertThat(tags()).containsExactly(billing);
    }

    @Test
    void what_is_personal_stays_out_of_a_refusal() {
        JobEnding.Failed failed = jobs.failure(
                task().with("conversation.name", "Ada Lovelace ".repeat(30)).with("conversation.tags", "Ada;Lovelace"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message())
                .contains("conversation.name", "conversation.tags")
                .doesNotContain("Lovelace");
        assertThat(kustomer.requests()).isEmpty();
    }

    private Task task() {
        return jobs.task().with("target.id", id);
    }

    private void updateByAnotherClient(String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(kustomer.url() + "/v1/conversations/" + id))
                .header("Authorization", "Bearer " + KustomerSimulator.API_KEY)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode attribute(String name) {
        return stored().path("attributes").path(name);
    }

    private List<String> tags() {
        return attribute("tags").valueStream().map(JsonNode::asText).toList();
    }

    private JsonNode stored() {
        return kustomer.conversations().getFirst();
    }
}
