package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.described;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Bound;
import io.github.kustomerconnector.operation.FormRules;
import io.github.kustomerconnector.operation.FormSamples;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.simulator.Contract;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationFieldsTest implements FormRules {

    private static final String CUSTOMER = "5f1e2d3c4b5a69788796a5b4";

    private static final PortableNames NAMES = new PortableNames(Map.of());

    /** The container of the fields. */
    private record Form(ConversationFields conversation) {}

    @Override
    public Class<ConversationFields> form() {
        return ConversationFields.class;
    }

    @Override
    public Json body(String variables) {
        return Json.object(ConversationMapping.of(bound(Form.class, variables).conversation(), NAMES)
                .checked());
    }

    @Override
    public FormSamples samples() {
        return new FormSamples("conversation")
                .needed("customer")
                .with("customer", '"' + CUSTOMER + '"')
                .with("name", "\"Where is my order?\"")
                .with("status", "\"Open\"", "\"open\"")
                .with("priority", "\"5\"", "5")
                .with("tags", "\"vip\"", "[\"vip\"]")
                .with("custom", "{\"orderStr\":\"4711\"}")
                .with("externalId", "\"case-7\"")
                .with("direction", "\"in\"")
                .with("replyChannel", "\"email\"")
                .with("assignedUsers", "\"5f1e2d3c4b5a69788796a5b1\"", "[\"5f1e2d3c4b5a69788796a5b1\"]")
                .with("assignedTeams", "[\"5f1e2d3c4b5a69788796a5b2\"]")
                .with("queue", "\"5f1e2d3c4b5a69788796a5b3\"", "{\"id\":\"5f1e2d3c4b5a69788796a5b3\"}")
                .with("defaultLang", "\"en_us\"")
                .with("channel", "\"email\"")
                .with("id", "\"5f1e2d3c4b5a69788796a5b5\"")
                .with("campaign", "\"5f1e2d3c4b5a69788796a5b6\"")
                .with("createdAt", "\"2026-01-31\"", "\"2026-01-31T00:00:00.000Z\"")
                .with("importedAt", "\"2026-01-31T09:30:00+01:00\"", "\"2026-01-31T08:30:00.000Z\"");
    }

    @Test
    void a_field_that_the_form_lacks_can_be_an_additional_field() {
        ConversationFields fields = withCustomer("\"additionalFields\":{\"brand\":\"b1\"}");

        assertThat(ConversationMapping.of(fields, NAMES).checked()).containsEntry("brand", json("\"b1\""));
    }

    @Test
    void the_customer_is_required() {
        assertThat(refusal(() -> ConversationMapping.of(null, NAMES).checked()))
                .contains("conversation.customer is missing");
        assertThat(refusal(() -> ConversationMapping.of(bound(ConversationFields.class, "{\"customer\":\" \"}"), NAMES)
                        .checked()))
                .contains("conversation.customer is missing");
    }

    @Test
    void every_requested_field_is_in_the_form() {
        assertThat(fields()).containsAll(described("requested.json", "ConversationCreate"));
    }

    @Test
    void every_field_of_the_api_is_in_the_form() {
        assertThat(fields())
                .containsAll(described("live.json", "ConversationCreate"))
                .containsAll(described("live.json", "ConversationOfCustomerCreate"));
    }

    @Test
    void a_conversation_with_every_field_of_the_api_keeps_both_contracts() {
        Set<String> names = described("live.json", "ConversationCreate");

        Request request = create(names);

        assertThat(contractProblems(request)).isEmpty();
        assertThat(Contract.requested().requestProblems("POST", "/v1/conversations", Bound.tree(request)))
                .isEmpty();
        assertThat(json(Bound.sent(request)).fields()).containsOnlyKeys(names);
    }

    @Test
    void a_conversation_of_a_campaign_with_every_field_keeps_the_contract_of_the_nested_path() {
        Set<String> names = described("live.json", "ConversationOfCustomerCreate");
        names.add("customer");

        Request request = create(names);

        assertThat(request.path().encoded()).isEqualTo("/v1/customers/" + CUSTOMER + "/conversations");
        assertThat(contractProblems(request)).isEmpty();
    }

    /** The requested contract also lists snoozed. The connector refuses it, because Kustomer refuses it in a create. */
    @ParameterizedTest
    @ValueSource(strings = {"open", "done"})
    void a_conversation_as_requested_keeps_that_contract(String status) {
        String variables = """
                {"conversation": {"customer": "%s", "name": "Hello", "channel": "email", "status": "%s"}}
                """.formatted(CUSTOMER, status);

        Request request =
                bound(CreateConversation.class, variables).call(Bound.TASK).request();

        assertThat(Contract.requested().requestProblems("POST", request.path().encoded(), Bound.tree(request)))
                .isEmpty();
        assertThat(json(Bound.sent(request)).fields()).containsKeys("customer", "name", "channel", "status");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "5F1E2D3C4B5A69788796A5B3"    | {"id":"5f1e2d3c4b5a69788796a5b3"}
                    " amazon-connect "            | {"external":"amazon-connect"}
                    {"id":"5f1e2d3c4b5a69788796a5b3"} | {"id":"5f1e2d3c4b5a69788796a5b3"}
                    "Amazon-Connect"              | {"external":"amazon-connect"}
                    {"external":"amazon-connect"} | {"external":"amazon-connect"}
                    """)
    void a_queue_is_an_id_or_an_external_one(String given, String sent) {
        BodyBuilder body = ConversationMapping.of(withCustomer("\"queue\":" + given), NAMES);

        assertThat(body.checked().get("queue")).isEqualTo(json(sent));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "status":"closed"              | conversation.status is not one of open, done
                    "priority":6                   | conversation.priority is not a whole number from 1 to 5
                    "direction":"up"               | conversation.direction is not one of in, out
                    "assignedUsers":"ada"          | conversation.assignedUsers is not a Kustomer ID: 24 digits from 0-9 and a-f, nor the e-mail of a user. Kustomer accepts no name here
                    "status":"Snoozed"             | conversation.status can't be snoozed in a new conversation: choose open or done, then snooze it with Update Kustomer Conversation
                    "queue":"Complaints of today"  | conversation.queue is not a Kustomer ID: 24 digits from 0-9 and a-f, nor the key of a queue. Kustomer accepts no name here
                    "queue":{"id":"Complaints of today"} | conversation.queue.id is not a Kustomer ID: 24 digits from 0-9 and a-f, nor the key of a queue. Kustomer accepts no name here
                    "queue":"5f1e2d3c4b5a69788796a5" | conversation.queue is not a Kustomer ID: 24 digits from 0-9 and a-f, nor the key of a queue. Kustomer accepts no name here
                    "queue":{"id":null}            | conversation.queue must have an id or external
                    "queue":{}                     | conversation.queue must have an id or external
                    "queue":true                   | conversation.queue must be text
                    "assignedTeams":["Support"]    | conversation.assignedTeams[0] is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here
                    "customer":"Ada"               | conversation.customer is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here
                    "campaign":"Spring"            | conversation.campaign is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here
                    "queue":{"external":"other"}   | conversation.queue.external is not one of amazon-connect
                    "queue":{"name":"Support"}     | conversation.queue has an unknown field: the known fields are id, external
                    "id":"mine"                    | conversation.id is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here
                    """)
    void values_that_kustomer_would_refuse_are_refused_before_sending(String given, String problem) {
        assertThat(refusal(
                        () -> ConversationMapping.of(withCustomer(given), NAMES).checked()))
                .contains(problem);
    }

    private Request create(Set<String> names) {
        return bound(CreateConversation.class, samples().variables(names))
                .call(Bound.TASK)
                .request();
    }

    private static ConversationFields withCustomer(String field) {
        return bound(ConversationFields.class, "{\"customer\":\"%s\",%s}".formatted(CUSTOMER, field));
    }
}
