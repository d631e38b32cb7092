package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.connector.CallKustomerApiConnector;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.Incident;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Call Kustomer API on the real engine. */
@ExtendWith(SharedEngine.class)
final class CallApiOnEngineTest {

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    CallApiOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
    }

    @Test
    void path_query_and_body_use_process_variables() {
        String ada = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");
        camunda.deploy(TemplatedProcess.of(
                        "calls",
                        start -> start.serviceTask("read")
                                .serviceTask("change")
                                .endEvent()
                                .done())
                .task(
                        CallKustomerApiConnector.class,
                        "read",
                        Map.of("request.path", "=\"/v1/customers/email=\" + email", "resultExpression", "={found: id}"))
                .task(
                        CallKustomerApiConnector.class,
                        "change",
                        Map.of(
                                "request.method", "PUT",
                                "request.path", "=\"/v1/customers/\" + found",
                                "request.query", "={replace: false}",
                                "request.body", "={name: name}"))
                .model());

        Map<String, Object> variables =
                camunda.runToEnd("calls", Map.of("email", "ada@example.org", "name", "Ada Lovelace"));

        assertThat(variables).containsEntry("found", ada).containsEntry("kustomerStatus", 200);
        assertThat(kustomer.customers().getFirst().at("/attributes/name").asText())
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void a_path_expression_that_checks_the_id_sends_no_invalid_id() throws IOException {
        String id = kustomer.seedConversation("{\"tags\":[\"vip\"]}");
        camunda.deploy(TemplatedProcess.of(
                        "checks", start -> start.serviceTask("untag").endEvent().done())
                .task(
                        CallKustomerApiConnector.class,
                        "untag",
                        Map.of(
                                "request.method", "DELETE",
                                "request.path", pathOfTheDocumentation(),
                                "request.body", "=[\"vip\"]"))
                .model());

        camunda.runToEnd("checks", Map.of("id", id));
        Incident incident = camunda.awaitIncident(camunda.start("checks", Map.of("id", id + "/x")));

        assertThat(incident.message()).contains("request.path is missing");
        assertThat(kustomer.requests())
                .extracting(RecordedRequest::target)
                .containsExactly("/v1/conversations/" + id + "/tags");
    }

    @Test
    void a_lost_reply_stops_a_post_with_an_incident() {
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.any(), 1);
        camunda.deploy(TemplatedProcess.of(
                        "posts", start -> start.serviceTask("post").endEvent().done())
                .task(
                        CallKustomerApiConnector.class,
                        "post",
                        Map.of("request.method", "POST", "request.path", "/v1/customers", "request.body", "={}"))
                .model());

        Incident incident = camunda.awaitIncident(camunda.start("posts", Map.of()));

        assertThat(incident.message()).contains("Look in Kustomer before you retry");
        assertThat(kustomer.customers()).hasSize(1);
    }

    private static String pathOfTheDocumentation() throws IOException {
        return Pattern.compile("`(=if matches.+?)`", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/operations.md")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
