package io.github.kustomerconnector.operation.bulk;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.tree;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkSource;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.simulator.Contract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunBulkTest {

    private static final String ID = "5f9f1a2b3c4d5e6f7a8b9c0d";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            customers     | {"name": "Ada", "emails": "ada@example.org"}             | /v1/customers
            conversations | {"customer": "5f9f1a2b3c4d5e6f7a8b9c0d"}                  | /v1/conversations
            messages      | {"conversation": "5f9f1a2b3c4d5e6f7a8b9c0d", "channel": "email", "app": "x", "direction": "in"} | /v1/messages
            companies     | {"name": "Acme", "domains": [{"domain": "example.org"}]}   | /v1/companies
            kobjects      | {"title": "Order 1", "data": {"lines": [1]}}              | /v1/klasses/order
            """)
    void each_item_is_the_body_of_a_single_create(String resource, String item, String single) {
        Request request = send(create(resource), BulkAction.CREATE, item);

        assertThat(request.method()).isEqualTo("POST");
        String path = request.path().encoded();
        assertThat(path).isEqualTo(single + "/bulk");
        assertThat(Contract.live().requestProblems("POST", path, tree(request))).isEmpty();
        ObjectNode sent = (ObjectNode) tree(request).get(0);
        assertThat(sent.remove("_clientRef").asText()).isEqualTo("7");
        assertThat(Contract.live().requestProblems("POST", single, sent)).isEmpty();
    }

    @Test
    void a_note_is_the_body_of_a_single_create_with_its_conversation() {
        Request request =
                send(create("notes"), BulkAction.CREATE, "{\"conversation\":\"%s\",\"body\":\"Hi\"}".formatted(ID));

        ObjectNode sent = (ObjectNode) tree(request).get(0);
        sent.remove("_clientRef");
        assertThat(sent.remove("conversation").asText()).isEqualTo(ID);
        assertThat(Contract.live().requestProblems("POST", "/v1/conversations/" + ID + "/notes", sent))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            customers     | {"id": "5f9f1a2b3c4d5e6f7a8b9c0d", "name": "Ada", "company": "5f9f1a2b3c4d5e6f7a8b9c0e"} | /v1/customers
            customers     | {"id": "5f9f1a2b3c4d5e6f7a8b9c0d", "name": null, "company": "5f9f1a2b3c4d5e6f7a8b9c0e"}  | /v1/customers
            conversations | {"id": "5f9f1a2b3c4d5e6f7a8b9c0d", "status": "done"}   | /v1/conversations
            messages      | {"id": "5f9f1a2b3c4d5e6f7a8b9c0d", "subject": "Hello"} | /v1/messages
            notes         | {"id": "5f9f1a2b3c4d5e6f7a8b9c0d", "body": "Hello", "conversation": "5f9f1a2b3c4d5e6f7a8b9c0d"} | /v1/notes
            companies     | {"id": "5f9f1a2b3c4d5e6f7a8b9c0d", "name": "Acme"}     | /v1/companies
            kobjects      | {"id": "5f9f1a2b3c4d5e6f7a8b9c0d", "title": "Order 1"} | /v1/klasses/order
            """)
    void each_item_is_the_body_of_a_single_update(String resource, String item, String single) {
        Request request = send(bulk(resource, "update"), BulkAction.UPDATE, item);

        assertThat(request.method()).isEqualTo("PUT");
        assertThat(contractProblems(request)).isEmpty();
        ObjectNode sent = (ObjectNode) tree(request).get(0);
        sent.remove("_clientRef");
        assertThat(sent.remove("id").asText()).isEqualTo(ID);
        assertThat(sent).isNotEmpty();
        assertThat(Contract.live().requestProblems("PUT", single + "/" + ID, sent))
                .isEmpty();
    }

    @Test
    void a_delete_names_the_ids() {
        Request request = send(bulk("customers", "delete"), BulkAction.DELETE, "\"%s\"".formatted(ID));

        assertThat(request.method()).isEqualTo("DELETE");
        assertThat(request.path().encoded()).isEqualTo("/v1/customers/bulk?ids=" + ID);
        assertThat(contractProblems(request)).isEmpty();
    }

    @Test
    void a_company_is_deleted_by_an_update() {
        Call.Bulk call = bulk("companies", "delete");

        JsonNode sent =
                tree(send(call, call.plan().first(), "\"%s\"".formatted(ID))).get(0);

        assertThat(call.plan().first()).isEqualTo(BulkAction.UPDATE);
        assertThat(sent.path("deleted").asBoolean()).isTrue();
    }

    @Test
    void equal_items_of_two_places_have_different_identities() {
        Call.Bulk call = create("conversations");
        String item = "{\"customer\":\"%s\"}".formatted(ID);

        assertThat(call.plan().mapping().item(1, json(item)).id())
                .isNotEqualTo(call.plan().mapping().item(2, json(item)).id());
        assertThat(call.plan().mapping().item(1, json(item)).id())
                .isEqualTo(create("conversations")
                        .plan()
                        .mapping()
                        .item(1, json(item))
                        .id());
    }

    @Test
    void an_external_id_gives_the_same_id_as_in_a_single_create() {
        String item = "{\"customer\":\"%s\",\"externalId\":\"T-1\"}".formatted(ID);
        String single = new TaskIdentity("test", 1, 2, "create-conversation", "")
                .ofExternalId("T-1")
                .objectId();

        assertThat(create("conversations").plan().mapping().item(1, json(item)).id())
                .contains(single);
    }

    @Test
    void reads_the_choices_of_the_form() {
        Call.Bulk call = bound(
                        RunBulk.class,
                        "{\"bulk\":{\"items\":{\"camunda.document.type\":\"camunda\",\"documentId\":\"d\"},"
                                + "\"waitSeconds\":\"0\"},\"options\":{\"timeoutSeconds\":5}}")
                .call(TASK);

        assertThat(call.source()).isInstanceOf(BulkSource.Stored.class);
        assertThat(call.longestWait()).isZero();
        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(call.plan().action()).isEqualTo(BulkAction.CREATE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                          | bulk.items is missing
            {"bulk": {"items": 7}}                                      | bulk.items must be a list or a document
            {"bulk": {"items": [], "resource": "teams"}}                | bulk.resource is not one of customers
            {"bulk": {"items": [], "action": "merge"}}                  | bulk.action is not one of create
            {"bulk": {"items": [], "resource": "kobjects"}}             | bulk.klass is missing
            {"bulk": {"items": [], "resource": "kobjects", "klass": "a/b"}} | bulk.klass is not the name of a klass
            {"bulk": {"items": [], "results": "x"}}                     | bulk.results is not one of automatic
            {"bulk": {"items": [], "waitSeconds": "61"}}                | bulk.waitSeconds
            {"bulk": {"items": [], "resource": "messages", "action": "delete"}} | bulk.action is delete, which Kustomer does not offer
            """)
    void refuses_an_invalid_form(String variables, String problem) {
        assertThat(refusal(() -> bound(RunBulk.class, variables).call(TASK)))
                .hasValueSatisfying(text -> assertThat(text).contains(problem));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            customers     | create | {}                           | customer has no data
            customers     | create | "Ada"                        | The item is not an object
            customers     | create | {"name": "A", "nonsense": 1} | customer.nonsense
            customers     | update | {"name": "Ada"}              | customer.id is missing
            customers     | update | {"id": "5f9f1a2b3c4d5e6f7a8b9c0d"} | customer changes nothing
            conversations | create | {"name": "x"}                | conversation.customer is missing
            notes         | create | {"body": "x"}                | note.conversation is missing
            companies     | create | {"externalId": "C-1"}        | company.name is missing
            kobjects      | create | {"externalId": "C-1"}        | kobject.title is missing
            customers     | delete | {"id": "7"}                  | record.id is not a Kustomer ID
            """)
    void refuses_an_invalid_item(String resource, String action, String item, String problem) {
        Call.Bulk call = bulk(resource, action);

        assertThat(refusal(() -> call.plan().mapping().item(7, json(item))))
                .hasValueSatisfying(text -> assertThat(text).contains(problem));
    }

    @Test
    void refuses_a_document_as_attachment() {
        String item =
                ("{\"conversation\":\"%s\",\"body\":\"Hi\",\"attachments\":[{\"camunda.document.type\":\"camunda\","
                                + "\"documentId\":\"d\",\"metadata\":{\"size\":1}}]}")
                        .formatted(ID);

        assertThat(refusal(() -> create("notes").plan().mapping().item(7, json(item))))
                .hasValueSatisfying(text -> assertThat(text).contains("note.attachments has a document"));
    }

    private static Call.Bulk create(String resource) {
        return bulk(resource, "create");
    }

    private static Call.Bulk bulk(String resource, String action) {
        return bound(
                        RunBulk.class,
                        "{\"bulk\":{\"resource\":\"%s\",\"klass\":\"order\",\"action\":\"%s\",\"items\":[]}}"
                                .formatted(resource, action))
                .call(TASK);
    }

    private static Request send(Call.Bulk call, BulkAction action, String item) {
        BulkItem checked = call.plan().mapping().item(7, json(item));
        return call.plan().requests().send(action, List.of(checked));
    }
}
