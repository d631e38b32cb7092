package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.components;
import static io.github.kustomerconnector.operation.Bound.described;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.Bound.tree;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Revision;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.simulator.Contract;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateCustomerTest {

    private static final String ID = "5f9f1a2b3c4d5e6f7a8b9c0d";
    private static final String COMPANY = "5f00000000000000000000c0";
    private static final Resource ADA =
            Resource.read(json("""
                    {"id": "%s", "type": "customer",
                     "attributes": {"rev": 7, "name": "Ada",
                       "emails": [{"id": "1", "email": "ada@example.org", "type": "work", "verified": true}],
                       "urls": [{"url": "https://ada.example.org"}],
                       "locations": [{"cityName": "London", "latitude": 51.5}]},
                     "relationships": {"company": {"data": {"type": "company", "id": "%s"}}}}""".formatted(ID, COMPANY))).orElseThrow();

    @Test
    void reads_the_customer_and_sends_its_company_and_revision() {
        Call.Update call = call("\"customer\": {\"name\": \"Grace\"}");

        assertThat(call.target())
                .extracting(lookup -> lookup.request().path().encoded())
                .containsExactly("/v1/customers/" + ID);
        assertThat(call.revision()).isEqualTo(new Revision.Read());
        assertThat(basedOn(ADA, call))
                .isEqualTo("{\"name\":\"Grace\",\"company\":\"%s\",\"rev\":7}".formatted(COMPANY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "customer": {"company": "5f1e2d3c4b5a69788796a5c1"}                                              | {"company":"5f1e2d3c4b5a69788796a5c1"}
                    "customer": {"name": "Grace"}, "change": {"clear": "company"}              | {"name":"Grace","company":null}
                    "customer": {"company": "5f1e2d3c4b5a69788796a5c1", "name": "G"}, "change": {"lists": "add"}     | {"name":"G","company":"5f1e2d3c4b5a69788796a5c1"}
                    "customer": {"company": "5f1e2d3c4b5a69788796a5c1", "emails": "g@example.org"}, "change": {"lists": "replace"} | {"emails":[{"email":"g@example.org"}],"company":"5f1e2d3c4b5a69788796a5c1"}
                    "customer": {"company": "5f1e2d3c4b5a69788796a5c1"}, "change": {"clear": "emails", "lists":"add"}| {"company":"5f1e2d3c4b5a69788796a5c1","emails":[]}
                    """)
    void needs_no_read_if_the_company_is_set_or_cleared_and_nothing_is_added(String input, String body) {
        Call.Update call = call(input);

        assertThat(call.target()).isEmpty();
        assertThat(call.revision()).isEqualTo(new Revision.Any());
        assertThat(call.request()).hasToString("PUT /v1/customers/{id}");
        assertThat(json(sent(call))).isEqualTo(json(body));
    }

    @Test
    void adds_to_lists_without_repeating_existing_entries() {
        Call.Update call = call("""
                "customer": {"company": "%s", "emails": ["ADA@example.org", "ada@home.example.org"],
                  "urls": ["https://ada.example.org", "https://blog.example.org"], "locations": [{"cityName": "Paris"}]},
                "change": {"lists": "add"}""".formatted(COMPANY));

        assertThat(call.revision()).isEqualTo(new Revision.Read());
        Json body = json(basedOn(ADA, call));
        assertThat(Stream.of("emails", "urls", "locations").flatMap(list -> body.field(list).stream()))
                .hasSize(3)
                .allSatisfy(list -> assertThat(list.elements()).hasSize(2));
        assertThat(Contract.live().requestProblems("PUT", "/v1/customers/" + ID, tree(step(ADA, call))))
                .isEmpty();
    }

    @Test
    void adds_to_lists_by_default_and_keeps_the_parts_of_a_matched_entry() {
        Call.Update call = call("\"customer\": {\"emails\": [\"ADA@example.org\", \"g@example.org\"]}");

        assertThat(json(basedOn(ADA, call)).field("emails")).contains(json("""
                        [{"email": "ada@example.org", "type": "work", "verified": true}, {"email": "g@example.org"}]"""));
    }

    @Test
    void a_restored_customer_keeps_its_entries() {
        Call.Update call =
                call("\"customer\": {\"emails\": \"new@example.org\", \"additionalFields\": {\"deleted\": false}}");
        Json attributes = json("{\"emails\": [{\"email\": \"old@example.org\"}], \"deleted\": true, \"rev\": 7}");

        Json body = json(basedOn(new Resource(ID, "customer", attributes, Json.NOTHING), call));

        assertThat(body.field("emails"))
                .contains(json("[{\"email\": \"new@example.org\"}, {\"email\": \"old@example.org\"}]"));
    }

    @Test
    void places_without_a_name_are_told_apart_by_all_their_fields() {
        Call.Update call = call("\"customer\": {\"locations\": [{\"latitude\": 1}, {\"latitude\": 2}]}");

        assertThat(json(basedOn(ADA, call)).field("locations").orElseThrow().elements())
                .hasSize(3);
    }

    @Test
    void a_cleared_list_stays_empty_while_others_are_extended() {
        Call.Update call = call("""
                "customer": {"urls": "https://blog.example.org"}, "change": {"lists": "add", "clear": "emails"}""");

        assertThat(basedOn(ADA, call)).contains("\"emails\":[]");
    }

    @Test
    void does_not_lose_entries_that_the_key_may_not_read() {
        Resource masked = Resource.read(json("""
                        {"id": "%s", "attributes": {"emails": [{"email": "a***@example.org"}]}}""".formatted(ID))).orElseThrow();
        Call.Update call = call("\"customer\": {\"emails\": \"g@example.org\"}, \"change\": {\"lists\": \"add\"}");

        assertThatThrownBy(() -> step(masked, call))
                .hasMessageContaining(
                        "customer.emails can't be extended, because the API key may not read the existing entries")
                .hasMessageNotContaining("example.org");
    }

    @Test
    void requires_the_given_revision_rather_than_the_one_read() {
        Call.Update call = call("\"customer\": {\"name\": \"Grace\"}, \"change\": {\"rev\": \"3\"}");

        Map<String, Json> change = Map.of("name", Json.of("Grace"), "rev", Json.of(3));
        Request read = call.target().getFirst().request();
        assertThat(call.revision()).isEqualTo(new Revision.Given(3, read, Objects.hash(read.checksum(), change)));
        assertThat(basedOn(ADA, call)).contains("\"rev\":3").contains(COMPANY);
    }

    static Set<String> fields() {
        return described("live.json", "CustomerBody");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void a_field_can_be_cleared_exactly_if_kustomer_accepts_an_empty_value(String field) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        boolean nullable = keepsContract(nodes.objectNode().set(field, nodes.nullNode()));
        boolean isList = keepsContract(nodes.objectNode().set(field, nodes.arrayNode()));
        String input = "\"change\": {\"clear\": \"%s\"}".formatted(field);

        if (nullable || isList) {
            assertThat(json(basedOn(ADA, call(input))).fields())
                    .containsEntry(field, nullable ? Json.NULL : json("[]"));
        } else {
            assertThat(refusal(() -> call(input)).orElseThrow())
                    .startsWith("change.clear names " + field
                            + ", which can't be cleared: choose from avatarUrl, birthdayAt");
        }
    }

    @Test
    void every_field_of_the_api_can_be_updated() {
        Set<String> reachable = components(CustomerFields.class);
        reachable.add("rev");

        assertThat(reachable).containsAll(fields());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "customer": {}                                                                | customer changes nothing: set a field, or name one in change.clear
                    "customer": {"emails": []}, "change": {"rev": 7}                              | customer changes nothing: set a field, or name one in change.clear
                    "customer": {"custom": {"planStr": ""}}                                       | customer changes nothing: set a field, or name one in change.clear
                    "customer": {"tags": "vip"}                                                   | customer.tags can't be extended, because Kustomer accepts tag names but returns tag IDs: give all tags, and choose replace in change.lists
                    "customer": {"name": "A"}, "change": {"clear": ["name"]}                      | change.clear names name, which is also set: remove one of the two
                    "customer": {"custom": {"aStr": "A"}}, "change": {"clear": "custom.aStr"}     | change.clear names custom.aStr, which is also set: remove one of the two
                    "customer": {"tags": "vip"}, "change": {"lists": "add"}                       | customer.tags can't be extended, because Kustomer accepts tag names but returns tag IDs: give all tags, and choose replace in change.lists
                    "customer": {"name": "A"}, "change": {"lists": "append"}                      | change.lists is not one of add, replace: choose one of them
                    "customer": {"emails": "ada"}                                                 | customer.emails is not an e-mail address
                    "customer": {"name": "A"}, "change": {"rev": "new"}                           | change.rev is not a whole number from 0 to 999999999
                    """)
    void refuses_an_impossible_update(String input, String problem) {
        assertThat(refusal(() -> call(input))).contains(problem);
    }

    @Test
    void refuses_a_task_without_a_customer() {
        UpdateCustomer operation = bound(UpdateCustomer.class, "{\"customer\":{\"name\":\"A\"}}");

        assertThat(refusal(() -> operation.call(TASK))).contains("target.id is missing");
    }

    private static boolean keepsContract(JsonNode body) {
        return Contract.live()
                .requestProblems("PUT", "/v1/customers/" + ID, body)
                .isEmpty();
    }

    private static Call.Update call(String input) {
        return (Call.Update) bound(UpdateCustomer.class, "{\"target\":{\"id\":\"%s\"},%s}".formatted(ID, input))
                .call(TASK);
    }

    private static String basedOn(Resource there, Call.Update call) {
        return sent(step(there, call));
    }

    private static Request step(Resource there, Call.Update call) {
        List<Request> steps = call.steps().apply(Optional.of(there));
        assertThat(steps).hasSize(1);
        return steps.getFirst();
    }
}
