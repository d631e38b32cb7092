package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creates that Kustomer refuses with a 400, which may be a conflict, with a key that may not look records up. */
final class UncertainConflictJobTest {

    private static final String KEY = "only-creates-customers";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final JobHandling jobs = JobHandling.newRuntime(CreateCustomerConnector::new, kustomer);

    @BeforeEach
    void useAKeyThatMayOnlyCreate() {
        kustomer.addKey(KEY, Set.of("org.permission.customer.create"));
        jobs.secret("KUSTOMER_API_KEY", KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"code\":\"bad_request\",\"message\":\"The locale is unknown\"}]}",
                "{\"errors\":[{\"code\":\"badparam\",\"title\":\"The locale is unknown\","
                        + "\"source\":{\"parameter\":\"emails\"}}]}"
            })
    void the_refusal_is_shown_and_not_only_the_missing_role(String refusal) {
        kustomer.inject(Fault.json(Step.AFTER_READING, 400, refusal), RequestMatcher.method("POST"), 1);

        JobEnding.Failed failed = jobs.failure(jobs.task().with("customer.emails", "ada@example.org"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message())
                .startsWith("POST /v1/customers answered 400: ")
                .contains("The locale is unknown", "It is unknown whether the record exists already", "customer.read");
        assertThat(failed.variables().at("/error/variables/status").asInt()).isEqualTo(400);
    }

    @Test
    void a_certain_conflict_needs_the_role_because_the_record_exists() {
        kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");

        JobEnding.Failed failed = jobs.failure(jobs.task().with("customer.emails", "ada@example.org"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(failed.message()).contains("customer.read");
    }
}
