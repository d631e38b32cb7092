package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what is read from an expression with what the FEEL engine of the connector runtime returns. */
class FeelContextTest {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kustomer: id}",
                "{\u00A0kustomer\u200B: id}",
                "{a: {kustomer: id}}.a",
                "{a: {kustomer: id}} . `a`",
                "{\"a\": {kustomer: id}}.a",
                "{a: {b: {kustomer: id}}}.a.b",
                "(({a: {kustomer: id}})).a",
                "[{a: {kustomer: id}}][1].a",
                "{a: [{kustomer: id}]}.a[1]",
                "{x: {kustomer: id}, y: x}.y",
                "if true then {a: {kustomer: 1}}.a else null",
                "if id = 7 then {kustomer: 1} else if id = 8 then {b: 1} else {c: 1}",
                "get or else({a: {kustomer: id}}, null).a",
                "get value({a: {kustomer: id}}, \"a\")",
                "get value({a: {b: {kustomer: id}}}, [\"a\", \"b\"])",
                "get value(key: \"a\", context: {a: {kustomer: id}})",
                "get value(get value({a: {b: {kustomer: id}}}, \"a\"), \"b\")",
                "context put({}, \"kustomer\", id)",
                "context put({}, [\"kustomer\", \"a\"], id)",
                "context put({kustomer: 1}, \"a\", id)",
                "context put({}, \"a\", {kustomer: id}).a",
                "put({}, \"kustomer\", id)",
                "put all({a: 1}, {kustomer: 1})",
                "context merge([{a: 1}, {kustomer: 1}])",
                "context([{key: \"kustomer\", value: 1}])",
                "context([{key: \"a\", value: {kustomer: 1}}]).a",
                "(for x in [1] return {kustomer: x})[1]",
                "concatenate([{kustomer: 1}], [])[1]",
                "assert({kustomer: 1}, true)"
            })
    void a_key_that_the_engine_returns_is_found(String expression) {
        assertThat(keysOf(expression)).contains("kustomer");
        assertThat(new FeelContext(expression).hasKey("kustomer")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a: {kustomer: id}}",
                "{a: {b: 1}.b, c: {kustomer: 1}}",
                "{c: {kustomer: 1}, a: (b).d}",
                "{a: {kustomer: id}, b: {c: 1}}.b",
                "{a: {kustomer: {c: 1}}}.a.kustomer",
                "get value({kustomer: {a: 1}}, \"kustomer\")",
                "get value({a: {b: {kustomer: 1}}}, \"a\")",
                "{a: get value({kustomer: 1}, \"kustomer\")}",
                "{a: context put({}, \"kustomer\", id)}",
                "context put({}, [\"a\", \"kustomer\"], id)",
                "context put({}, \"a\", \"kustomer\")",
                "context put({}, \"a\", {kustomer: id})",
                "context([{key: \"a\", value: \"kustomer\"}])",
                "context([{key: \"a\", value: {kustomer: 1}}])",
                "if {kustomer: 1} = null then {a: 1} else {b: 1}",
                "{\"\u00A0kustomer\": 1}",
                "{`my kustomer`: 1}"
            })
    void a_key_that_the_engine_does_not_return_is_not_found(String expression) {
        assertThat(keysOf(expression)).isNotEmpty().doesNotContain("kustomer");
        assertThat(new FeelContext(expression).hasKey("kustomer")).isFalse();
    }

    @Test
    void an_expression_of_many_brackets_is_read() {
        String deep = "{a: ".repeat(20_000) + "1";

        assertThat(new FeelContext(deep).hasKey("kustomer")).isFalse();
        assertThat(new FeelContext("{kustomer: " + deep).hasKey("kustomer")).isTrue();
    }

    private static Iterable<String> keysOf(String expression) {
        EvaluationResult result = ENGINE.evaluateExpression(expression, Map.of("id", 7));
        assertThat(result.isSuccess()).as(expression).isTrue();
        @SuppressWarnings("unchecked")
        Map<String, ?> context = (Map<String, ?>) result.result();
        return context.keySet();
    }
}
