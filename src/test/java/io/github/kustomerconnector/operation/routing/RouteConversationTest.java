package io.github.kustomerconnector.operation.routing;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.CallWithReferences;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.TransitionStep;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Bound;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteConversationTest {

    private static final String ID = "5f9f1a2b3c4d5e6f7a8b9c0d";
    private static final String QUEUE = "5f9f1a2b3c4d5e6f7a8b9c0e";
    private static final String AGENT = "5f9f1a2b3c4d5e6f7a8b9c0f";

    @Test
    void reads_the_work_items_of_the_conversation_first() {
        Call.Transition call = (Call.Transition) call("\"queue\":\"%s\"".formatted(QUEUE));

        Request list = call.current().list();
        assertThat(list.path().encoded()).isEqualTo("/v1/routing/conversations/" + ID + "/work-items?pageSize=100");
        assertThat(list.role()).hasToString("org.permission.routing.read (or org.user.routing.read)");
        assertThat(contractProblems(list)).isEmpty();
        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "queue":"QUEUE"                          | {"queue":{"id":"QUEUE"},"resource":{"id":"ID","type":"conversation"}}
                    "queue":{"external":"amazon-connect"}    | {"queue":{"external":"amazon-connect"},"resource":{"id":"ID","type":"conversation"}}
                    "action":"agent","assignedTo":"AGENT"    | {"assignedTo":"AGENT","resource":{"id":"ID","type":"conversation"}}
                    """)
    void creates_the_work_item_with_its_queue_or_agent(String fields, String body) {
        Request create = ((Call.Transition) call(withIds(fields))).create().orElseThrow();

        assertThat(create).hasToString("POST /v1/routing/work-items");
        assertThat(sent(create)).isEqualTo(withIds(body));
        assertThat(contractProblems(create)).isEmpty();
        assertThat(create.role()).hasToString("org.permission.routing.create (or org.user.routing.write)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "queue":"QUEUE"                          | ivr       | -     | -     | {"queue":{"id":"QUEUE"},"rev":3}
                    "queue":"QUEUE"                          | queued    | QUEUE | -     | -
                    "queue":"QUEUE"                          | assigned  | QUEUE | AGENT | -
                    "queue":"QUEUE","takeFromAgent":"true"   | assigned  | QUEUE | AGENT | {"assignedTo":null,"rev":3}
                    "queue":"QUEUE","takeFromAgent":"true"   | wrap-up   | QUEUE | AGENT | {"queue":{"id":"QUEUE"},"rev":3}
                    "action":"agent","assignedTo":"AGENT"    | queued    | QUEUE | -     | {"assignedTo":"AGENT","rev":3}
                    "action":"agent","assignedTo":"AGENT"    | routed    | QUEUE | AGENT | {"assignedTo":"AGENT","rev":3}
                    "action":"agent","assignedTo":"AGENT"    | wrap-up   | QUEUE | AGENT | -
                    "action":"back"                          | assigned  | QUEUE | AGENT | {"assignedTo":null,"rev":3}
                    "action":"back"                          | wrap-up   | QUEUE | AGENT | {"queue":{"id":"QUEUE"},"rev":3}
                    "action":"back"                          | wrap-up   | -     | AGENT | {"assignedTo":null,"rev":3}
                    "action":"back"                          | queued    | QUEUE | -     | -
                    "action":"pause"                         | queued    | QUEUE | -     | {"paused":true,"rev":3}
                    "action":"resume"                        | queued    | QUEUE | -     | -
                    "action":"wrapUp"                        | assigned  | QUEUE | AGENT | {"rev":3,"status":"wrap-up"}
                    "action":"complete"                      | wrap-up   | QUEUE | AGENT | {"rev":3,"status":"completed"}
                    "action":"complete"                      | completed | QUEUE | AGENT | -
                    """)
    void makes_one_change_at_a_time(String fields, String status, String queue, String agent, String body) {
        Call.Transition call = (Call.Transition) call(withIds(fields));

        Optional<Request> next =
                call.next().apply(item(status, withIds(queue), withIds(agent))).map(TransitionStep::request);

        assertThat(next.map(Bound::sent).orElse("-")).isEqualTo(withIds(body));
        next.ifPresent(change -> {
            assertThat(change).hasToString("PUT /v1/routing/work-items/{id}");
            assertThat(contractProblems(change)).isEmpty();
        });
    }

    @Test
    void a_key_is_looked_up_before_the_call() {
        CallWithReferences<?> call = (CallWithReferences<?>) call("\"queue\":\"complaints\"");

        Request look = call.references().getFirst().get();
        assertThat(look.path().encoded()).isEqualTo("/v1/routing/queues?key=complaints");
        assertThat(contractProblems(look)).isEmpty();
        assertThat(sent(call.call().apply(Map.of("route.queue", QUEUE)))).contains("\"" + QUEUE + "\"");
    }

    @Test
    void the_result_has_the_state_and_its_times_in_seconds() {
        Resource item = Resource.read(json("""
                        {"id": "w1", "type": "work_item", "attributes": {"status": "assigned", "paused": true, "queuedCount": 2,
                         "resourceFirstQueueTime": 1500, "resourceFirstAssignTime": 639033, "handle": {"time": 0},
                         "lastRevision": {"enteredQueueAt": "2026-01-31T09:30:00Z", "queueTime": 60000}},
                         "relationships": {"queue": {"data": {"type": "queue", "id": "%s"}}}}""".formatted(QUEUE))).orElseThrow();

        RoutedConversation result =
                operation("\"queue\":\"%s\"".formatted(QUEUE)).result(new CallResult.Written(item, Outcome.UPDATED));

        assertThat(result.status()).isEqualTo("assigned");
        assertThat(result.paused()).isTrue();
        assertThat(result.queueId()).isEqualTo(QUEUE);
        assertThat(result.agentId()).isNull();
        assertThat(result.firstAssignSeconds()).isEqualTo(json("639.033"));
        assertThat(result.firstQueueSeconds()).isEqualTo(json("1.5"));
        assertThat(result.queueSeconds()).isEqualTo(json("60"));
        assertThat(result.handleSeconds()).isEqualTo(json("0"));
        assertThat(result.wrapUpSeconds()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "queue":null                                           | route.queue is missing
                    "queue":"5f9f1a2b3c4d5e6f7a8b9c"                       | route.queue is not a Kustomer ID: 24 digits from 0-9 and a-f, nor the key of a queue
                    "queue":"Complaints of today"                          | route.queue is not a Kustomer ID: 24 digits from 0-9 and a-f, nor the key of a queue
                    "queue":{"external":"other"}                           | route.queue.external is not one of amazon-connect
                    "action":"agent"                                       | route.assignedTo is missing
                    "action":"agent","assignedTo":"Ada"                    | route.assignedTo is not a Kustomer ID: 24 digits from 0-9 and a-f, nor the e-mail of a user
                    "action":"agent","assignedTo":"ada@"                   | route.assignedTo is not an e-mail address
                    "action":"close"                                       | route.action is not one of queue, agent, back, pause, resume, wrapUp, complete
                    "queue":"complaints","takeFromAgent":"perhaps"         | route.takeFromAgent is not one of true, false
                    "queue":"complaints","conversation":"7"                | route.conversation is not a Kustomer ID
                    """)
    void refuses_what_cannot_be_right(String fields, String problem) {
        assertThat(refusal(() -> call(fields)).orElse("accepted")).startsWith(problem);
    }

    private static Resource item(String status, String queue, String agent) {
        return Resource.read(json("""
                        {"id": "5f9f1a2b3c4d5e6f7a8b9c0a", "attributes": {"status": "%s", "rev": 3, "paused": false},
                         "relationships": {%s}}""".formatted(
                                status,
                                String.join(
                                        ",",
                                        Stream.of(relation("queue", queue), relation("assignedTo", agent))
                                                .filter(text -> !text.isEmpty())
                                                .toList()))))
                .orElseThrow();
    }

    private static String relation(String name, String id) {
        return id.equals("-") ? "" : "\"%s\":{\"data\":{\"id\":\"%s\"}}".formatted(name, id);
    }

    private static String withIds(String text) {
        return text.replace("QUEUE", QUEUE).replace("AGENT", AGENT).replace("\"ID\"", "\"" + ID + "\"");
    }

    private static Call<CallResult.Written> call(String fields) {
        return operation(fields).call(TASK);
    }

    private static RouteConversation operation(String fields) {
        String conversation = fields.contains("\"conversation\"") ? "" : "\"conversation\":\"%s\",".formatted(ID);
        return bound(
                RouteConversation.class,
                "{\"route\":{%s%s},\"options\":{\"timeoutSeconds\":5}}".formatted(conversation, fields));
    }
}
