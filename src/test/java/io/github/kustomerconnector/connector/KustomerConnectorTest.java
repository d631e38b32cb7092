package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.when;

import io.camunda.connector.api.error.ConnectorException;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.api.outbound.JobContext;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.github.kustomerconnector.operation.JsonText;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

@ExtendWith(MockitoExtension.class)
final class KustomerConnectorTest {
    private static final long TASK = 4711;

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final ConnectorEnvironment environment = JobHandling.environment("test");
    private final CheckConnectionConnector connector = new CheckConnectionConnector(environment);

    @Mock
    private OutboundConnectorContext context;

    @Mock
    private JobContext job;

    @BeforeEach
    void job() {
        when(context.getJobContext()).thenReturn(job);
        lenient().when(job.getElementInstanceKey()).thenReturn(TASK);
        lenient().when(job.getCustomHeaders()).thenReturn(Map.of());
    }

    @Test
    void a_class_that_the_runtime_lacks_fails_the_job_with_a_clear_message() {
        NoClassDefFoundError missing = new NoClassDefFoundError("io/camunda/Missing");
        when(context.bindVariables(any())).thenThrow(missing);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> connector.execute(context))
                .withMessageStartingWith("The Kustomer connector does not fit this runtime")
                .withMessageContaining("io/camunda/Missing")
                .withCause(missing);
    }

    @Test
    void a_success_forgets_the_failures_of_the_task() {
        bind(KustomerSimulator.API_KEY);
        environment.failures().count(TASK);
        environment.failures().count(TASK);

        assertThat(connector.execute(context)).isNotNull();

        assertThat(environment.failures().count(TASK)).isEqualTo(1);
    }

    @Test
    void a_failure_that_a_retry_can_mend_keeps_the_failures_of_the_task() {
        kustomer.settings().rateLimit(0);
        bind(KustomerSimulator.API_KEY);
        environment.failures().count(TASK);

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> connector.execute(context))
                .returns("KUSTOMER_RATE_LIMITED", ConnectorException::getErrorCode);

        assertThat(environment.failures().countWait(TASK)).isEqualTo(new FailureCounts.Counts(1, 2));
    }

    @Test
    void a_final_failure_forgets_the_failures_of_the_task() {
        bind("unknown");
        environment.failures().count(TASK);

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> connector.execute(context))
                .returns("KUSTOMER_UNAUTHORIZED", ConnectorException::getErrorCode);

        assertThat(environment.failures().count(TASK)).isEqualTo(1);
    }

    @Test
    void variables_that_do_not_bind_are_a_final_failure_that_names_the_field() {
        when(context.bindVariables(TaskInputs.class))
                .thenReturn(new TaskInputs(JsonText.json("{\"in_server_region\":{\"name\":\"ada@example.org\"}}")));

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> connector.execute(context))
                .withMessage("server.region must be text")
                .returns("KUSTOMER_INVALID_INPUT", ConnectorException::getErrorCode)
                .satisfies(failure -> assertThat(failure.getErrorVariables()).containsEntry("field", "server.region"))
                .withCauseInstanceOf(ConnectorInputException.class);
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void variables_that_the_runtime_refuses_without_a_field_are_a_final_failure_with_its_message() {
        when(context.bindVariables(any())).thenThrow(new ConnectorInputException("Secret KEY is not there", null));

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> connector.execute(context))
                .withMessage("Secret KEY is not there")
                .returns("KUSTOMER_INVALID_INPUT", ConnectorException::getErrorCode)
                .withCauseInstanceOf(ConnectorInputException.class);
    }

    private void bind(String key) {
        String inputs =
                "{\"in_authentication_apiKey\":\"%s\",\"in_server_region\":\"custom\",\"in_server_baseUrl\":\"%s\"}"
                        .formatted(key, kustomer.url());
        when(context.bindVariables(TaskInputs.class)).thenReturn(new TaskInputs(JsonText.json(inputs)));
    }
}
