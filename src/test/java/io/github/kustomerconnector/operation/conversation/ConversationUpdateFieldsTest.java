package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.components;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.described;
import static io.github.kustomerconnector.operation.Bound.tree;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static io.github.kustomerconnector.operation.JsonText.text;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.operation.UpdateOptions;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConversationUpdateFieldsTest {

    private static final String ID = "5f1e2d3c4b5a69788796a5b4";

    private record Sample(String given, String sent) {}

    /** A valid value for each field, and the body that contains only that field. */
    private static final Map<String, Sample> SAMPLES = new TreeMap<>();

    static {
        sample("status", "\"Done\"", "\"done\"");
        sample("priority", "\"5\"", "5");
        sample("queue", "\"5f1e2d3c4b5a69788796a5b3\"", "{\"id\":\"5f1e2d3c4b5a69788796a5b3\"}");
        sample("tags", "\"vip\"", "[\"vip\"]");
        sample("assignedUsers", "\"5f1e2d3c4b5a69788796a5b1\"", "[\"5f1e2d3c4b5a69788796a5b1\"]");
        sample("assignedTeams", "[\"5f1e2d3c4b5a69788796a5b2\"]", "[\"5f1e2d3c4b5a69788796a5b2\"]");
        sample("name", "\"Where is my order?\"", "\"Where is my order?\"");
        sample("customer", "\"5f1e2d3c4b5a69788796a5b9\"", "\"5f1e2d3c4b5a69788796a5b9\"");
        sample("externalId", "4711", "\"4711\"");
        sample("subStatus", "\"5f1e2d3c4b5a69788796a5b8\"", "\"5f1e2d3c4b5a69788796a5b8\"");
        sample("replyChannel", "\"email\"", "\"email\"");
        sample("direction", "\"in\"", "\"in\"");
        sample("defaultLang", "\"en_us\"", "\"en_us\"");
        sample("locked", "\"true\"", "true");
        sample("ended", "false", "false");
        sample("endedAt", "\"2026-01-31\"", "\"2026-01-31T00:00:00.000Z\"");
        sample("endedReason", "\"left\"", "\"left\"");
        sample("endedBy", "\"5f1e2d3c4b5a69788796a5b7\"", "\"5f1e2d3c4b5a69788796a5b7\"");
        sample("endedByType", "\"Customer\"", "\"customer\"");
        sample("custom", "{\"orderStr\":\"4711\"}", "{\"orderStr\":\"4711\"}");
    }

    /** Fields of the API that the form sets through other fields. */
    private static final Set<String> BY_OTHER_WAYS = Set.of("snooze", "rev");

    /** Fields that Kustomer writes itself, and one that deletes. They are possible as additional fields. */
    private static final Set<String> ADDITIONAL =
            Set.of("satisfaction", "satisfactionLevel", "sentiment", "suggestedShortcuts", "suggestedTags", "deleted");

    static Set<String> names() {
        Set<String> names = components(ConversationUpdateFields.class);
        names.removeAll(Set.of("additionalFields", "changeTags", "snoozeUntil"));
        return names;
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_field_alone_reaches_the_body_under_its_own_name(String name) {
        Sample sample = sampleOf(name);

        assertThat(json(body("\"%s\":%s".formatted(name, sample.given()))))
                .isEqualTo(json("{\"%s\":%s}".formatted(name, sample.sent())));
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_field_names_itself_when_it_is_refused(String name) {
        assertThat(refusal(() -> body("\"%s\":[[[true]]]".formatted(name))))
                .hasValueSatisfying(problem ->
                        assertThat(problem).startsWith("conversation." + name).doesNotContain(";"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void additional_fields_cannot_set_a_field_of_the_form(String name) {
        assertThat(refusal(() -> body("\"additionalFields\":{\"%s\":1}".formatted(name))))
                .contains("conversation.additionalFields.%s is a field of the form: use conversation.%s"
                        .formatted(name, name));
    }

    @Test
    void additional_fields_cannot_set_fields_with_another_name_in_the_form() {
        assertThat(refusal(() -> body("\"additionalFields\":{\"rev\":1}")))
                .contains("conversation.additionalFields.rev is a field of the form: use change.rev");
        assertThat(refusal(() -> body("\"additionalFields\":{\"snooze\":{}}")))
                .contains("conversation.additionalFields.snooze is a field of the form: use conversation.snoozeUntil");
    }

    @Test
    void every_field_of_the_api_is_in_the_form_or_left_out_on_purpose() {
        Set<String> known = names();
        known.addAll(BY_OTHER_WAYS);
        known.addAll(ADDITIONAL);

        assertThat(described("live.json", "ConversationChange")).isSubsetOf(known);
        assertThat(described("live.json", "ConversationMove")).isSubsetOf(known);
        assertThat(names()).doesNotContainAnyElementsOf(ADDITIONAL);
    }

    @Test
    void an_update_of_every_field_keeps_the_contract() {
        String fields = names().stream()
                .filter(name -> !name.equals("customer"))
                .map(name -> "\"%s\":%s".formatted(name, sampleOf(name).given()))
                .collect(joining(","));

        Request put = put(fields + ",\"changeTags\":\"replace\"", "");

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
        assertThat(json(body(fields)))
                .isEqualTo(json("{\"status\":\"snoozed\","
                        + "\"snooze\":{\"status\":\"scheduled\",\"time\":\"2026-01-31T00:00:00.000Z\"}}"));
        Request put = put(fields, "");
        assertThat(contractProblems(put)).isEmpty();
    }

    @Test
    void a_conversation_may_be_snoozed_without_a_time() {
        assertThat(json(body("\"status\":\"snoozed\""))).isEqualTo(json("{\"status\":\"snoozed\"}"));
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
        assertThat(refusal(() -> body(fields))).contains(problem);
    }

    private static String body(String fields) {
        ConversationUpdateFields given = bound(ConversationUpdateFields.class, "{" + fields + "}");
        return text(ConversationUpdateMapping.of(given, UpdateOptions.orDefault(null), new PortableNames(Map.of()))
                .checked());
    }

    private static Request put(String fields, String change) {
        String variables =
                "{\"target\":{\"id\":\"%s\"},\"conversation\":{%s},\"change\":{%s}}".formatted(ID, fields, change);
        return bound(UpdateConversation.class, variables).call(TASK).request();
    }

    private static Sample sampleOf(String name) {
        return Objects.requireNonNull(SAMPLES.get(name), name);
    }

    private static void sample(String name, String given, String sent) {
        SAMPLES.put(name, new Sample(given, sent));
    }
}
