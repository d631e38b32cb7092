package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.error;
import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work items and work sessions. */
class RoutingTest {

    private static final String ITEMS = "/v1/routing/work-items";
    private static final Instant START = Instant.parse("2026-01-31T09:30:00Z");

    private final KustomerSimulator simulator = KustomerSimulator.start();
    private final TestClient client = new TestClient(simulator);
    private String conversation = "";
    private String complaints = "";
    private String orders = "";
    private String ada = "";

    @BeforeEach
    void seed() {
        simulator.settings().clock(Clock.fixed(START, ZoneOffset.UTC));
        simulator.seedOrganization();
        complaints = idOf("queue", "Complaints");
        orders = idOf("queue", "Orders");
        ada = idOf("user", "Ada Lovelace");
        conversation = simulator.seedConversation("{\"customer\": \"%s\"}".formatted(simulator.seedCustomer("{}")));
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void a_second_create_returns_the_open_work_item_and_leaves_it_in_its_queue() throws IOException {
        JsonNode first = create("\"queue\": {\"id\": \"%s\"}".formatted(complaints));
        JsonNode second = create("\"queue\": {\"id\": \"%s\"}".formatted(orders));

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.at("/attributes/status").asText()).isEqualTo("queued");
        assertThat(second.at("/relationships/queue/data/id").asText()).isEqualTo(complaints);
        assertThat(simulator.records("work_item")).hasSize(1);
    }

