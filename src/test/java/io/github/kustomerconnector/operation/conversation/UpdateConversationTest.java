package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.Bound.tree;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Revision;
import io.github.kustomerconnector.simulator.Contract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateConversationTest {

    private static final String ID = "5f1e2d3c4b5a69788796a5b4";
    private static final String OTHER = "5f1e2d3c4b5a69788796a5b5";
    private static final String PATH = "/v1/conversations/" + ID;

    @Test
    void is_a_put_of_the_set_fields() {
        Request request = onlyStep("\"status\":\"done\",\"priority\":\"5\"");

        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.path().encoded()).isEqualTo(PATH);
        assertThat(json(sent(request))).isEqualTo(json("{\"status\":\"done\",\"priority\":5}"));
        assertThat(request.role()).hasToString("org.permission.conversation.update (or org.user.conversation.write)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "tags":["a","b"]                         | POST   | org.permission.conversation.update (or org.user.conversation.write)
                    "tags":["a","b"],"changeTags":"add"      | POST   | org.permission.conversation.update (or org.user.conversation.write)
                    "tags":["a","b"],"changeTags":" remove " | DELETE | org.permission.conversation.delete (or org.user.conversation.write)
                    """)
    void tags_are_added_and_removed_in_a_separate_request(String fields, String method, String role) {
        Request request = onlyStep(fields);

        assertThat(request.method()).isEqualTo(method);
        assertThat(request.path().encoded()).isEqualTo(PATH + "/tags");
        assertThat(json(sent(request))).isEqualTo(json("[\"a\",\"b\"]"));
        assertThat(request.role()).hasToString(role);
        assertThat(Contract.live().requestProblems(method, request.path().encoded(), tree(request)))
                .isEmpty();
    }

    @Test
    void tags_that_replace_all_are_sent_with_the_fields() {
        Request request = onlyStep("\"tags\":\"a\",\"changeTags\":\"replace\"");

        assertThat(request).hasToString("PUT /v1/conversations/{id}");
        assertThat(json(sent(request))).isEqualTo(json("{\"tags\":[\"a\"]}"));
    }

    @Test
    void clearing_the_tags_removes_all() {
        assertThat(json(sent(onlyStep("", "\"change\":{\"clear\":\"tags\"}")))).isEqualTo(json("{\"tags\":[]}"));
    }

    @Test
    void a_move_is_a_put_of_the_customer_alone() {
        Request request = onlyStep("\"customer\":\"" + OTHER + '"');

        assertThat(request).hasToString("PUT /v1/conversations/{id}");
        assertThat(json(sent(request))).isEqualTo(json("{\"customer\":\"" + OTHER + "\"}"));
    }

    @Test
    void fields_come_before_tags_and_the_move_comes_last() {
        List<Request> steps = steps(
                "\"status\":\"open\",\"tags\":\"a\",\"customer\":\"%s\"".formatted(OTHER), "\"change\":{\"rev\":7}");

        assertThat(steps)
                .extracting(Request::toString)
                .containsExactly(
                        "PUT /v1/conversations/{id}", "POST /v1/conversations/{id}/tags", "PUT /v1/conversations/{id}");
        assertThat(steps.stream().map(step -> json(sent(step))))
                .containsExactly(
                        json("{\"status\":\"open\",\"rev\":7}"),
                        json("[\"a\"]"),
                        json("{\"customer\":\"" + OTHER + "\"}"));
        assertThat(steps).allSatisfy(step -> assertThat(contractProblems(step)).isEmpty());
    }

    @Test
    void absent_set_and_cleared_fields_differ() {
        assertThat(json(sent(onlyStep("\"name\":\"Hello\"", "")))).isEqualTo(json("{\"name\":\"Hello\"}"));
        assertThat(json(sent(onlyStep("\"name\":null,\"priority\":1", "")))).isEqualTo(json("{\"priority\":1}"));
        assertThat(json(sent(onlyStep("\"name\":\"\"", "\"change\":{\"clear\":[\"name\"]}"))))
                .isEqualTo(json("{\"name\":null}"));
    }

    @Test
    void requires_the_given_revision() {
        Call.Update call = call("\"status\":\"done\"", "\"change\":{\"rev\":\"7\"}");

        assertThat(call.revision()).isInstanceOfSatisfying(Revision.Given.class, given -> {
            assertThat(given.number()).isEqualTo(7);
            assertThat(given.read()).hasToString("GET /v1/conversations/{id}");
        });
        assertThat(call("\"status\":\"done\"", "").revision()).isEqualTo(new Revision.Any());
    }

    @Test
    void refuses_a_queue_without_an_id() {
        assertThat(refusal(() -> call("\"queue\":{\"id\":\"\"}", "")))
                .contains("conversation.queue must have an id or external");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"name\":\" \"",
                "\"custom\":{\"planStr\":\"\"}",
                "\"custom\":{}",
                "\"tags\":[\"\"],\"changeTags\":\"remove\"",
                "\"tags\":[],\"changeTags\":\"replace\""
            })
    void refuses_an_update_that_changes_nothing(String fields) {
        assertThat(refusal(() -> call(fields, "")))
                .contains("conversation changes nothing: set a field, or name one in change.clear");
    }

    @Test
    void an_update_with_changes_reads_nothing_first() {
        assertThat(call("\"status\":\"done\"", "").target()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "tags":"a"                              | "change":{"rev":7}
                    "customer":"5f1e2d3c4b5a69788796a5b5"   | "change":{"rev":7}
                    "name":""                               | "change":{"rev":7}
                    """)
    void a_revision_without_a_field_is_refused(String fields, String more) {
        assertThat(refusal(() -> call(fields, more)))
                .contains("change.rev needs a field to set or clear:"
                        + " Kustomer checks no revision for a move or for added or removed tags");
    }

    @Test
    void an_unknown_change_of_tags_is_refused() {
        assertThat(refusal(() -> call("\"changeTags\":\"append\"", "")))
                .contains("conversation.changeTags is not one of add, remove, replace: choose one of them");
    }

    @Test
    void a_task_without_a_conversation_is_refused() {
        assertThat(refusal(() -> bound(UpdateConversation.class, "{}").call(TASK)))
                .contains("target.id is missing");
        assertThat(refusal(() -> bound(UpdateConversation.class, "{\"target\":{\"id\":\"../tokens\"}}")
                        .call(TASK)))
                .contains(
                        "target.id is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here");
    }

    @Test
    void uses_the_timeout_of_the_task() {
        assertThat(call("\"status\":\"done\"", "\"options\":{\"timeoutSeconds\":7}")
                        .timeout())
                .isEqualTo(Duration.ofSeconds(7));
    }

    private static Request onlyStep(String fields) {
        return onlyStep(fields, "");
    }

    private static Request onlyStep(String fields, String more) {
        List<Request> steps = steps(fields, more);
        assertThat(steps).hasSize(1);
        return steps.getFirst();
    }

    private static List<Request> steps(String fields, String more) {
        return call(fields, more).steps().apply(Optional.empty());
    }

    private static Call.Update call(String fields, String more) {
        return (Call.Update) bound(
                        UpdateConversation.class,
                        "{\"target\":{\"id\":\"%s\"},\"conversation\":{%s}%s}"
                                .formatted(ID, fields, more.isEmpty() ? "" : "," + more))
                .call(TASK);
    }
}
