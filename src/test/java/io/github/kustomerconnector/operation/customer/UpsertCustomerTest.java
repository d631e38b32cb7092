package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.Bound.tree;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.simulator.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpsertCustomerTest {

    @Test
    void looks_up_by_every_identifier_and_then_creates_or_updates() {
        Call.Create call = call("\"name\": \"Ada\", \"emails\": \"ada@example.org\", \"externalId\": \"C-1\"");

        assertThat(call.policy().lookups())
                .extracting(lookup -> lookup.request().path().encoded())
                .containsExactly("/v1/customers/externalId=C-1", "/v1/customers/email=ada%40example.org");
        assertThat(call.policy().protection()).isEqualTo(Protection.LOOK_UP_FIRST);
        assertThat(call.policy().onDuplicate()).isEqualTo(OnDuplicate.UPDATE_EXISTING);
        assertThat(call.request()).hasToString("POST /v1/customers");
        assertThat(json(sent(call)))
                .isEqualTo(
                        json("{\"name\":\"Ada\",\"emails\":[{\"email\":\"ada@example.org\"}],\"externalId\":\"C-1\"}"));
    }

    @Test
    void the_create_and_the_update_keep_the_contract() {
        Call.Create call =
                call("\"externalId\": \"C-1\", \"emails\": \"ada@example.org\", \"createdAt\": \"2026-01-31\"");
        Resource there = Resource.read(json("""
                        {"id": "5f9f1a2b3c4d5e6f7a8b9c0d",
                         "attributes": {"emails": [{"id": "1", "email": "a@example.org", "verified": true}]}}""")).orElseThrow();

        Request update = call.policy().update().apply(there).orElseThrow();

        assertThat(Contract.live().requestProblems("POST", "/v1/customers", tree(call.request())))
                .isEmpty();
        assertThat(contractProblems(update)).isEmpty();
        assertThat(json(sent(update)))
                .isEqualTo(json(
                        "{\"emails\":[{\"email\":\"ada@example.org\"},{\"email\":\"a@example.org\",\"verified\":true}],"
                                + "\"externalId\":\"C-1\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"name\": \"Ada\"", "\"whatsapps\": \"+18005551212\"", "\"emails\": []"})
    void refuses_a_customer_without_an_identifier_that_finds_it(String fields) {
        assertThat(refusal(() -> call(fields)))
                .contains("customer has no identifier: give an external ID, an e-mail or a phone");
    }

    private static Call.Create call(String fields) {
        return (Call.Create) bound(UpsertCustomer.class, "{\"customer\":{%s}}".formatted(fields))
                .call(TASK);
    }
}
