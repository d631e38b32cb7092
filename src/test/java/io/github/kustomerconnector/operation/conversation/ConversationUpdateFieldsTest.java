package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.described;
import static io.github.kustomerconnector.operation.Bound.tree;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.FormRules;
import io.github.kustomerconnector.operation.FormSamples;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.operation.UpdateOptions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationUpdateFieldsTest implements FormRules {

    private static final String ID = "5f1e2d3c4b5a69788796a5b4";

    /** Fields of the API that the form sets through other fields. */
    private static final Set<String> BY_OTHER_WAYS = Set.of("snooze", "rev");

    /** Fields that Kustomer writes itself, and one that deletes. They are possible as additional fields. */
    private static final Set<String> ADDITIONAL =
            Set.of("satisfaction", "satisfactionLevel", "sentiment", "suggestedShortcuts", "suggestedTags", "deleted");

    /** The container of the fields. */
    private record Form(ConversationUpdateFields conversation) {}

    @Override
    public Class<ConversationUpdateFields> form() {
        return ConversationUpdateFields.class;
    }

    @Override
    public Json body(String variables) {
        ConversationUpdateFields given = bound(Form.class, variables).conversation();
        return Json.object(
                ConversationUpdateMapping.of(given, UpdateOptions.orDefault(null), new PortableNames(Map.of()))
                        .checked());
    }

    @Override
    public Set<String> otherFields() {
        return Set.of("additionalFields", "changeTags", "snoozeUntil");
    }

    @Override
    public FormSamples samples() {
        return new FormSamples("conversation")
                .with("status", "\"Done\"", "\"done\"")
                .with("priority", "\"5\"", "5")
                .with("queue", "\"5f1e2d3c4b5a69788796a5b3\"", "{\"id\":\"5f1e2d3c4b5a69788796a5b3\"}")
                .with("tags", "\"vip\"", "[\"vip\"]")
                .with("assignedUsers", "\"5f1e2d3c4b5a69788796a5b1\"", "[\"5f1e2d3c4b5a69788796a5b1\"]")
                .with("assignedTeams", "[\"5f1e2d3c4b5a69788796a5b2\"]", "[\"5f1e2d3c4b5a69788796a5b2\"]")
                .with("name", "\"Where is my order?\"", "\"Where is my order?\"")
                .with("customer", "\"5f1e2d3c4b5a69788796a5b9\"", "\"5f1e2d3c4b5a69788796a5b9\"")
                .with("externalId", "4711", "\"4711\"")
                .with("subStatus", "\"5f1e2d3c4b5a69788796a5b8\"", "\"5f1e2d3c4b5a69788796a5b8\"")
                .with("replyChannel", "\"email\"", "\"email\"")
                .with("direction", "\"in\"", "\"in\"")
                .with("defaultLang", "\"en_us\"", "\"en_us\"")
                .with("locked", "\"true\"", "true")
                .with("ended", "false", "false")
                .with("endedAt", "\"2026-01-31\"", "\"2026-01-31T00:00:00.000Z\"")
                .with("endedReason", "\"left\"", "\"left\"")
                .with("endedBy", "\"5f1e2d3c4b5a69788796a5b7\"", "\"5f1e2d3c4b5a69788796a5b7\"")
                .with("endedByType", "\"Customer\"", "\"customer\"")
                .with("custom", "{\"orderStr\":\"4711\"}", "{\"orderStr\":\"4711\"}");
    }

    @Test
    void additional_fields_cannot_set_fields_with_another_name_in_the_form() {
        assertThat(refusal(() -> of("\"additionalFields\":{\"rev\":1}")))
                .contains("conversation.additionalFields.rev is a field of the form: use change.rev");
        assertThat(refusal(() -> of("\"additionalFields\":{\"snooze\":{}}")))
                .contains("conversation.additionalFields.snooze is a field of the form: use conversation.snoozeUntil");
    }

    @Test
    void every_field_of_the_api_is_in_the_form_or_left_out_on_purpose() {
        Set<String> known = fields();
        known.addAll(BY_OTHER_WAYS);
        known.addAll(ADDITIONAL);

        assertThat(described("live.json", "ConversationChange")).isSubsetOf(known);
        assertThat(described("live.json", "ConversationMove")).isSubsetOf(known);
        assertThat(fields()).doesNotContainAnyElementsOf(ADDITIONAL);
    }

    @Test
    void an_update_of_every_field_keeps_the_contract() {
        Set<String> names = fields();
        names.remove("customer");

        Request put = update(samples().variables(names, "\"changeTags\":\"replace\""));

        assertThat(contractProblems(put)).isEmpty();
    }

    @Test
    void fields_left_out_of_the_form_can_be_additional_fields() {
        Request put = put(
                "\"additionalFields\":{\"satisfaction\":4,\"sentiment\":{\"polarity\":1,\"confidence\":0.5},\"deleted\":true}",
                "");

        assertThat(tree(put).path("satisfaction").asInt()).isEqualTo(4);
        assertThat(contractProblems(put)).isEmpty();
    }

    @Test
    void every_clearable_field_is_cleared_within_the_contract() {
        String problem = refusal(() -> put("", "\"clear\":\"status\"")).orElseThrow();
        String names = problem.substring(problem.indexOf("choose from ") + "choose from ".length());

        Request put = put("", "\"clear\":\"%s, custom.planStr\"".formatted(names));

        assertThat(tree(put).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "assignedTeams",
                        "assignedUsers",
                        "custom",
                        "defaultLang",
                        "externalId",
                        "name",
                        "queue",
                        "replyChannel",
                        "satisfaction",
                        "tags");
        assertThat(contractProblems(put)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "snoozeUntil":"2026-01-31"
                    "snoozeUntil":"2026-01-31","status":""
                    "snoozeUntil":"2026-01-31T01:00:00+01:00","status":"Snoozed"
                    """)
    void a_time_snoozes_the_conversation_until_then(String fields) {
        assertThat(of(fields))
                .isEqualTo(json("{\"status\":\"snoozed\","
                        + "\"snooze\":{\"status\":\"scheduled\",\"time\":\"2026-01-31T00:00:00.000Z\"}}"));
        Request put = put(fields, "");
        assertThat(contractProblems(put)).isEmpty();
    }

    @Test
    void a_conversation_may_be_snoozed_without_a_time() {
        assertThat(of("\"status\":\"snoozed\"")).isEqualTo(json("{\"status\":\"snoozed\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "status":"closed"                           | conversation.status is not one of open, snoozed, done
                    "status":"done","snoozeUntil":"2026-01-31"  | conversation.snoozeUntil is set, but the status is not snoozed
                    "snoozeUntil":"tomorrow"                    | conversation.snoozeUntil is not a date and time, such as 2026-01-31T09:30:00Z
                    "locked":"yes"                              | conversation.locked must be true or false
                    "endedByType":"bot"                         | conversation.endedByType is not one of user, customer
                    "queue":{"name":"Support"}                  | conversation.queue has an unknown field: the known fields are id, external
                    """)
    void values_that_kustomer_would_refuse_are_refused_before_sending(String fields, String problem) {
        assertThat(refusal(() -> of(fields))).contains(problem);
    }

    private Json of(String fields) {
        return body("{\"conversation\":{%s}}".formatted(fields));
    }

    private static Request put(String fields, String change) {
        return update("{\"conversation\":{%s},\"change\":{%s}}".formatted(fields, change));
    }

    private static Request update(String variables) {
        String target = "{\"target\":{\"id\":\"%s\"},".formatted(ID);
        return bound(UpdateConversation.class, target + variables.substring(1))
                .call(TASK)
                .request();
    }
}
