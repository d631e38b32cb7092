package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Query;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindCustomerTest {

    private static final String ID = "5f9f1a2b3c4d5e6f7a8b9c0d";

    @Test
    void looks_up_by_id_external_id_email_and_phone_in_this_order() {
        Query.Find call = call("""
                {"phone": "+18005551212", "email": "ada@example.org", "externalId": 4711, "id": "%s"}""".formatted(ID));

        assertThat(call.lookups())
                .extracting(lookup -> lookup.request().path().encoded())
                .containsExactly(
                        "/v1/customers/" + ID,
                        "/v1/customers/externalId=4711",
                        "/v1/customers/email=ada%40example.org",
                        "/v1/customers/phone=%2B18005551212",
                        "/v1/customers/phone=18005551212");
        assertThat(call.lookups())
                .allSatisfy(lookup -> assertThat(lookup.request().role())
                        .hasToString("org.permission.customer.read (or org.user.customer.read)"));
    }

    @Test
    void every_look_up_keeps_the_contract() {
        Query.Find call = call("""
                {"phone": "+18005551212", "email": "ada@example.org", "externalId": "c 7/8", "id": "%s"}""".formatted(ID));

        assertThat(call.lookups())
                .hasSize(5)
                .allSatisfy(
                        lookup -> assertThat(contractProblems(lookup.request())).isEmpty());
    }

    @Test
    void looks_up_only_the_given_identifiers() {
        Query.Find call = call("{\"email\": \"ada@example.org\", \"phone\": \" \", \"id\": null}");

        assertThat(call.lookups()).hasSize(1);
        assertThat(call.required()).isFalse();
        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void follows_the_options() {
        Query.Find call = bound(FindCustomer.class, """
                        {"customer": {"id": "%s"}, "options": {"ifAbsent": "fail", "timeoutSeconds": 5}}""".formatted(ID)).call(TASK);

        assertThat(call.required()).isTrue();
        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                    | customer has no identifier: give an ID, an external ID, an e-mail or a phone
                    {"email": ""}                         | customer has no identifier: give an ID, an external ID, an e-mail or a phone
                    {"id": "C-4711"}                      | customer.id is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here
                    {"email": "ada"}                      | customer.email is not an e-mail address
                    {"email": ["ada@example.org"]}        | customer.email must be text
                    {"email": "ada", "phone": "call me"}  | customer.email is not an e-mail address; customer.phone is not a phone number, such as +18005551212
                    """)
    void refuses_a_missing_or_invalid_identifier(String customer, String problem) {
        assertThat(refusal(() -> call(customer))).contains(problem);
    }

    @Test
    void refuses_a_task_without_variables() {
        FindCustomer operation = bound(FindCustomer.class, "{}");

        assertThat(refusal(() -> operation.call(TASK))).isPresent();
    }

    private static Query.Find call(String customer) {
        return bound(FindCustomer.class, "{\"customer\":%s}".formatted(customer))
                .call(TASK);
    }
}