    @Test
    void a_conversation_gets_a_new_work_item_after_the_last_one_was_completed() throws IOException {
        String first = create("").path("id").asText();
        put(first, 1, "\"status\": \"completed\"");

        assertThat(create("").path("id").asText()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "queue": null, "assignedTo": "ADA"                     | ivr       | false
                    "queue": {"id": "QUEUE"}, "status": "completed"        | queued    | false
                    "queue": {"id": "QUEUE"}, "paused": true               | queued    | true
                    "assignedTo": "ADA", "status": "completed"             | assigned  | false
                    "assignedTo": "ADA", "paused": true                    | assigned  | true
                    "accepted": {"by": "ADA"}, "status": "completed"       | assigned  | false
                    "status": "completed", "paused": true                  | completed | false
                    "paused": true                                         | queued    | true
                    """)
    void an_update_makes_only_its_first_change(String changes, String status, boolean paused) throws IOException {
        String id = create("\"queue\": {\"id\": \"%s\"}".formatted(orders))
                .path("id")
                .asText();

        JsonNode item = put(id, 1, changes.replace("QUEUE", complaints).replace("ADA", ada));

        assertThat(item.at("/attributes/status").asText()).isEqualTo(status);
        assertThat(item.at("/attributes/paused").asBoolean()).isEqualTo(paused);
        assertThat(item.at("/attributes/rev").asInt()).isEqualTo(2);
    }

    @Test
    void an_assigned_work_item_only_notes_another_queue() throws IOException {
        String id = create("\"assignedTo\": \"%s\"".formatted(ada)).path("id").asText();

        JsonNode item = put(id, 1, "\"queue\": {\"id\": \"%s\"}".formatted(complaints));

        assertThat(item.at("/attributes/status").asText()).isEqualTo("assigned");
        assertThat(item.at("/relationships/assignedTo/data/id").asText()).isEqualTo(ada);
        assertThat(item.at("/relationships/queue/data/id").asText()).isEqualTo(complaints);
    }

    @Test
    void a_work_item_in_wrap_up_is_not_unassigned_but_goes_back_by_its_queue() throws IOException {
        String id = create("\"assignedTo\": \"%s\"".formatted(ada)).path("id").asText();
        put(id, 1, "\"status\": \"wrap-up\"");

        JsonNode unassigned = put(id, 2, "\"assignedTo\": null");
        JsonNode queued = put(id, 2, "\"queue\": {\"id\": \"%s\"}".formatted(complaints));

        assertThat(unassigned.at("/attributes/status").asText()).isEqualTo("wrap-up");
        assertThat(queued.at("/attributes/status").asText()).isEqualTo("queued");
        assertThat(queued.at("/relationships/assignedTo").isMissingNode()).isTrue();
    }

    @Test
    void times_are_in_milliseconds() throws IOException {
        String id = create("\"queue\": {\"id\": \"%s\"}".formatted(complaints))
                .path("id")
                .asText();
        simulator.settings().clock(Clock.fixed(START.plusSeconds(90), ZoneOffset.UTC));

        JsonNode item = put(id, 1, "\"assignedTo\": \"%s\"".formatted(ada));

        assertThat(item.at("/attributes/lastRevision/queueTime").asLong()).isEqualTo(90_000);
        assertThat(item.at("/attributes/resourceFirstAssignTime").asLong()).isEqualTo(90_000);
    }

    @Test
    void an_update_needs_the_revision_of_the_work_item() throws IOException {
        String id = create("").path("id").asText();

        HttpResponse<String> without = client.send("PUT", ITEMS + "/" + id, "{\"paused\": true}");
        HttpResponse<String> stale = client.send("PUT", ITEMS + "/" + id, "{\"rev\": 7, \"paused\": true}");

        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(error(without).at("/source/parameter").asText()).isEqualTo("rev");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(simulator
                        .records("work_item")
                        .getFirst()
                        .at("/attributes/paused")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void references_must_exist_and_unknown_fields_are_refused() throws IOException {
        String missing = "5f0000000000000000000bad";

        assertThat(post("\"queue\": {\"id\": \"%s\"}".formatted(missing)).statusCode())
                .isEqualTo(404);
        assertThat(post("\"assignedTo\": \"%s\"".formatted(missing)).statusCode())
                .isEqualTo(404);
        assertThat(post("\"team\": \"%s\"".formatted(missing)).statusCode()).isEqualTo(400);
        assertThat(client.get("/v1/routing/conversations/" + missing + "/work-items")
                        .statusCode())
                .isEqualTo(404);
        assertThat(simulator.records("work_item")).isEmpty();
    }

    @Test
    void work_items_are_listed_by_conversation_queue_and_status() throws IOException {
        String id = create("\"queue\": {\"id\": \"%s\"}".formatted(complaints))
                .path("id")
                .asText();

        assertThat(ids("/v1/routing/conversations/" + conversation + "/work-items"))
                .containsExactly(id);
        assertThat(ids("/v1/routing/queues/" + complaints + "/work-items?status=queued"))
                .containsExactly(id);
        assertThat(ids("/v1/routing/queues/" + complaints + "/work-items?status=!wrap-up"))
                .containsExactly(id);
        assertThat(ids("/v1/routing/queues/" + complaints + "/work-items?status=assigned"))
                .isEmpty();
        assertThat(ids("/v1/routing/queues/" + orders + "/work-items")).isEmpty();
    }

    @Test
    void sessions_are_listed_by_queue_and_taken_over_by_the_work_item_of_their_agent() throws IOException {
        String session = simulator.seedRecord("work_session", """
                {"user": "%s", "queue": {"id": "%s"}, "statusType": "available", "routable": true}""".formatted(ada, complaints));

        JsonNode item = create("\"assignedTo\": \"%s\"".formatted(ada));

        assertThat(item.at("/relationships/workSession/data/id").asText()).isEqualTo(session);
        assertThat(ids("/v1/routing/queues/" + complaints + "/work-sessions?statusType=available"))
                .containsExactly(session);
        assertThat(ids("/v1/routing/queues/" + complaints + "/work-sessions?statusType=busy"))
                .isEmpty();
    }

    private JsonNode create(String more) throws IOException {
        HttpResponse<String> response = post(more);
        keepsContract("POST", ITEMS, response);
        return json(response).path("data");
    }

    private HttpResponse<String> post(String more) throws IOException {
        String rest = more.isEmpty() ? "" : ", " + more;
        return client.post(
                ITEMS, "{\"resource\": {\"id\": \"%s\", \"type\": \"conversation\"}%s}".formatted(conversation, rest));
    }

    private JsonNode put(String id, int rev, String changes) throws IOException {
        HttpResponse<String> response =
                client.send("PUT", ITEMS + "/" + id, "{\"rev\": %s, %s}".formatted(rev, changes));
        keepsContract("PUT", ITEMS + "/" + id, response);
        return json(response).path("data");
    }

    private List<String> ids(String path) throws IOException {
        HttpResponse<String> response = client.get(path);
        keepsContract("GET", path, response);
        return json(response)
                .path("data")
                .valueStream()
                .map(record -> record.path("id").asText())
                .toList();
    }

    private static void keepsContract(String method, String path, HttpResponse<String> response) {
        assertThat(Contract.live().responseProblems(method, path, response.statusCode(), json(response)))
                .isEmpty();
        assertThat(response.statusCode()).isLessThan(300);
    }

    private String idOf(String type, String name) {
        return simulator.records(type).stream()
                .filter(record -> record.at("/attributes/name").asText().equals(name))
                .map(ObjectNode.class::cast)
                .map(record -> record.path("id").asText())
                .findFirst()
                .orElseThrow();
    }
}
