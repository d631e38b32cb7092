package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RouteConversationJobTest {
    private static final Instant START = Instant.parse("2026-01-31T09:30:00Z");

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(RouteConversationConnector::new, kustomer);
    private String conversation = "";
    private String complaints = "";
    private String orders = "";
    private String ada = "";
    private String grace = "";

    @BeforeEach
    void seed() {
        kustomer.settings().clock(Clock.fixed(START, ZoneOffset.UTC));
        kustomer.seedOrganization();
        complaints = idOf("queue", "Complaints");
        orders = idOf("queue", "Orders");
        ada = idOf("user", "Ada Lovelace");
        grace = idOf("user", "Grace Hopper");
        conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(kustomer.seedCustomer("{}")));
    }

    @Test
    void puts_a_conversation_into_the_queue_with_a_key() {
        JobEnding ending = jobs.run(task().with("route.queue", "complaints"));

        assertThat(ending.completed().variables())
                .isEqualTo(tree("{\"workItemId\":\"%s\",\"workItemStatus\":\"queued\",\"queueId\":\"%s\"}"
                        .formatted(item().path("id").asText(), complaints)));
        assertThat(requests())
                .containsExactly(
                        "GET /v1/routing/queues",
                        "GET /v1/routing/conversations/" + conversation + "/work-items",
                        "POST /v1/routing/work-items");
    }

    @Test
    void an_id_costs_no_request() {
        jobs.result(task().with("route.queue", complaints));

        assertThat(requests()).hasSize(2).noneMatch(request -> request.contains("/queues"));
    }

    @Test
    void assigns_to_the_user_with_an_email_and_returns_times_in_seconds() {
        route("\"queue\":{\"id\":\"%s\"}".formatted(complaints));
        kustomer.settings().clock(Clock.fixed(START.plusMillis(90_500), ZoneOffset.UTC));

        JsonNode result =
                jobs.result(task().with("route.action", "agent").with("route.assignedTo", "grace@example.org"));

        assertThat(result.path("status").asText()).isEqualTo("assigned");
        assertThat(result.path("agentId").asText()).isEqualTo(grace);
        assertThat(result.path("queueId").asText()).isEqualTo(complaints);
        assertThat(result.path("queueSeconds").decimalValue()).isEqualByComparingTo("90.5");
        assertThat(result.path("firstAssignSeconds").decimalValue()).isEqualByComparingTo("90.5");
        assertThat(Instant.parse(result.path("enteredQueueAt").asText())).isEqualTo(START);
        assertThat(result.path("outcome").asText()).isEqualTo("updated");
    }

    @Test
    void a_conversation_that_an_agent_has_stays_with_the_agent_unless_the_task_takes_it() {
        String id = route("\"assignedTo\":\"%s\"".formatted(ada));

        JsonNode noted = jobs.result(task().with("route.queue", orders));
        JsonNode taken = jobs.result(task().with("route.queue", complaints)
                .with("route.takeFromAgent", "true")
                .withElementInstanceKey(2));

        assertThat(noted.path("status").asText()).isEqualTo("assigned");
        assertThat(noted.path("agentId").asText()).isEqualTo(ada);
        assertThat(noted.path("queueId").asText()).isEqualTo(orders);
        assertThat(taken.path("status").asText()).isEqualTo("queued");
        assertThat(taken.path("agentId").isNull()).isTrue();
        assertThat(taken.path("queueId").asText()).isEqualTo(complaints);
        assertThat(taken.path("id").asText()).isEqualTo(id);
        assertThat(puts())
                .containsExactly(
                        "{\"queue\":{\"id\":\"%s\"},\"rev\":1}".formatted(orders),
                        "{\"queue\":{\"id\":\"%s\"},\"rev\":2}".formatted(complaints),
                        "{\"assignedTo\":null,\"rev\":3}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goes_back_into_its_queue_also_from_wrap_up(boolean isInWrapUp) {
        String id = route("\"queue\":{\"id\":\"%s\"},\"assignedTo\":\"%s\"".formatted(complaints, ada));
        if (isInWrapUp) {
            kustomer.updateWorkItem(id, "{\"status\":\"wrap-up\"}");
        }

        JsonNode result = jobs.result(task().with("route.action", "back"));

        assertThat(result.path("status").asText()).isEqualTo("queued");
        assertThat(result.path("agentId").isNull()).isTrue();
        assertThat(result.path("queueId").asText()).isEqualTo(complaints);
    }

    @Test
    void pauses_resumes_wraps_up_and_completes() {
        route("\"assignedTo\":\"%s\"".formatted(ada));

        assertThat(run("pause", 1).path("paused").asBoolean()).isTrue();
        assertThat(run("resume", 2).path("paused").asBoolean()).isFalse();
        assertThat(run("wrapUp", 3).path("status").asText()).isEqualTo("wrap-up");
        assertThat(run("complete", 4).path("status").asText()).isEqualTo("completed");
        assertThat(run("complete", 5).path("outcome").asText()).isEqualTo("existing");
        assertThat(kustomer.records("work_item")).hasSize(1);
    }

    @Test
    void a_change_that_was_made_already_is_not_sent() {
        route("\"queue\":{\"id\":\"%s\"}".formatted(complaints));

        JsonNode result = jobs.result(task().with("route.queue", complaints));

        assertThat(result.path("outcome").asText()).isEqualTo("existing");
        assertThat(puts()).isEmpty();
    }

    @Test
    void reads_again_after_a_conflict() {
        String id = route("");
        kustomer.beforeNextStore(request -> kustomer.updateWorkItem(id, "{\"paused\":true}"));

        JsonNode result = jobs.result(task().with("route.queue", complaints));

        assertThat(result.path("status").asText()).isEqualTo("queued");
        assertThat(result.path("paused").asBoolean()).isTrue();
        assertThat(puts()).hasSize(2);
    }

    @Test
    void a_work_item_that_routing_created_meanwhile_is_moved_into_the_queue() {
        kustomer.beforeNextStore(request -> route("\"queue\":{\"id\":\"%s\"}".formatted(orders)));

        JsonNode result = jobs.result(task().with("route.queue", complaints));

        assertThat(result.path("queueId").asText()).isEqualTo(complaints);
        assertThat(kustomer.records("work_item")).hasSize(1);
    }

    @Test
    void a_redelivered_job_does_not_take_the_conversation_from_its_next_agent() {
        Task task = task().with("route.queue", complaints).with("route.takeFromAgent", "true");
        jobs.result(task);
        kustomer.updateWorkItem(item().path("id").asText(), "{\"accepted\":{\"by\":\"%s\"}}".formatted(ada));

        JsonNode again = jobs.result(task);

        assertThat(again.path("status").asText()).isEqualTo("assigned");
        assertThat(again.path("agentId").asText()).isEqualTo(ada);
    }

    @Test
    void a_redelivered_job_makes_no_second_work_item_after_the_first_was_completed() {
        Task task = task().with("route.queue", complaints);
        jobs.result(task);
        kustomer.updateWorkItem(item().path("id").asText(), "{\"status\":\"completed\"}");

        JsonNode again = jobs.result(task);

        assertThat(again.path("status").asText()).isEqualTo("completed");
        assertThat(kustomer.records("work_item")).hasSize(1);
    }

    @Test
    void a_repeat_after_a_lost_answer_makes_only_the_changes_that_are_missing() {
        route("\"assignedTo\":\"%s\"".formatted(ada));
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("PUT"), 1);
        Task task = task().with("route.queue", complaints).with("route.takeFromAgent", "true");

        JobEnding.Failed failed = jobs.failure(task);
        JsonNode result = jobs.result(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(result.path("status").asText()).isEqualTo("queued");
        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(puts())
                .containsExactly(
                        "{\"queue\":{\"id\":\"%s\"},\"rev\":1}".formatted(complaints),
                        "{\"assignedTo\":null,\"rev\":2}");
    }

    @Test
    void after_an_answer_without_a_record_the_work_item_is_read_before_the_next_change() {
        route("\"assignedTo\":\"%s\"".formatted(ada));
        kustomer.inject(Fault.noContentWithLength(Step.AFTER_STORING, 0), RequestMatcher.method("PUT"), 2);
        kustomer.inject(
                Fault.status(Step.AFTER_READING, 503, Map.of()),
                request -> request.path().matches("/v1/routing/work-items/.*")
                        && request.method().equals("GET"),
                1);
        Task task = task().with("route.queue", complaints).with("route.takeFromAgent", "true");

        JobEnding.Failed failed = jobs.failure(task);
        JsonNode result = jobs.result(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(result.path("status").asText()).isEqualTo("queued");
        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(puts()).hasSize(2);
    }

    @Test
    void a_change_that_kustomer_drops_silently_is_named() {
        route("");

        JobEnding.Failed failed = jobs.failure(task().with("route.action", "wrapUp"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message())
                .isEqualTo(
                        "PUT /v1/routing/work-items/{id}: Kustomer accepted the request, but did not change status. The"
                                + " connector assumes that Kustomer makes this change in the record's present state");
        assertThat(puts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"back", "pause", "resume", "wrapUp", "complete"})
    void these_actions_need_an_open_work_item(String action) {
        JobEnding.Failed failed = jobs.failure(task().with("route.action", action));

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.message()).contains("there is no open work item of this conversation");
        assertThat(kustomer.records("work_item")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    queue | route.queue      | returns             | route.queue: there is no queue with this key
                    agent | route.assignedTo | nobody@example.org  | route.assignedTo: there is no active user with this e-mail
                    """)
    void a_name_that_no_record_has_is_named_by_its_field(String action, String field, String name, String problem) {
        JobEnding.Failed failed =
                jobs.failure(task().with("route.action", action).with(field, name));

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.message()).startsWith(problem).doesNotContain(name);
        assertThat(failed.variables().at("/error/variables/field").asText()).isEqualTo(field);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void a_key_that_two_queues_have_lists_both_ids() {
        String second = kustomer.seedRecord("queue", "{\"name\":\"More complaints\",\"key\":\"complaints\"}");

        JobEnding.Failed failed = jobs.failure(task().with("route.queue", "complaints"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains(complaints, second);
        assertThat(failed.variables().at("/error/variables/ids")).hasSize(2);
        assertThat(kustomer.records("work_item")).isEmpty();
    }

    @Test
    void a_deactivated_user_is_no_agent() {
        kustomer.seedRecord("user", "{\"email\":\"gone@example.org\",\"deleted\":true}");

        JobEnding.Failed failed =
                jobs.failure(task().with("route.action", "agent").with("route.assignedTo", "gone@example.org"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
    }

    @Test
    void a_conversation_that_does_not_exist_is_not_routed() {
        Task task =
                task().with("route.conversation", "5f0000000000000000000bad").with("route.queue", complaints);

        assertThat(jobs.failure(task).code()).isEqualTo("KUSTOMER_NOT_FOUND");
    }

    private JsonNode run(String action, long key) {
        return jobs.result(task().with("route.action", action).withElementInstanceKey(key));
    }

    private Task task() {
        return jobs.task().with("route.conversation", conversation);
    }

    private String route(String more) {
        String rest = more.isEmpty() ? "" : "," + more;
        return kustomer.routeConversation(
                "{\"resource\":{\"id\":\"%s\",\"type\":\"conversation\"}%s}".formatted(conversation, rest));
    }

    private JsonNode item() {
        return kustomer.records("work_item").getFirst();
    }

    private List<String> requests() {
        return kustomer.requests().stream()
                .map(request -> request.method() + " " + request.path())
                .toList();
    }

    private List<String> puts() {
        return kustomer.requests().stream()
                .filter(request -> request.method().equals("PUT"))
                .map(RecordedRequest::body)
                .toList();
    }

    private String idOf(String type, String name) {
        return kustomer.records(type).stream()
                .filter(record -> record.at("/attributes/name").asText().equals(name))
                .map(ObjectNode.class::cast)
                .map(record -> record.path("id").asText())
                .findFirst()
                .orElseThrow();
    }
}
