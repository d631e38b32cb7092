package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateConversationTest {

    private static final String CUSTOMER = "5f1e2d3c4b5a69788796a5b4";
    private static final String OTHER = "5f1e2d3c4b5a69788796a5b5";
    private static final String DERIVED = TASK.derived().objectId();
    private static final String NAMED = TASK.named("case-7").objectId();
    private static final String EXTERNAL = TASK.ofExternalId("case-7").objectId();

    @Test
    void is_a_post_of_the_fields_and_a_derived_id_to_conversations() {
        Request request = call("\"name\":\"Hello\"").request();

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path().encoded()).isEqualTo("/v1/conversations");
        assertThat(json(sent(request)))
                .isEqualTo(json("{\"customer\":\"%s\",\"name\":\"Hello\",\"id\":\"%s\"}".formatted(CUSTOMER, DERIVED)));
        assertThat(request.role()).hasToString("org.permission.conversation.create (or org.user.conversation.write)");
    }

    @Test
    void a_task_without_a_customer_is_refused() {
        assertThat(refusal(() -> bound(CreateConversation.class, "{}").call(TASK)))
                .contains("conversation.customer is missing");
    }

    @Test
    void a_conversation_of_a_campaign_uses_the_path_of_its_customer() {
        Request request = call("\"campaign\":\"" + OTHER + '"').request();

        assertThat(request.path().encoded()).isEqualTo("/v1/customers/" + CUSTOMER + "/conversations");
        assertThat(json(sent(request)).fields()).containsOnlyKeys("campaign", "id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "name":"Hello"          | ``                           | derived
                    "externalId":"case-7"   | ``                           | external
                    "name":"Hello"          | "idempotencyKey":"case-7"    | named
                    "externalId":"case-8"   | "idempotencyKey":"case-7"    | named
                    """)
    void the_id_comes_from_the_key_else_the_external_id_else_the_task(String fields, String options, String identity) {
        assertThat(json(sent(call(fields, options))).field("id"))
                .contains(json('"'
                        + switch (identity) {
                            case "named" -> NAMED;
                            case "external" -> EXTERNAL;
                            default -> DERIVED;
                        }
                        + '"'));
    }

    @Test
    void an_id_that_is_given_is_kept() {
        assertThat(json(sent(call("\"id\":\"" + OTHER + '"'))).field("id")).contains(json('"' + OTHER + '"'));
    }

    @Test
    void an_id_protects_and_finds_the_record_again() {
        Call.Create call = call("\"externalId\":\"case 7\"");

        assertThat(call.policy().protection()).isEqualTo(Protection.UNIQUE_IDENTIFIER);
        assertThat(paths(call))
                .containsExactly(
                        "/v1/conversations/" + TASK.ofExternalId("case 7").objectId(),
                        "/v1/conversations/externalId=case%207");
    }

    @Test
    void look_up_first_uses_the_external_id_and_derives_no_id() {
        Call.Create call = call("\"name\":\"Hello\"", "\"repeatProtection\":\"lookUpFirst\"");

        assertThat(call.policy().protection()).isEqualTo(Protection.LOOK_UP_FIRST);
        assertThat(json(sent(call)).field("id")).isEmpty();
        assertThat(json(sent(call)).field("externalId"))
                .contains(json('"' + TASK.derived().externalId() + '"'));
        assertThat(paths(call))
                .containsExactly(
                        "/v1/conversations/externalId=" + TASK.derived().externalId());
    }

    @Test
    void look_up_first_uses_the_given_external_id() {
        Call.Create call = call("\"externalId\":\"case-7\"", "\"repeatProtection\":\"lookUpFirst\"");

        assertThat(paths(call)).containsExactly("/v1/conversations/externalId=case-7");
    }

    @Test
    void without_protection_nothing_is_derived() {
        Call.Create call = call("\"name\":\"Hello\"", "\"repeatProtection\":\"none\"");

        assertThat(json(sent(call)).fields()).containsOnlyKeys("customer", "name");
        assertThat(call.policy().protection()).isEqualTo(Protection.NONE);
        assertThat(call.policy().lookups()).isEmpty();
    }

    @Test
    void an_external_id_finds_the_record_but_does_not_protect_it() {
        Call.Create call = call("\"externalId\":\"case-7\"", "\"repeatProtection\":\"none\"");

        assertThat(call.policy().protection()).isEqualTo(Protection.NONE);
        assertThat(paths(call)).containsExactly("/v1/conversations/externalId=case-7");
    }

    @Test
    void a_record_with_the_derived_id_belongs_to_the_task() {
        Call.Create call = call("\"name\":\"Hello\"");

        assertThat(call.policy().own().test(found(DERIVED, CUSTOMER))).isTrue();
        assertThat(call.policy().own().test(found(OTHER, CUSTOMER))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "externalId":"case-7"                | ``
                    "name":"Hello"                       | "idempotencyKey":"case-7"
                    """)
    void a_record_with_an_id_that_other_tasks_may_derive_does_not_belong_to_the_task(String fields, String options) {
        assertThat(call(fields, options).policy().own().test(found(NAMED, CUSTOMER)))
                .isFalse();
    }

    @Test
    void a_record_with_a_given_id_does_not_belong_to_the_task() {
        assertThat(call("\"id\":\"" + OTHER + '"').policy().own().test(found(OTHER, CUSTOMER)))
                .isFalse();
    }

    @Test
    void a_record_of_another_customer_is_foreign() {
        Call.Create call = call("\"name\":\"Hello\"");

        assertThat(foreign(call, found(DERIVED, OTHER))).contains("customer");
        assertThat(foreign(call, found(DERIVED, CUSTOMER))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"externalId":"case-7"} |
                    {}                      |
                    {"externalId":"case-8"} | external ID
                    """)
    void a_record_with_another_external_id_is_foreign(String attributes, @Nullable String field) {
        Call.Create call = call("\"externalId\":\"case-7\"", "\"idempotencyKey\":\"order-4711\"");
        Resource there = new Resource(DERIVED, "conversation", json(attributes), json("{}"));

        assertThat(foreign(call, there)).isEqualTo(Optional.ofNullable(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "name":"Hello"                       | ``                                                               | name
                    "name":"Hello"                       | "idempotencyKey":"case-7"                                        | name
                    "name":"Hello"                       | "idempotencyKey":"case-7","repeatProtection":"lookUpFirst"       | name
                    "name":"Hello"                       | "idempotencyKey":"case-7","onDuplicate":"updateExisting"         |
                    "name":" Other  name "               | "idempotencyKey":"case-7"                                        |
                    "status":"open"                      | "idempotencyKey":"case-7"                                        |
                    "name":"Hello","externalId":"case-7" | ``                                                               |
                    "name":"Hello","id":"5f1e2d3c4b5a69788796a5b5" | ``                                                     |
                    """)
    void a_record_with_another_name_is_foreign_unless_the_business_names_it(
            String fields, String options, @Nullable String field) {
        Resource there = new Resource(DERIVED, "conversation", json("{\"name\":\"Other name\"}"), json("{}"));

        assertThat(foreign(call(fields, options), there)).isEqualTo(Optional.ofNullable(field));
    }

    @Test
    void a_record_found_by_its_external_id_may_have_another_name_also_with_a_key() {
        Call.Create call = call("\"name\":\"Hello\",\"externalId\":\"case-7\"", "\"idempotencyKey\":\"order-4711\"");
        Resource there = new Resource(OTHER, "conversation", json("{\"name\":\"Other name\"}"), json("{}"));

        assertThat(call.policy().lookups()).extracting(Lookup::field).containsExactly("idempotency key", "external ID");
        assertThat(call.policy().lookups())
                .extracting(lookup -> call.policy().foreign().apply(lookup, there))
                .containsExactly(Optional.of("name"), Optional.empty());
    }

    @Test
    void a_record_without_a_customer_is_not_foreign() {
        Resource silent = new Resource(DERIVED, "conversation", json("{}"), json("{}"));

        assertThat(foreign(call("\"name\":\"Hello\""), silent)).isEmpty();
    }

    @Test
    void a_look_up_is_skipped_if_the_found_record_has_the_identifier() {
        List<Lookup> lookups = call("\"externalId\":\"case-7\"").policy().lookups();
        Resource sameExternalId = new Resource(OTHER, "conversation", json("{\"externalId\":\"case-7\"}"), json("{}"));

        assertThat(lookups).extracting(Lookup::field).containsExactly("ID", "external ID");
        assertThat(lookups).extracting(way -> way.heldBy().test(sameExternalId)).containsExactly(false, true);
    }

    @Test
    void an_update_is_a_put_without_create_only_fields() {
        Request update = call("""
                        "name": "Hello", "externalId": "case-7", "createdAt": "2026-01-31", "importedAt": "2026-01-31",
                        "campaign": "%s", "status": "done"
                        """.formatted(OTHER))
                .policy()
                .update()
                .apply(found(NAMED, CUSTOMER))
                .orElseThrow();

        assertThat(update.method()).isEqualTo("PUT");
        assertThat(update.path().encoded()).isEqualTo("/v1/conversations/" + NAMED);
        assertThat(json(sent(update)))
                .isEqualTo(json("{\"externalId\":\"case-7\",\"name\":\"Hello\",\"status\":\"done\"}"));
        assertThat(contractProblems(update)).isEmpty();
    }

    @Test
    void without_changes_there_is_no_update() {
        assertThat(call("\"campaign\":\"" + OTHER + '"').policy().update().apply(found(DERIVED, CUSTOMER)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../tokens", "5f1e2d3c4b5a69788796a5b4/conversations", "ada@example.org"})
    void an_invalid_customer_id_never_becomes_part_of_a_path(String customer) {
        String variables = "{\"conversation\":{\"customer\":\"%s\"}}".formatted(customer);

        assertThat(refusal(() -> bound(CreateConversation.class, variables).call(TASK)))
                .contains(
                        "conversation.customer is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here");
    }

    private static Call.Create call(String fields) {
        return call(fields, "");
    }

    private static Call.Create call(String fields, String options) {
        String variables =
                "{\"conversation\":{\"customer\":\"%s\",%s},\"options\":{%s}}".formatted(CUSTOMER, fields, options);
        return (Call.Create) bound(CreateConversation.class, variables).call(TASK);
    }

    /** The field that shows that a record found by the strongest look-up is another one. */
    private static Optional<String> foreign(Call.Create call, Resource found) {
        return call.policy().foreign().apply(call.policy().lookups().getFirst(), found);
    }

    private static Resource found(String id, String customer) {
        return new Resource(
                id, "conversation", json("{}"), json("{\"customer\":{\"data\":{\"id\":\"" + customer + "\"}}}"));
    }

    private static List<String> paths(Call.Create call) {
        return call.policy().lookups().stream()
                .map(lookup -> lookup.request().path().encoded())
                .toList();
    }
}
