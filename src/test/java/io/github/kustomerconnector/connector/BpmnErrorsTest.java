package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.camunda.connector.api.error.ConnectorException;
import io.camunda.connector.api.outbound.JobContext;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BpmnErrorsTest {

    private static final String PATH = "=error.variables.bpmn";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    @ParameterizedTest
    @CsvSource({
        "customer.emails, true",
        "customer, true",
        "conversation.tags[0], true",
        "search.and, true",
        "options.timeoutSeconds, false",
        "authentication.apiKey, false",
        "server.region, false",
        "server, false",
        "kustomer, false",
        "kustomer.in_x, false",
        "resultVariable, false",
        "resultExpression, false",
        ", false"
    })
    void refused_input_is_about_data_if_its_field_is(@Nullable String field, boolean expected) {
        Failure failure = new Failure.InvalidInput(new FailureDetails(null, null, field, null, null, null), "m");

        assertThat(BpmnErrors.isAboutData(failure)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "400,,true",
        "409,,true",
        "413,,true",
        "422,,true",
        "415,,false",
        "404,,false",
        "404,customer,true",
        ",,false"
    })
    void a_rejection_is_about_data_by_its_field_or_status(
            @Nullable Integer status, @Nullable String field, boolean expected) {
        Failure failure = new Failure.Rejected(new FailureDetails(status, null, field, null, "POST", "/v1/x"), "m");

        assertThat(BpmnErrors.isAboutData(failure)).isEqualTo(expected);
    }

    @Test
    void the_error_has_its_bpmn_error_only_where_the_expression_reads_it() {
        Failure failure = new Failure.Duplicate(
                new FailureDetails(409, null, null, null, "POST", "/v1/customers"), "exists", List.of("c1"));
        Map<String, Object> variables =
                Map.of("status", 409, "method", "POST", "path", "/v1/customers", "ids", List.of("c1"));

        assertThat(error(failure, "=if error.code = \"X\" then jobError(\"x\") else null")
                        .getErrorVariables())
                .isEqualTo(variables);
        assertThat(error(failure, PATH).getErrorVariables())
                .containsAllEntriesOf(variables)
                .containsEntry(
                        "bpmn",
                        Map.of(
                                "errorType",
                                "bpmnError",
                                "errorCode",
                                "KUSTOMER_DUPLICATE",
                                "errorMessage",
                                "exists",
                                "variables",
                                Map.of(
                                        "kustomerError",
                                        Map.of(
                                                "code",
                                                "KUSTOMER_DUPLICATE",
                                                "message",
                                                "exists",
                                                "variables",
                                                variables))));
    }

    @Test
    void a_wrong_set_up_has_no_bpmn_error() {
        Failure failure = new Failure.Unauthorized(FailureDetails.NOTHING, "m");

        assertThat(error(failure, PATH).getErrorVariables()).isEmpty();
    }

    @Test
    void the_runtime_throws_the_bpmn_error_of_the_default_expression() {
        KustomerSimulator kustomer = simulator.kustomer();
        JobHandling jobs = JobHandling.ofCreateCustomer(kustomer);
        Task task = jobs.task().with("customer.emails", "no e-mail address");

        JobEnding.ErrorThrown thrown = jobs.run(task).errorThrown();

        assertThat(task.headers()).containsEntry("errorExpression", PATH);
        assertThat(thrown.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(thrown.message()).contains("customer.emails");
        assertThat(thrown.variables().at("/kustomerError/variables/field").asText())
                .startsWith("customer.emails");
        assertThat(thrown.variables().at("/kustomerError/message").asText()).isEqualTo(thrown.message());
    }

    private static ConnectorException error(Failure failure, String expression) {
        JobContext job = mock();
        when(job.getCustomHeaders()).thenReturn(Map.of("errorExpression", expression));
        return new EngineErrors(new FailureCounts(10), new Random(1)).of(failure, job);
    }
}
