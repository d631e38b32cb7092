package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.operation.DeletedRecord;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeleteCustomerTest {

    private static final String ID = "5f9f1a2b3c4d5e6f7a8b9c0d";

    @Test
    void is_a_delete_of_the_customer() {
        Call.Delete call = ofId().call(TASK);

        assertThat(call.request()).hasToString("DELETE /v1/customers/{id}");
        assertThat(call.request().path().encoded()).isEqualTo("/v1/customers/" + ID);
        assertThat(call.request().body()).isNull();
        assertThat(contractProblems(call.request())).isEmpty();
        assertThat(call.request().role()).hasToString("org.permission.customer.delete (or org.user.customer.delete)");
        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void returns_the_deleted_customer() {
        assertThat(ofId().result(new CallResult.Deleted(Outcome.ABSENT)))
                .isEqualTo(new DeletedRecord(ID, "customer", "absent"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                             | target.id is missing
                    {"target": {"id": " "}}        | target.id is missing
                    {"target": {"id": "../notes"}} | target.id is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here
                    """)
    void refuses_an_invalid_id(String variables, String problem) {
        assertThat(refusal(() -> bound(DeleteCustomer.class, variables).call(TASK)))
                .contains(problem);
    }

    private static DeleteCustomer ofId() {
        return bound(
                DeleteCustomer.class, "{\"target\":{\"id\":\"%s\"},\"options\":{\"timeoutSeconds\":5}}".formatted(ID));
    }
}
