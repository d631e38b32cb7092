package io.github.kustomerconnector.operation.webhook;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.Bound.tree;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterWebhookTest {

    private static final String URL = "https://camunda.example.org/inbound/kustomer";

    @Test
    void every_request_keeps_the_contract() {
        Call.Register call = call("\"url\": \"" + URL + "\"");
        Request update = call.registration().update().apply(resource("")).orElseThrow();

        for (Request request : new Request[] {call.create(), update}) {
            assertThat(contractProblems(request)).isEmpty();
        }
        for (Request request :
                new Request[] {call.list(), call.registration().delete().apply("5f9f1a2b3c4d5e6f7a8b9c0a")}) {
            assertThat(contractProblems(request)).isEmpty();
        }
    }

    @Test
    void a_change_sends_all_fields_so_that_a_replacing_put_loses_none() {
        Call.Register call = call("\"url\": \"" + URL + "\", \"choice\": \"chosen\", \"events\": \"user.update\"");

        String change = sent(call.registration().update().apply(resource("")).orElseThrow());

        assertThat(json(change)).isEqualTo(json("""
                                {"url": "%s", "events": ["kustomer.user.update"], "name": "Mine",
                                 "headers": [{"name": "A", "value": "b"}], "enabled": true}""".formatted(URL)));
    }

    @ParameterizedTest
    @CsvSource({"conversations, 4", "customers, 6", "all, 12", "'', 4"})
    void a_choice_stands_for_events(String choice, int number) {
        JsonNode body = tree(call("\"url\": \"%s\", \"choice\": \"%s\"".formatted(URL, choice))
                .create());

        assertThat(body.path("events")).hasSize(number);
        assertThat(body.path("events").valueStream().map(JsonNode::asText))
                .contains("kustomer.message.create", "kustomer.conversation.update");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"conversation.create,message.create\"",
                "\" kustomer.conversation.create , message.create,\"",
                "[\"conversation.create\", \"kustomer.message.create\"]",
                "\"[\\\"conversation.create\\\", \\\"message.create\\\"]\""
            })
    void names_of_events_may_be_short_and_a_text_or_a_list(String events) {
        JsonNode body = tree(call("\"url\": \"%s\", \"choice\": \"chosen\", \"events\": %s".formatted(URL, events))
                .create());

        assertThat(body.path("events").valueStream().map(JsonNode::asText))
                .containsExactly("kustomer.conversation.create", "kustomer.message.create");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                         | webhook.url is missing
                    {"webhook": {"url": "kustomer"}}                           | webhook.url is not an address
                    {"webhook": {"url": "http://camunda.example.org/x"}}       | webhook.url must begin with https://
                    {"webhook": {"url": "ftp://127.0.0.1/x"}}                  | webhook.url must begin with https://
                    {"webhook": {"url": "https://a:b@camunda.example.org/x"}}  | webhook.url contains a user name or password
                    {"webhook": {"url": "https://camunda.example.org/x#y"}}    | webhook.url is not an address
                    {"webhook": {"url": "https://c.example/x", "choice": "some"}} | webhook.choice is not one of conversations, customers, all, chosen
                    {"webhook": {"url": "https://c.example/x", "choice": "chosen"}} | webhook.events is missing
                    {"webhook": {"url": "https://c.example/x", "choice": "chosen", "events": ""}} | webhook.events is missing
                    {"webhook": {"url": "https://c.example/x", "choice": "chosen", "events": " , "}} | webhook.events is missing
                    {"webhook": {"url": "https://c.example/x", "choice": "chosen", "events": []}} | webhook.events is missing
                    {"webhook": {"url": "https://c.example/x", "choice": "chosen", "events": "[]"}} | webhook.events is missing
                    {"webhook": {"url": "https://c.example/x", "choice": "chosen", "events": [null, ""]}} | webhook.events is missing
                    {"webhook": {"url": "https://c.example/x", "choice": "chosen", "events": "new conversation"}} | webhook.events[0] is not the name of an event
                    {"webhook": {"url": "https://c.example/x", "choice": "chosen", "events": ["tag.create", 7]}} | webhook.events[1] is not the name of an event
                    {"webhook": {"url": "https://c.example/x"}, "options": {"tokenDocument": "perhaps"}} | options.tokenDocument is not one of true, false
                    """)
    void refuses_wrong_fields_and_names_them(String variables, String problem) {
        assertThat(refusal(() -> bound(RegisterWebhook.class, variables).call(TASK)))
                .get()
                .asString()
                .contains(problem);
    }

    @Test
    void tasks_for_the_same_address_have_the_same_identity() {
        Call.Register call = call("\"url\": \"" + URL + "\"");

        assertThat(call.identity())
                .isEqualTo(
                        call("\"url\": \"%s\", \"name\": \"x\"".formatted(URL)).identity())
                .isNotEqualTo(call("\"url\": \"%sx\"".formatted(URL)).identity());
        assertThat(call.task()).isEqualTo(TASK.derived());
    }

    @Test
    void only_a_webhook_with_the_header_of_this_connector_is_own() {
        Call.Register call = call("\"url\": \"" + URL + "\"");
        Resource created = Resource.read(json("{\"id\": \"1\", \"attributes\": " + sent(call.create()) + "}"))
                .orElseThrow();

        assertThat(call.registration().own().test(created)).isTrue();
        assertThat(call.registration().own().test(resource(""))).isFalse();
    }

    @Test
    void a_result_has_no_token_and_an_answer_without_one_is_named_if_the_task_asks_for_it() {
        CallResult.Written with = new CallResult.Written(resource(", \"token\": \"s3cret\""), Outcome.CREATED);
        CallResult.Written without = new CallResult.Written(resource(""), Outcome.CREATED);
        RegisterWebhook asking = bound(RegisterWebhook.class, "{\"options\": {\"tokenDocument\": \"true\"}}");

        assertThat(bound(RegisterWebhook.class, "{}").result(with).toString()).doesNotContain("s3cret");
        assertThat(asking.result(with).toString()).doesNotContain("s3cret");
        assertThat(refusal(() -> asking.result(without)))
                .get()
                .asString()
                .contains("options.tokenDocument asks for the signing token, but Kustomer's answer has none");
    }

    private static Resource resource(String more) {
        return Resource.read(json("""
            {"id": "5f9f1a2b3c4d5e6f7a8b9c0a", "type": "outbound_webhook", "attributes": {"name": "Mine", "url": "%s",
             "events": ["kustomer.tag.create"], "headers": [{"name": "A", "value": "b"}], "enabled": true%s}}""".formatted(URL, more))).orElseThrow();
    }

    private static Call.Register call(String webhook) {
        return bound(RegisterWebhook.class, "{\"webhook\": {" + webhook + "}}").call(TASK);
    }
}
