package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers with several errors: the message names each refused field. */
final class SeveralErrorsJobTest {

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final JobHandling jobs = JobHandling.newRuntime(CreateCustomerConnector::new, kustomer);

    @Test
    void each_error_is_named_without_personal_data() {
        JobEnding.Failed failed =
                failure(error("locale", "Unknown locale") + "," + error("name", "Ada Lovelace is bad"));

        assertThat(failed.message())
                .isEqualTo("POST /v1/customers answered 400: locale: Unknown locale (badparam); name: *** is bad"
                        + " (badparam)");
        assertThat(failed.variables().at("/error/variables/field").asText()).isEqualTo("locale");
    }

    @Test
    void at_most_five_different_errors_are_named() {
        String many = IntStream.range(0, 40)
                .mapToObj(number -> error("locale", "Error " + number / 4))
                .collect(Collectors.joining(","));

        assertThat(failure(many).message()).contains("Error 0", "Error 3").doesNotContain("Error 5");
    }

    private JobEnding.Failed failure(String errors) {
        kustomer.inject(
                Fault.json(Step.AFTER_READING, 400, "{\"errors\":[" + errors + "]}"), RequestMatcher.method("POST"), 1);
        return jobs.failure(jobs.task().with("customer.name", "Ada Lovelace"));
    }

    private static String error(String field, String title) {
        return "{\"status\":400,\"code\":\"badparam\",\"title\":\"%s\",\"source\":{\"parameter\":\"%s\"}}"
                .formatted(title, field);
    }
}
