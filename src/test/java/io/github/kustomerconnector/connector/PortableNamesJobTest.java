package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key of a queue and the e-mails of users, in place of ids. */
final class PortableNamesJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final String complaints = kustomer.seedRecord("queue", "{\"name\":\"Complaints\",\"key\":\"complaints\"}");
    private final String ada = kustomer.seedRecord("user", "{\"name\":\"Ada\",\"email\":\"ada@example.org\"}");
    private final String customer = kustomer.seedCustomer("{}");

    private final JobHandling creates = JobHandling.ofCreateConversation(kustomer);
    private final JobHandling updates = JobHandling.newRuntime(UpdateConversationConnector::new, kustomer);

    @Test
    void a_new_conversation_is_in_the_queue_with_the_key_and_assigned_to_the_user_with_the_email() {
        String grace = kustomer.seedRecord("user", "{\"email\":\"grace@example.org\"}");

        JsonNode result = creates.result(create().with("conversation.queue", " complaints ")
                .with("conversation.assignedUsers", List.of("ada@example.org", grace, "ada@example.org")));

        assertThat(result.at("/relationships/queue/data/id").asText()).isEqualTo(complaints);
        assertThat(result.at("/attributes/assignedUsers"))
                .extracting(JsonNode::asText)
                .containsExactly(ada, grace);
        assertThat(kustomer.requests())
                .extracting(request -> request.method() + " " + request.path())
                .containsExactlyInAnyOrder("GET /v1/routing/queues", "GET /v1/users", "POST /v1/conversations");
    }

    @Test
    void an_updated_conversation_moves_into_the_queue_with_the_key() {
        String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));

        JsonNode result = updates.result(updates.task()
                .with("target.id", conversation)
                .with("conversation.queue", Map.of("id", "complaints"))
                .with("conversation.assignedUsers", "ada@example.org"));

        assertThat(result.at("/relationships/queue/data/id").asText()).isEqualTo(complaints);
        assertThat(result.at("/attributes/assignedUsers/0").asText()).isEqualTo(ada);
    }

    @Test
    void ids_cost_no_request() {
        creates.result(create().with("conversation.queue", complaints).with("conversation.assignedUsers", ada));

        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void nothing_is_looked_up_if_another_field_is_wrong() {
        JobEnding.Failed failed = creates.failure(
                create().with("conversation.queue", "complaints").with("conversation.priority", 9));

        assertThat(failed.message()).startsWith("conversation.priority");
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void an_email_that_no_user_has_names_its_field_and_creates_nothing() {
        JobEnding.Failed failed = creates.failure(
                create().with("conversation.assignedUsers", List.of("ada@example.org", "nobody@example.org")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.message())
                .isEqualTo("conversation.assignedUsers[1]: there is no active user with this e-mail (GET /v1/users)");
        assertThat(kustomer.conversations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaints", "other"})
    void a_name_among_several_pages_of_queues_asks_for_the_id(String key) {
        String page = "{\"data\":[{\"type\":\"queue\",\"id\":\"%s\",\"attributes\":{\"key\":\"%s\"}}],"
                + "\"links\":{\"next\":\"/v1/routing/queues?page=2\"}}";
        kustomer.inject(
                Fault.json(Step.AFTER_READING, 200, page.formatted(complaints, key)),
                RequestMatcher.path("/v1/routing/queues"),
                1);

        JobEnding.Failed failed = creates.failure(create().with("conversation.queue", "complaints"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message())
                .startsWith("conversation.queue: Kustomer returns more than one page")
                .endsWith("Give the ID");
        assertThat(kustomer.conversations()).isEmpty();
    }

    @Test
    void a_lost_answer_to_a_look_up_is_tried_again_and_creates_one_conversation() {
        kustomer.inject(Fault.close(Step.AFTER_READING), RequestMatcher.method("GET"), 2);
        Task task = create().with("conversation.queue", "complaints");

        JobEnding.Failed failed = creates.failure(task);
        creates.result(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(kustomer.conversations()).hasSize(1);
    }

    @Test
    void a_key_without_the_role_for_queues_learns_it() {
        kustomer.addKey("creator", Set.of("org.permission.conversation"));
        creates.secret("KUSTOMER_API_KEY", "creator");

        JobEnding.Failed failed = creates.failure(create().with("conversation.queue", "complaints"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(failed.message()).contains("org.permission.queue.read");
    }

    private Task create() {
        return creates.task().with("conversation.customer", customer);
    }
}
