package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiDescriptionTest {

    private static final String ID = "5e0a17c4000000000000000a";

    private final ApiDescription live = ApiDescription.live();
    private final ApiDescription requested = ApiDescription.requested();

    @Test
    void a_full_customer_keeps_the_live_contract() {
        JsonNode customer = Json.parse("""
                {"name": "Jane", "emails": [{"email": "jane@example.org", "type": "work", "verified": true}],
                 "phones": [{"phone": "+18005551212", "type": "mobile"}], "externalId": "c-1", "tags": ["vip", "très bon"],
                 "gender": null, "birthdayAt": "1990-01-01T00:00:00.000Z", "avatarUrl": "https://example.org/jane.png",
                 "sentiment": {"polarity": 1, "confidence": 0.5},
                 "custom": {"planStr": "gold", "seatsNum": 3, "activeBool": true, "sinceAt": "2020-01-01T00:00:00Z"}}
                """);

        assertThat(live.requestProblems("POST", "/v1/customers", customer)).isEmpty();
        assertThat(live.requestProblems("PATCH", "/v1/customers/" + ID, customer))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nick      | {\"nick\": \"J\"}",
                "name      | {\"name\": 7}",
                "emails    | {\"emails\": \"jane@example.org\"}",
                "emails    | {\"emails\": [{\"email\": \"a@example.org\"}, {\"email\": \"a@example.org\"}]}",
                "email     | {\"emails\": [{\"type\": \"work\"}]}",
                "email     | {\"emails\": [{\"email\": \"nowhere\"}]}",
                "type      | {\"emails\": [{\"email\": \"a@example.org\", \"type\": \"office\"}]}",
                "phone     | {\"phones\": [{\"phone\": \"call me\"}]}",
                "externalId| {\"externalId\": \"\"}",
                "gender    | {\"gender\": \"x\"}",
                "birthdayAt| {\"birthdayAt\": \"yesterday\"}",
                "tags      | {\"tags\": [\"a;b\"]}",
                "size      | {\"custom\": {\"size\": 4}}",
                "sizeNum   | {\"custom\": {\"sizeNum\": \"4\"}}",
                "createdAt | {\"createdAt\": null}"
            })
    void a_customer_that_breaks_the_schema_is_reported_with_its_field(String field, String body) {
        JsonNode customer = Json.parse(body);

        assertThat(live.requestProblems("POST", "/v1/customers", customer)).hasSize(1);
        assertThat(live.requestViolations("POST", "/v1/customers", customer))
                .extracting(Violation::parameter)
                .containsExactly(field);
    }

    @Test
    void list_sizes_and_lengths_are_limited() {
        String urls = "{\"url\": \"https://example.org\"},".repeat(11);
        JsonNode customer = Json.parse(
                "{\"name\": \"%s\", \"urls\": [%s]}".formatted("x".repeat(257), urls.substring(0, urls.length() - 1)));

        assertThat(live.requestViolations("POST", "/v1/customers", customer))
                .extracting(Violation::parameter)
                .containsExactlyInAnyOrder("name", "urls");
    }

    @Test
    void an_unknown_custom_attribute_is_reported_with_its_schema_rule() {
        List<Violation> violations =
                live.requestViolations("POST", "/v1/customers", Json.parse("{\"custom\": {\"plan\": 1}}"));

        assertThat(violations.getFirst().rule()).isEqualTo("/properties/custom/additionalProperties");
        assertThat(violations.getFirst().title()).isEqualTo("Additional properties not allowed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "customer | {}",
                "customer | {\"customer\": \"abc\"}",
                "channel  | {\"customer\": \"5e0a17c4000000000000000a\", \"channel\": \"email\"}",
                "status   | {\"customer\": \"5e0a17c4000000000000000a\", \"status\": \"snoozed\"}",
                "priority | {\"customer\": \"5e0a17c4000000000000000a\", \"priority\": 6}",
                "id       | {\"customer\": \"5e0a17c4000000000000000a\", \"id\": \"1\"}"
            })
    void a_conversation_that_breaks_the_schema_is_reported_with_its_field(String field, String body) {
        assertThat(live.requestViolations("POST", "/v1/conversations", Json.parse(body)))
                .extracting(Violation::parameter)
                .containsExactly(field);
    }

    @Test
    void an_update_either_moves_a_conversation_or_changes_other_fields() {
        String path = "/v1/conversations/" + ID;

        assertThat(live.requestProblems("PATCH", path, Json.parse("{\"status\": \"snoozed\"}")))
                .isEmpty();
        assertThat(live.requestProblems("PATCH", path, Json.parse("{\"customer\": \"%s\"}".formatted(ID))))
                .isEmpty();
        assertThat(live.requestProblems(
                        "PATCH", path, Json.parse("{\"customer\": \"%s\", \"name\": \"x\"}".formatted(ID))))
                .singleElement()
                .asString()
                .contains("name");
    }

    @Test
    void the_most_specific_path_template_wins() {
        assertThat(live.requestProblems("GET", "/v1/customers/email=jane%40example.org", null))
                .isEmpty();
        assertThat(live.requestProblems("DELETE", "/v1/customers/email=jane%40example.org", null))
                .containsExactly("DELETE /v1/customers/email=jane%40example.org is not described");
    }

    @Test
    void unknown_paths_methods_and_bodies_are_problems() {
        assertThat(live.requestProblems("POST", "/v1/clients", Json.parse("{}")))
                .containsExactly("POST /v1/clients is not described");
        assertThat(live.requestProblems("POST", "/customers", Json.parse("{}"))).hasSize(1);
        assertThat(live.requestProblems("OPTIONS", "/v1/customers", null)).hasSize(1);
        assertThat(live.requestProblems("GET", "/v1/customers/" + ID + "?x=1", Json.parse("{}")))
                .containsExactly("a body is not described");
        assertThat(live.requestProblems("POST", "/v1/customers", null)).containsExactly("the body is missing");
    }

    @Test
    void a_live_reply_must_have_its_envelope_status_and_types() {
        JsonNode bare = Json.parse("{\"type\": \"customer\", \"id\": \"%s\", \"attributes\": {}}".formatted(ID));
        JsonNode wrapped = Json.parse("{\"data\": %s}".formatted(bare));

        assertThat(live.responseProblems("POST", "/v1/customers", 201, bare))
                .singleElement()
                .asString()
                .contains("'data'");
        assertThat(live.responseProblems("POST", "/v1/customers", 201, wrapped)).anyMatch(p -> p.contains("'rev'"));
        assertThat(live.responseProblems("POST", "/v1/customers", 200, wrapped))
                .containsExactly("status 200 is not described");
        assertThat(live.responseProblems("POST", "/v1/customers", 400, Json.parse("{\"error\": 1}")))
                .isNotEmpty();
        assertThat(live.responseProblems("DELETE", "/v1/customers/" + ID, 204, null))
                .isEmpty();
    }

    @Test
    void the_requested_contract_is_the_requested_description() throws IOException {
        assertThat(read("/contract/requested.json", new ObjectMapper()))
                .isEqualTo(read("/requested/requested.yml", new YAMLMapper()));
    }

    @Test
    void the_requested_contract_allows_unknown_fields_but_checks_types() {
        assertThat(requested.requestProblems(
                        "POST", "/v1/conversations", Json.parse("{\"channel\": \"email\", \"status\": \"snoozed\"}")))
                .isEmpty();
        assertThat(requested.requestProblems("POST", "/v1/customers", Json.parse("{\"name\": 1}")))
                .hasSize(1);
        assertThat(requested.requestProblems(
                        "POST", "/v1/customers", Json.parse("{\"emails\": [{\"email\": \"nowhere\"}]}")))
                .hasSize(1);
        assertThat(requested.requestProblems("GET", "/v1/customers/" + ID, null))
                .hasSize(1);
        assertThat(requested.responseProblems("POST", "/v1/customers", 201, Json.parse("{}")))
                .containsExactly("status 201 is not described");
        assertThat(requested.responseProblems("POST", "/v1/customers", 200, Json.parse("{\"id\": 1}")))
                .hasSize(1);
        assertThat(requested.responseProblems("POST", "/v1/customers", 422, null))
                .isEmpty();
    }

    private static JsonNode read(String resource, ObjectMapper mapper) throws IOException {
        try (InputStream stream = ApiDescriptionTest.class.getResourceAsStream(resource)) {
            return mapper.readTree(stream);
        }
    }
}
