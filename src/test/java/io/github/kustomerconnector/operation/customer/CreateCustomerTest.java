package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.Bound.tree;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Bound;
import io.github.kustomerconnector.simulator.Contract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateCustomerTest {

    private static final String DERIVED = TASK.derived().externalId();

    @Test
    void is_a_post_of_the_fields_to_customers() {
        Request request =
                call("\"name\": \"Ada\", \"emails\": \"ada@example.org\"").request();

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path().encoded()).isEqualTo("/v1/customers");
        assertThat(json(sent(request)))
                .isEqualTo(json("{\"name\":\"Ada\",\"emails\":[{\"email\":\"ada@example.org\"}]}"));
        assertThat(request.role()).hasToString("org.permission.customer.create (or org.user.customer.write)");
    }

    @Test
    void a_task_that_wants_no_data_makes_a_customer_with_a_derived_external_id() {
        Call.Create call = (Call.Create) bound(CreateCustomer.class, "{\"content\":{\"ifEmpty\":\"create\"}}")
                .call(TASK);

        assertThat(json(sent(call))).isEqualTo(json("{\"externalId\":\"" + DERIVED + "\"}"));
        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(call.policy().onDuplicate()).isEqualTo(OnDuplicate.RETURN_EXISTING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"name\": null",
                "\"name\": \" \", \"emails\": [null, \"\"], \"tags\": []",
                "\"custom\": {\"planStr\": \"\", \"seatsNum\": null}",
                "\"custom\": {}",
                "\"importedAt\": \"2026-01-31\", \"createdAt\": \"2026-01-31\"",
                "\"additionalFields\": {\"rev\": 1, \"shoeSize\": null}"
            })
    void refuses_a_customer_without_any_data(String fields) {
        assertThat(refusal(() -> call(fields)))
                .contains("customer has no data: fill in a field such as customer.name, or choose create in"
                        + " content.ifEmpty");
        assertThat(refusal(() -> call(fields, "\"idempotencyKey\": \"order-4711\"")))
                .isPresent();
    }

    @Test
    void refuses_an_unknown_choice_for_a_customer_without_data() {
        CreateCustomer operation = bound(CreateCustomer.class, "{\"content\":{\"ifEmpty\":\"maybe\"}}");

        assertThat(refusal(() -> operation.call(TASK)))
                .contains("content.ifEmpty is not one of fail, create: choose one of them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"externalId\": \"crm-7\"",
                "\"externalIds\": \"crm-7\"",
                "\"emails\": \"ada@example.org\"",
                "\"phones\": \"+18005551212\""
            })
    void a_customer_with_an_identifier_gets_no_derived_one(String identifier) {
        assertThat(sent(call(identifier))).doesNotContain("camunda-");
        assertThat(call(identifier).policy().protection()).isEqualTo(Protection.UNIQUE_IDENTIFIER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\": \"Ada\"",
                "\"whatsapps\": \"+18005551212\"",
                "\"socials\": [{\"type\": \"twitter\", \"username\": \"ada\"}]",
                "\"sharedEmails\": \"home@example.org\"",
                "\"name\": \"Ada\", \"emails\": []"
            })
    void a_customer_that_no_look_up_finds_gets_a_derived_external_id(String field) {
        assertThat(sent(call(field))).contains("\"externalId\":\"" + DERIVED + "\"");
        assertThat(call(field).policy().protection()).isEqualTo(Protection.UNIQUE_IDENTIFIER);
        assertThat(paths(call(field))).containsExactly("/v1/customers/externalId=" + DERIVED);
    }

    @Test
    void an_idempotency_key_becomes_the_external_id() {
        String id = TASK.named("order-4711").externalId();

        assertThat(sent(call("\"name\":\"Ada\"", "\"idempotencyKey\":\"order-4711\"")))
                .contains(id);
        assertThat(sent(call("\"emails\":\"ada@example.org\"", "\"idempotencyKey\":\"order-4711\"")))
                .contains(id);
    }

    @Test
    void a_full_list_of_external_ids_is_refused_with_an_idempotency_key_because_the_key_needs_a_place() {
        String fields =
                "\"externalId\":\"crm-7\",\"externalIds\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\"]";

        assertThat(call(fields, "").request().path().template()).isEqualTo("/v1/customers");
        assertThat(refusal(() -> call(fields, "\"idempotencyKey\":\"order-4711\"")))
                .contains("customer.externalIds has 10 entries, at most 9 are allowed with an idempotency key, because"
                        + " the key becomes one more external ID");
    }

    @Test
    void an_idempotency_key_becomes_an_additional_external_id_if_the_task_gives_one() {
        String id = TASK.named("order-4711").externalId();

        Call.Create call =
                call("\"externalId\":\"crm-7\",\"externalIds\":\"old\"", "\"idempotencyKey\":\"order-4711\"");

        assertThat(json(sent(call))).isEqualTo(json("""
                        {"externalId": "crm-7", "externalIds": [{"externalId": "old"}, {"externalId": "%s"}]}""".formatted(id)));
        assertThat(paths(call))
                .containsExactly(
                        "/v1/customers/externalId=" + id,
                        "/v1/customers/externalId=crm-7",
                        "/v1/customers/externalId=old");
        assertThat(Contract.live().requestProblems("POST", "/v1/customers", tree(call.request())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "externalId":"crm-7" | ``                       | external
                    "name":"Ada"         | "idempotencyKey":"crm-7" | key
                    "externalId":"crm-8" | "idempotencyKey":"crm-7" | key
                    """)
    void the_identity_is_the_idempotency_key_or_the_external_id(String fields, String options, String kind) {
        Call.Create call = call(fields, options);

        assertThat(call.identity()).isEqualTo(kind.equals("key") ? TASK.named("crm-7") : TASK.ofExternalId("crm-7"));
        assertThat(call.task()).isEqualTo(TASK.derived());
    }

    @Test
    void without_key_and_external_id_the_identity_is_the_task() {
        Call.Create call = call("\"emails\":\"ada@example.org\"");

        assertThat(call.identity()).isEqualTo(TASK.derived()).isEqualTo(call.task());
    }

    @Test
    void without_protection_nothing_is_derived() {
        Call.Create call = call("\"name\": \"Ada\"", "\"repeatProtection\": \"none\"");

        assertThat(json(sent(call))).isEqualTo(json("{\"name\":\"Ada\"}"));
        assertThat(call.policy().protection()).isEqualTo(Protection.NONE);
        assertThat(call.policy().lookups()).isEmpty();
    }

    @Test
    void an_identifier_protects_with_any_protection() {
        Call.Create call = call("\"emails\": \"ada@example.org\"", "\"repeatProtection\": \"none\"");

        assertThat(call.policy().protection()).isEqualTo(Protection.UNIQUE_IDENTIFIER);
    }

    @Test
    void the_options_can_require_a_look_up_first() {
        Call.Create call = call("\"name\": \"Ada\"", "\"repeatProtection\": \"lookUpFirst\"");

        assertThat(call.policy().protection()).isEqualTo(Protection.LOOK_UP_FIRST);
        assertThat(sent(call)).contains(DERIVED);
    }

    @Test
    void the_options_set_the_timeout_and_the_handling_of_duplicates() {
        Call.Create call = call("\"name\": \"Ada\"", "\"timeoutSeconds\": 5, \"onDuplicate\": \"fail\"");

        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(call.policy().onDuplicate()).isEqualTo(OnDuplicate.FAIL);
    }

    @Test
    void is_looked_up_by_external_ids_then_e_mails_then_phones() {
        Call.Create call = call("""
                "phones": ["+1 (800) 555-1212", "0049 30 1234567"], "emails": ["a+b@example.org", "Cy@Example.org"],
                "externalIds": ["old/7"], "externalId": "crm 7"
                """);

        assertThat(paths(call))
                .containsExactly(
                        "/v1/customers/externalId=crm%207",
                        "/v1/customers/externalId=old%2F7",
                        "/v1/customers/email=a%2Bb%40example.org",
                        "/v1/customers/email=Cy%40Example.org",
                        "/v1/customers/email=cy%40example.org",
                        "/v1/customers/phone=%2B18005551212",
                        "/v1/customers/phone=18005551212",
                        "/v1/customers/phone=%2B49301234567",
                        "/v1/customers/phone=49301234567");
        assertThat(call.policy().lookups()).allSatisfy(lookup -> {
            assertThat(lookup.request().method()).isEqualTo("GET");
            assertThat(lookup.request().role().permission()).isEqualTo("org.permission.customer.read");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "externalId":"crm-7"       | {"externalId":"crm-7"}                          | true
                    "externalId":"crm-7"       | {"externalId":"CRM-7"}                          | false
                    "externalId":"crm-7"       | {"externalIds":[{"externalId":"crm-7"}]}        | true
                    "externalId":"crm-7"       | {}                                              | false
                    "externalIds":"crm-7"      | {"externalId":"crm-7"}                          | true
                    "emails":"ada@example.org" | {"emails":[{"email":"x@y.z"},{"email":"ADA@example.org"}]} | true
                    "emails":"ada@example.org" | {"emails":[{"email":"bob@example.org"}]}        | false
                    "emails":"ada@example.org" | {"emails":null}                                 | false
                    "emails":"ada@example.org" | {"sharedEmails":[{"email":"ada@example.org"}]}  | false
                    "phones":"+1 800 5551212"  | {"phones":[{"phone":"18005551212"}]}            | true
                    "phones":"+1 800 5551212"  | {"phones":[{"phone":"18005551213"}]}            | false
                    "phones":"+49 30 1234567"  | {"phones":[{"phone":"0049 30 1234567"}]}        | true
                    """)
    void a_look_up_is_skipped_if_the_found_record_has_the_identifier(String fields, String attributes, boolean held) {
        assertThat(call(fields).policy().lookups())
                .allMatch(lookup -> lookup.heldBy().test(found(attributes)) == held);
    }

    @Test
    void a_record_with_the_derived_external_id_belongs_to_the_task() {
        Resource mine = found("{\"externalId\":\"" + DERIVED + "\"}");

        assertThat(call("\"name\":\"Ada\"").policy().own().test(mine)).isTrue();
        assertThat(call("\"name\":\"Ada\"").policy().own().test(found("{}"))).isFalse();
    }

    @Test
    void a_record_with_an_identifier_of_the_business_does_not_belong_to_the_task() {
        Call.Create byKey = call("\"name\":\"Ada\"", "\"idempotencyKey\":\"order-4711\"");
        String id = TASK.named("order-4711").externalId();

        assertThat(byKey.policy().own().test(found("{\"externalId\":\"" + id + "\"}")))
                .isFalse();
        assertThat(call("\"externalId\":\"crm-7\"").policy().own().test(found("{\"externalId\":\"crm-7\"}")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "externalId":"crm-7","emails":"a@b.c" | {"externalId":"crm-8"}                                         | external ID
                    "externalId":"crm-7","emails":"a@b.c" | {"externalId":"crm-7"}                                         |
                    "externalId":"crm-7","emails":"a@b.c" | {"externalId":"crm-8","externalIds":[{"externalId":"crm-7"}]}  |
                    "externalId":"crm-7","emails":"a@b.c" | {"externalIds":[{"externalId":"crm-8"}]}                       | external ID
                    "externalIds":"crm-7","emails":"a@b.c"| {"externalId":"crm-8"}                                         | external ID
                    "externalIds":"crm-7","emails":"a@b.c"| {"externalId":"crm-8","externalIds":[{"externalId":"crm-7"}]}  |
                    "externalId":"crm-7","emails":"a@b.c" | {}                                                             |
                    "externalId":"crm-7","emails":"a@b.c" | {"externalId":null}                                            |
                    "emails":"a@b.c"                      | {"externalId":"crm-8"}                                         |
                    "emails":"a@b.c","phones":"+18005551212" | {"phones":[{"phone":"+18005550000"}]}                       |
                    "name":"Ada","emails":"a@b.c"         | {"name":"Bob"}                                                 |
                    """)
    void a_record_found_by_e_mail_with_another_external_id_is_foreign(
            String fields, String attributes, @Nullable String foreign) {
        assertThat(foreign(fields, "", "e-mail", attributes)).isEqualTo(Optional.ofNullable(foreign));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "emails":"b@b.c"                      | {"emails":[{"email":"a@b.c"}]}                                 | e-mail
                    "emails":"b@b.c"                      | {"emails":[{"email":"****@b.c"}]}                              | e-mail
                    "emails":["x@b.c","A@b.c"]            | {"emails":[{"email":"y@b.c"},{"email":"a@B.c"}]}               |
                    "emails":"b@b.c"                      | {"emails":[]}                                                  |
                    "emails":"b@b.c"                      | {}                                                             |
                    "externalId":"crm-7"                  | {"externalId":"crm-8"}                                         | external ID
                    "externalId":"crm-7","emails":"a@b.c" | {"externalId":"crm-8","emails":[{"email":"a@b.c"}]}            | external ID
                    "name":"Ada"                          | {"name":"Bob","externalId":"crm-8","emails":[{"email":"a@b.c"}]} |
                    """)
    void a_record_found_by_phone_with_another_stronger_identifier_is_foreign(
            String fields, String attributes, @Nullable String foreign) {
        String given = "\"phones\":\"+18005551212\"," + fields;

        assertThat(foreign(given, "", "phone", attributes)).isEqualTo(Optional.ofNullable(foreign));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "externalId":"crm-7","externalIds":"crm-8" | {"externalId":"crm-8"} | external ID
                    "externalId":"crm-7","emails":"b@b.c"      | {"externalId":"crm-7","emails":[{"email":"a@b.c"}],"name":"Bob"} |
                    "externalId":"crm-7"                       | {"externalId":"***"}   |
                    """)
    void a_record_found_by_external_id_may_differ_in_weaker_identifiers(
            String fields, String attributes, @Nullable String foreign) {
        assertThat(foreign(fields, "", "external ID", attributes)).isEqualTo(Optional.ofNullable(foreign));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "name":"Ada"                                  | {"externalId":"crm-9"}                      |
                    "name":"Ada"                                  | {"name":"Ada"}                              |
                    "name":"Ada"                                  | {"name":"Bob"}                              | name
                    "whatsapps":"+18005551212"                    | {"whatsapps":[{"phone":"18005551212"}]}     |
                    "whatsapps":"+18005551212"                    | {"whatsapps":[{"phone":"+18005550000"}]}    | WhatsApp number
                    "whatsapps":"+18005551212"                    | {"whatsapps":[{"phone":"+1800*****12"}]}    |
                    "socials":[{"type":"twitter","username":"a"}] | {"socials":[]}                              | social profile
                    """)
    void a_record_with_the_derived_external_id_and_other_content_is_foreign(
            String fields, String attributes, @Nullable String foreign) {
        assertThat(foreign(fields, "", "external ID", attributes)).isEqualTo(Optional.ofNullable(foreign));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "name":"Ada"                          | {"name":"Bob"}                              | name
                    "name":"Ada","emails":"A@b.c"         | {"name":"Ada","emails":[{"email":"a@b.c"}]} |
                    "name":"Ada","emails":"b@b.c"         | {"name":"Ada","emails":[{"email":"a@b.c"}]} | e-mail
                    "emails":"b@b.c"                      | {"emails":[]}                               | e-mail
                    "emails":"b@b.c"                      | {"emails":[{"email":"*@b.c"}]}              |
                    "phones":"+18005551212"               | {"phones":[{"phone":"+18005550000"}]}       | phone
                    "externalIds":"crm-7"                 | {"externalIds":[{"externalId":"crm-8"}]}    | external ID
                    "externalId":"crm-7"                  | {"externalId":"crm-8"}                      | external ID
                    "externalId":"crm-7"                  | {"externalId":"crm-7"}                      |
                    "externalId":"crm-7"                  | {"externalIds":[{"externalId":"camunda-1"}]} | external ID
                    "custom":{"planStr":"gold"}           | {"name":"Bob"}                              |
                    """)
    void a_record_with_the_idempotency_key_and_other_content_is_foreign(
            String fields, String attributes, @Nullable String foreign) {
        String key = "\"idempotencyKey\":\"order-4711\"";

        assertThat(foreign(fields, key, "idempotency key", attributes)).isEqualTo(Optional.ofNullable(foreign));
    }

    @Test
    void an_update_of_the_record_with_the_key_may_give_it_another_name_but_no_other_identifier() {
        String options = "\"idempotencyKey\":\"order-4711\",\"onDuplicate\":\"updateExisting\"";

        assertThat(foreign("\"name\":\"Ada\"", options, "idempotency key", "{\"name\":\"Bob\"}"))
                .isEmpty();
        assertThat(foreign("\"emails\":\"b@b.c\"", options, "idempotency key", "{\"emails\":[{\"email\":\"a@b.c\"}]}"))
                .contains("e-mail");
    }

    @Test
    void an_update_is_a_put_of_the_given_fields_to_the_record_found() {
        Request update = update("\"name\":\"Ada\"", "{}");

        assertThat(update.method()).isEqualTo("PUT");
        assertThat(json(sent(update))).isEqualTo(json("{\"name\":\"Ada\"}"));
        assertThat(update.path().encoded()).isEqualTo("/v1/customers/5f1");
        assertThat(update.role().permission()).isEqualTo("org.permission.customer.update");
    }

    @Test
    void an_update_keeps_the_entries_that_the_customer_has_and_their_parts() {
        Request update = update("""
                "emails": [{"email": "ADA@example.org", "type": "work"}, "new@example.org"], "externalIds": ["new", "OLD"],
                "phones": ["+18005550112", "0018005550110"], "urls": "https://new.example.org", "whatsapps": "+18005550113",
                "socials": [{"type": "twitter", "username": "ada", "url": "https://example.org/ada"}]
                """, """
                {"emails": [{"email": "ada@example.org", "type": "home", "verified": true}, {"email": "old@example.org",
                             "id": "x", "type": null, "verified": true}],
                 "phones": [{"phone": "8005550110", "type": "home"}, {"phone": "+18005550110", "type": "mobile"},
                            {"phone": "1 800 555 0112", "type": "work"}],
                 "externalIds": [{"externalId": "old"}], "whatsapps": null, "urls": [{"url": "https://a.b", "type": "blog"}],
                 "socials": [{"type": "facebook", "username": "ada"},
                             {"type": "twitter", "username": "Ada", "userid": "7", "verified": true}]}
                """);

        assertThat(tree(update)).isEqualTo(bound(JsonNode.class, """
                                {"emails": [{"email": "ada@example.org", "type": "work", "verified": true},
                                            {"email": "new@example.org"}, {"email": "old@example.org", "verified": true}],
                                 "externalIds": [{"externalId": "new"}, {"externalId": "OLD"}, {"externalId": "old"}],
                                 "phones": [{"phone": "+18005550112", "type": "work"},
                                            {"phone": "+18005550110", "type": "mobile"},
                                            {"phone": "8005550110", "type": "home"}],
                                 "urls": [{"url": "https://new.example.org"}, {"url": "https://a.b", "type": "blog"}],
                                 "whatsapps": [{"phone": "+18005550113"}],
                                 "socials": [{"type": "twitter", "username": "Ada", "userid": "7", "verified": true,
                                              "url": "https://example.org/ada"},
                                             {"type": "facebook", "username": "ada"}]}
                                """));
        assertThat(Contract.live().requestProblems("PUT", "/v1/customers/5f1", tree(update)))
                .isEmpty();
    }

    @Test
    void an_update_that_adds_nothing_to_the_lists_is_none() {
        String attributes = "{\"emails\": [{\"email\": \"ada@example.org\", \"type\": \"work\", \"verified\": true}]}";

        assertThat(update("\"emails\": \"ADA@example.org\"", found(attributes))).isEmpty();
        assertThat(sent(update("\"emails\": \"ADA@example.org\", \"name\": \"Ada\"", attributes)))
                .isEqualTo("{\"name\":\"Ada\"}");
    }

    @Test
    void an_update_changes_no_list_that_is_not_given() {
        Request update = update("\"externalId\":\"crm-7\"", "{\"emails\":[{\"email\":\"ada@example.org\"}]}");

        assertThat(json(sent(update))).isEqualTo(json("{\"externalId\":\"crm-7\"}"));
    }

    @Test
    void an_update_omits_create_only_fields() {
        Request update =
                update("\"externalId\":\"crm-7\",\"createdAt\":\"2026-01-31\",\"importedAt\":\"2026-01-31\"", "{}");

        assertThat(json(sent(update))).isEqualTo(json("{\"externalId\":\"crm-7\"}"));
    }

    @Test
    void an_update_repeats_the_company_so_that_it_stays_linked() {
        Resource employed = new Resource(
                "5f1", "customer", json("{}"), json("{\"company\":{\"data\":{\"type\":\"company\",\"id\":\"c1\"}}}"));

        assertThat(update("\"externalId\":\"crm-7\"", employed).map(Bound::sent))
                .contains("{\"externalId\":\"crm-7\",\"company\":\"c1\"}");
        assertThat(update("\"externalId\":\"crm-7\",\"company\":\"5f1e2d3c4b5a69788796a5c2\"", employed)
                        .map(Bound::sent))
                .contains("{\"externalId\":\"crm-7\",\"company\":\"5f1e2d3c4b5a69788796a5c2\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"createdAt\":\"2026-01-31\"", "\"tags\":[]"})
    void without_changes_there_is_no_update(String fields) {
        CreateCustomer operation = bound(
                CreateCustomer.class, "{\"customer\":{%s},\"content\":{\"ifEmpty\":\"create\"}}".formatted(fields));

        assertThat(((Call.Create) operation.call(TASK)).policy().update().apply(found("{}")))
                .isEmpty();
    }

    @Test
    void an_update_omits_a_list_with_unreadable_entries() {
        Request update = update(
                "\"name\":\"Ada\",\"emails\":\"ada@example.org\"", "{\"emails\":[{\"email\":\"****@example.org\"}]}");

        assertThat(json(sent(update))).isEqualTo(json("{\"name\":\"Ada\"}"));
    }

    @Test
    void refuses_with_every_problem_at_once() {
        assertThat(refusal(() -> call("\"emails\":\"ada\",\"phones\":\"none\"")))
                .contains("customer.emails is not an e-mail address;"
                        + " customer.phones is not a phone number, such as +18005551212");
    }

    @Test
    void a_field_that_the_protection_adds_counts_towards_the_size_limit() {
        int frame = "{\"custom\":{\"noteTxt\":\"\"}}".length();
        String fields = "\"custom\":{\"noteTxt\":\"%s\"}".formatted("x".repeat(100 * 1024 - frame));

        assertThat(refusal(() -> call(fields)))
                .contains("customer makes a body of 102456 bytes, at most 102400 are allowed");
        assertThat(refusal(() -> call(fields, "\"repeatProtection\":\"none\""))).isEmpty();
    }

    @Test
    void existing_entries_that_an_update_keeps_count_towards_the_size_limit() {
        String fields = "\"emails\":\"ada@example.org\",\"custom\":{\"noteTxt\":\"%s\"}".formatted("x".repeat(102_330));

        assertThat(refusal(() -> call(fields))).isEmpty();
        assertThat(refusal(() -> update(fields, "{\"emails\":[{\"email\":\"lovelace@example.org\"}]}")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("at most 102400 are allowed"));
    }

    private static Call.Create call(String fields) {
        return call(fields, "");
    }

    private static Call.Create call(String fields, String options) {
        return (Call.Create)
                bound(CreateCustomer.class, "{\"customer\":{%s},\"options\":{%s}}".formatted(fields, options))
                        .call(TASK);
    }

    private static Optional<String> foreign(String fields, String options, String way, String attributes) {
        Call.Create call = call(fields, options);
        Lookup lookup = call.policy().lookups().stream()
                .filter(one -> one.field().equals(way))
                .findFirst()
                .orElseThrow();
        return call.policy().foreign().apply(lookup, found(attributes));
    }

    private static Request update(String fields, String attributes) {
        return update(fields, found(attributes)).orElseThrow();
    }

    private static Optional<Request> update(String fields, Resource found) {
        return call(fields).policy().update().apply(found);
    }

    private static Resource found(String attributes) {
        return new Resource("5f1", "customer", json(attributes), json("{}"));
    }

    private static List<String> paths(Call.Create call) {
        return call.policy().lookups().stream()
                .map(Lookup::request)
                .map(request -> request.path().encoded())
                .toList();
    }
}
