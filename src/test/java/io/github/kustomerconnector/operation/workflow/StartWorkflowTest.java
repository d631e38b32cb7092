package io.github.kustomerconnector.operation.workflow;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.RateLimit;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartWorkflowTest {

    private static final String HASH = "0123456789abcdef";
    private static final String HOOK_ID = "5f9f1a2b3c4d5e6f7a8b9c0d";

    @Test
    void posts_the_data_and_the_key_of_the_task_to_the_hook() {
        Call.Trigger call = call("\"data\":{\"order\":7}");

        Request post = call.request();
        assertThat(post).hasToString("POST /v1/hooks/web/{hash}");
        assertThat(post.path().encoded()).isEqualTo("/v1/hooks/web/" + HASH);
        assertThat(sent(post))
                .isEqualTo("{\"order\":7,\"idempotencyKey\":\"%s\"}"
                        .formatted(TASK.derived().externalId()));
        assertThat(post.role()).hasToString("org.hooks");
        assertThat(post.rateLimit()).isEqualTo(RateLimit.HOOKS);
        assertThat(call.received()).isEmpty();
        assertThat(contractProblems(post)).isEmpty();
    }

    @Test
    void with_the_id_of_the_hook_its_transactions_are_searched_for_the_key() {
        Call.Trigger call = call("\"key\":\"order-7\",\"hookId\":\"%s\"".formatted(HOOK_ID));

        Request page = call.received().orElseThrow().apply(2);
        assertThat(page.path().encoded()).isEqualTo("/v1/hooks/web/" + HOOK_ID + "/transactions?pageSize=100&page=2");
        assertThat(page.role()).hasToString("org.permission.hook.read (or org.admin.hook.read)");
        assertThat(contractProblems(page)).isEmpty();
        assertThat(call.own().test(transaction("{\"data\":{\"idempotencyKey\":\"order-7\"}}")))
                .isTrue();
        assertThat(call.own().test(transaction("{\"payload\":{\"body\":{\"idempotencyKey\":\"order-7\"}}}")))
                .isTrue();
        assertThat(call.own().test(transaction("{\"data\":{\"order\":\"order-7\"}}")))
                .isFalse();
        assertThat(call.own().test(transaction("{\"data\":{\"idempotencyKey\":\"order-70\"}}")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "hook":" "                          | workflow.hook is missing
                    "hook":["0123456789abcdef"]         | workflow.hook must be text
                    "data":"text"                       | workflow.data must be an object
                    "data":{"idempotencyKey":"mine"}    | workflow.data has the field idempotencyKey, which the task adds: use workflow.key
                    "hookId":"5f9f1a2b3c4d5e6f7a8b9c"   | workflow.hookId is not a Kustomer ID
                    """)
    void refuses_what_cannot_be_right(String fields, String problem) {
        assertThat(refusal(() -> call(fields)).orElse("accepted")).startsWith(problem);
    }

    @Test
    void the_fields_show_no_secret() {
        assertThat(bound(StartWorkflow.class, "{\"workflow\":{\"hook\":\"%s\"}}".formatted(HASH))
                        .toString())
                .doesNotContain(HASH);
    }

    private static Resource transaction(String attributes) {
        return Resource.read(json("{\"id\":\"t1\",\"attributes\":%s}".formatted(attributes)))
                .orElseThrow();
    }

    private static Call.Trigger call(String fields) {
        String hook = fields.contains("\"hook\"") ? "" : "\"hook\":\"%s\",".formatted(HASH);
        return bound(StartWorkflow.class, "{\"workflow\":{%s%s}}".formatted(hook, fields))
                .call(TASK);
    }
}
