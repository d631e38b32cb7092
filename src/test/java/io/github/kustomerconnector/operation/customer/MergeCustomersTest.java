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

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.simulator.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeCustomersTest {

    private static final String A = "5f9f1a2b3c4d5e6f7a8b9c0a";
    private static final String B = "5f9f1a2b3c4d5e6f7a8b9c0b";

    @Test
    void is_a_post_of_both_ids() {
        Call.Create call = call(A, B);

        assertThat(call.request()).hasToString("POST /v1/customers/merges");
        assertThat(json(sent(call))).isEqualTo(json("{\"source\":\"%s\",\"target\":\"%s\"}".formatted(A, B)));
        assertThat(call.request().role())
                .hasToString("org.permission.customer_merge.create (or org.user.customer.write)");
    }

    @ParameterizedTest
    @CsvSource({A + "," + B + ",true", B + "," + A + ",false", A + "," + A + ",false", B + "," + B + ",false"})
    void looks_the_merge_up_among_the_merges_of_the_target(String source, String target, boolean isOurs) {
        Lookup lookup = call(A, B).policy().lookups().getFirst();
        Resource merge = Resource.read(json("""
                        {"id": "1", "relationships": {"source": {"data": {"id": "%s"}}, "target": {"data": {"id": "%s"}}}}""".formatted(source, target))).orElseThrow();

        assertThat(lookup.request().path().encoded()).isEqualTo("/v1/customers/" + B + "/merges?pageSize=100");
        assertThat(lookup.heldBy().test(merge)).isEqualTo(isOurs);
    }

    @Test
    void the_create_and_the_look_up_keep_the_contract() {
        Call.Create call = call(A, B);
        String merges = call.policy().lookups().getFirst().request().path().encoded();

        assertThat(Contract.live().requestProblems("POST", "/v1/customers/merges", tree(call.request())))
                .isEmpty();
        assertThat(Contract.live().requestProblems("GET", merges, null)).isEmpty();
    }

    @Test
    void tasks_that_merge_the_same_customers_have_the_same_identity() {
        assertThat(call(A, B).identity())
                .isEqualTo(call(A, B).identity())
                .isNotEqualTo(call(B, A).identity());
        assertThat(call(A, B).task()).isEqualTo(TASK.derived());
    }

    @Test
    void every_field_of_the_api_is_in_the_form() {
        assertThat(components(MergeFields.class)).isEqualTo(described("live-customers.json", "CustomerMergeCreate"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                        | merge.source is missing; merge.target is missing
                    {"merge": {"source": "5f9f1a2b3c4d5e6f7a8b9c0a"}}         | merge.target is missing
                    {"merge": {"source": "C-1", "target": "5f9f1a2b3c4d5e6f7a8b9c0a"}} | merge.source is not a Kustomer ID: 24 digits from 0-9 and a-f
                    {"merge": {"source": "5F9F1A2B3C4D5E6F7A8B9C0A", "target": "5f9f1a2b3c4d5e6f7a8b9c0a"}} | merge.source is the same as merge.target: give two different customers
                    """)
    void refuses_anything_but_two_different_customers(String variables, String problem) {
        assertThat(refusal(() -> bound(MergeCustomers.class, variables).call(TASK)))
                .contains(problem);
    }

    private static Call.Create call(String source, String target) {
        return bound(
                        MergeCustomers.class,
                        "{\"merge\":{\"source\":\"%s\",\"target\":\"%s\"}}".formatted(source, target))
                .call(TASK);
    }
}
