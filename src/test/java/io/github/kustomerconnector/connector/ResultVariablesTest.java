package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.operation.JsonText;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultVariablesTest {

    @ParameterizedTest
    @ValueSource(strings = {"kustomer", " kustomer ", "\u00A0kustomer\u2007", "\u200Bkustomer\uFEFF", "kusto\u00ADmer"})
    void a_result_variable_named_as_the_input_is_refused(String name) {
        assertThat(refusal("resultVariable", name))
                .hasValueSatisfying(message -> assertThat(message)
                        .startsWith("resultVariable writes the variable kustomer")
                        .contains("Choose another name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "={kustomer: id}",
                "= { customerId: id, kustomer: response }",
                "={\"kustomer\": id}",
                "={a: {b: [1, 2]}, kustomer: id}",
                "={a: \"}, x\", kustomer: id}",
                "={ /* the id */ kustomer /* here */ : id}",
                "={customerId: id, // {\n kustomer: id}",
                "={`kustomer`: id}",
                "={\n\tkustomer\n:\nid\n}",
                "={a: \"\\\\\", kustomer: id}",
                "={a: \"\\\"\", kustomer: id}",
                "={\"kust\\u006fmer\": id}",
                "=if found then {kustomer: id} else {customerId: null}",
                "=({kustomer: id})",
                "=context merge([{customerId: id}, {kustomer: id}])",
                "=context put({customerId: id}, \"kustomer\", id)",
                "=put({customerId: id}, \"kustomer\", id)",
                "=context([{key: \"kustomer\", value: id}])",
                "={a: {kustomer: id}}.a",
                "={a: if x then [1, {b: 2}] else {c: 3}, kustomer: id}"
            })
    void a_result_expression_that_writes_the_input_is_refused(String expression) {
        assertThat(refusal("resultExpression", expression))
                .hasValueSatisfying(message -> assertThat(message).startsWith("resultExpression writes the variable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "={customerId: id}",
                "={kustomerResult: id}",
                "={result: {kustomer: id}}",
                "={result: [{kustomer: id}]}",
                "={a: 1 /* , kustomer: id */}",
                "={a: 1} // , kustomer: id",
                "={a: \"// \", b: \"kustomer: 1\", c: \"kustomer\"}",
                "={`my kustomer`: id}",
                "={customerId: kustomer.in_status}",
                "={customerId: id, unfinished: \"kustomer: ",
                "={text: \"{kustomer: id}\"}",
                "={a: if b then c else kustomer}"
            })
    void other_result_expressions_pass(String expression) {
        assertThat(refusal("resultExpression", expression)).isEmpty();
    }

    @Test
    void other_result_variables_pass() {
        assertThat(refusal("resultVariable", "kustomerResult")).isEmpty();
        assertThat(refusal("retryBackoff", "PT10S")).isEmpty();
    }

    private static Optional<String> refusal(String header, String value) {
        return JsonText.refusal(() -> {
            ResultVariables.check(Map.of(header, value));
            return null;
        });
    }
}
