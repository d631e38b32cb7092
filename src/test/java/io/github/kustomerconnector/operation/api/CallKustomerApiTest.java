package io.github.kustomerconnector.operation.api;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.RateLimit;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.operation.JsonText;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallKustomerApiTest {

    @Test
    void sends_a_get_by_default() {
        Call.Raw call = call("\"path\":\"/v1/users/current\"");

        assertThat(call.request()).hasToString("GET /v1/users/current");
        assertThat(call.request().body()).isNull();
        assertThat(call.request().role()).isEqualTo(Role.UNKNOWN);
        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void needs_no_known_role() {
        assertThat(CallKustomerApi.roles()).isEmpty();
    }

    @Test
    void sends_query_and_body() {
        Call.Raw call = call("""
                "method": "post", "path": "/v1/customers?a=1", "body": {"name": null, "emails": []},
                "query": {"page": 2, "replace": true, "q": "a&b=c", "none": null, "blank": " "}""");

        assertThat(call.request().method()).isEqualTo("POST");
        assertThat(call.request().path().encoded()).isEqualTo("/v1/customers?a=1&page=2&replace=true&q=a%26b%3Dc");
        assertThat(call.request()).hasToString("POST /v1/customers");
        assertThat(json(sent(call))).isEqualTo(json("{\"name\":null,\"emails\":[]}"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    ,      true",
        "PUT,    false, true",
        "DELETE, ,      true",
        "POST,   ,      false",
        "PATCH,  ,      false",
        "POST,   false, false",
        "POST,   true,  true",
        "PATCH,  true,  true"
    })
    void a_request_is_repeatable_by_its_method_or_by_the_option(String method, String said, boolean repeatable) {
        String options = said == null ? "{}" : "{\"repeatable\":\"%s\"}".formatted(said);

        Call.Raw call = bound(
                        CallKustomerApi.class,
                        "{\"request\":{\"method\":\"%s\",\"path\":\"/v1/notes\"},\"options\":%s}"
                                .formatted(method, options))
                .call(TASK);

        assertThat(call.repeatable()).isEqualTo(repeatable);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/customers/search, SEARCH",
        "/v1/customers/archive/search?page=2, SEARCH",
        "/v1/hooks/web/5f1e2d3c4b5a, HOOKS",
        "/v1/hooks/form/5f1e2d3c4b5a69788796a5b4/5f1e2d3c4b5a, HOOKS",
        "/v1/hooks/web, ORGANIZATION",
        "/v1/customers, ORGANIZATION"
    })
    void a_search_and_a_post_to_a_hook_use_their_own_rate_limits(String path, RateLimit rateLimit) {
        assertThat(call("\"method\":\"POST\",\"path\":\"" + path + '"')
                        .request()
                        .rateLimit())
                .isEqualTo(rateLimit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                                              | request.path is missing
                    "path":" "                                                      | request.path is missing
                    "path":7                                                        | request.path must be text
                    "path":"/v1/a?/b","method":"DELETE"                             | request.path has a / or a second ? after the ?: write %2F or %3F, or give the values in request.query
                    "path":"/v1/a","method":"HEAD"                                  | request.method is not one of GET, POST, PUT, PATCH, DELETE: choose one of them
                    "path":"/v1/a","query":"a=b"                                    | request.query must be an object such as {page: 2}
                    "path":"/v1/a","query":{"a":[1]}                                | request.query.a must be text, a number, true or false
                    "path":"/v1/a","query":{"ada@example.org":{}}                   | request.query.*** must be text, a number, true or false
                    "path":"/v1/a","body":{"a":1}                                   | request.body is not allowed with GET
                    "path":"/v1/a","method":"POST","body":"text"                    | request.body must be an object or a list
                    "path":"/v1/a","method":"POST","body":{"a":[{"camunda.function.type":"base64","params":["x"]}]} | request.body contains a function of Camunda (camunda.function.type), which is not resolved here: compute the value in an earlier task or in FEEL
                    "path":"/v1/a","method":"PUT","body":[{"camunda.function.type":"getText"}] | request.body contains a function of Camunda (camunda.function.type), which is not resolved here: compute the value in an earlier task or in FEEL
                    "path":"/v1/a","method":"PUT","body":{"camunda.function.type":"getJson"} | request.body contains a function of Camunda (camunda.function.type), which is not resolved here: compute the value in an earlier task or in FEEL
                    "path":"/v1/a","query":{"a":{"camunda.function.type":"getText"}} | request.query contains a function of Camunda (camunda.function.type), which is not resolved here: compute the value in an earlier task or in FEEL
                    "path":{"camunda.function.type":"getText"} | request.path contains a function of Camunda (camunda.function.type), which is not resolved here: compute the value in an earlier task or in FEEL
                    "path":"/v1/auth/tokens/current","method":"DELETE"              | request.path names the API key of this task: deleting it would lock the process out
                    "path":"/v1/Auth/tokens/%63urrent?a=b","method":" delete "      | request.path names the API key of this task: deleting it would lock the process out
                    """)
    void invalid_requests_are_refused(String request, String problem) {
        assertThat(refusal(() -> call(request))).contains(problem);
    }

    @Test
    void a_valid_request_keeps_the_contract() {
        Request request = call("\"method\":\"POST\",\"path\":\"/v1/customers\",\"body\":{\"name\":\"Ada\"}")
                .request();

        assertThat(contractProblems(request)).isEmpty();
    }

    @Test
    void a_document_reference_and_a_text_that_only_mentions_a_function_are_sent() {
        String body = "{\"file\":{\"camunda.document.type\":\"camunda\"},\"note\":\"see camunda.function.type\"}";

        assertThat(sent(call("\"method\":\"POST\",\"path\":\"/v1/notes\",\"body\":" + body)))
                .isEqualTo(body);
    }

    @Test
    void reading_the_calling_key_is_allowed() {
        assertThat(call("\"path\":\"/v1/auth/tokens/current\"").request()).hasToString("GET /v1/auth/tokens/current");
    }

    @Test
    void a_body_for_a_hook_may_be_larger() {
        String request = "\"method\":\"POST\",\"path\":\"/v1/hooks/web/5f1e2d3c4b5a\",\"body\":{\"a\":\"%s\"}";

        assertThat(refusal(() -> call(request.formatted("x".repeat(409_600 - 8)))))
                .isEmpty();
        assertThat(refusal(() -> call(request.formatted("x".repeat(409_600 - 7)))))
                .contains("request.body makes a body of 409601 bytes, at most 409600 are allowed");
    }

    @Test
    void reading_hooks_counts_against_the_limit_of_the_organization() {
        assertThat(call("\"path\":\"/v1/hooks/web/5f1e2d3c4b5a69788796a5b4\"")
                        .request()
                        .rateLimit())
                .isEqualTo(RateLimit.ORGANIZATION);
    }

    @Test
    void a_body_has_a_maximum_size() {
        String request = "\"method\":\"POST\",\"path\":\"/v1/notes\",\"body\":{\"a\":\"%s\"}";

        assertThat(refusal(() -> call(request.formatted("x".repeat(102_400 - 8)))))
                .isEmpty();
        assertThat(refusal(() -> call(request.formatted("x".repeat(102_400 - 7)))))
                .contains("request.body makes a body of 102401 bytes, at most 102400 are allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
                    {"data":{"id":"5f1","type":"customer"}}          | 5f1 | {"id":"5f1","type":"customer"} | -             | {}
                    {"data":[{"id":"5f1"}],"links":{"next":"/v1/a"}} | -   | [{"id":"5f1"}]                 | /v1/a         | {"links":{"next":"/v1/a"}}
                    {"data":[],"links":{"next":"/v1/a?b=c/d?"}}      | -   | []                             | /v1/a?b=c%2Fd%3F | {"links":{"next":"/v1/a?b=c/d?"}}
                    {"data":[],"links":{"next":"https://x.example"}} | -   | []                             | -             | {"links":{"next":"https://x.example"}}
                    {"data":[],"links":{"next":null},"meta":{"a":1}} | -   | []                             | -             | {"links":{"next":null},"meta":{"a":1}}
                    {"data":null,"meta":{}}                          | -   | null                           | -             | {"meta":{}}
                    {"id":"Ada Lovelace"}                            | -   | {"id":"Ada Lovelace"}          | -             | {}
                    {"data":{"id":"a@example.org"}}                  | -   | {"id":"a@example.org"}         | -             | {}
                    {"id":7,"name":"a"}                              | 7   | {"id":7,"name":"a"}            | -             | {}
                    [1,2]                                            | -   | [1,2]                          | -             | {}
                    null                                             | -   | null                           | -             | {}
                    """)
    void the_data_is_taken_out_of_its_envelope(String body, String id, String data, String next, String rest) {
        ApiResponse answer = bound(CallKustomerApi.class, "{}").result(new CallResult.Raw(200, json(body), null));

        assertThat(answer).isEqualTo(new ApiResponse(200, id, answer.data(), next, json(rest)));
        assertThat(JsonText.text(answer.data())).isEqualTo(data);
    }

    private static Call.Raw call(String request) {
        return bound(CallKustomerApi.class, "{\"request\":{%s}}".formatted(request))
                .call(TASK);
    }
}
