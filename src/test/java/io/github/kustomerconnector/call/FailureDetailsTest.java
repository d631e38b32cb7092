package io.github.kustomerconnector.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureDetailsTest {

    @Test
    void each_known_detail_is_an_error_variable() {
        FailureDetails details = new FailureDetails(409, "duplicate", "emails", "cf-1", "POST", "/v1/customers");

        assertThat(details.variables())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "status", 409,
                        "kustomerCode", "duplicate",
                        "field", "emails",
                        "requestId", "cf-1",
                        "method", "POST",
                        "path", "/v1/customers"));
    }

    @Test
    void unknown_details_are_absent() {
        assertThat(FailureDetails.NOTHING.variables()).isEmpty();
        assertThat(FailureDetails.ofField("customer.name").variables()).isEqualTo(Map.of("field", "customer.name"));
    }

    @Test
    void a_request_is_shown_without_the_values_of_its_path() {
        Request request = Request.get(Path.of("/v1/customers/email={email}", "ada@example.org"), Role.UNKNOWN);

        assertThat(FailureDetails.of(request).variables())
                .isEqualTo(Map.of("method", "GET", "path", "/v1/customers/email={email}"));
    }
}
