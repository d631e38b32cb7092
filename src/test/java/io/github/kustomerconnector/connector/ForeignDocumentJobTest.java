package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.simulator.ScriptedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.ScriptedServer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records with an object that looks like a reference to a document of Camunda. The runtime would fail on it after the
 * record was stored, show the record in the incident, or read the address in it.
 */
final class ForeignDocumentJobTest {

    private static final String ID = "5f00000000000000000000a1";
    private static final List<String> REFERENCES = List.of(
            "{\"camunda.document.type\":\"external\",\"url\":\"http://127.0.0.1:1/x\",\"name\":\"n\"}",
            "{\"camunda.document.type\":\"camunda\",\"storeId\":\"in-memory\",\"documentId\":\"d\",\"metadata\":{}}",
            "{\"camunda.document.type\":7}");

    record Operation(
            Function<ConnectorEnvironment, OutboundConnectorFunction> connector,
            Function<Task, Task> form,
            String expression) {}

    private static final List<Operation> OPERATIONS = List.of(
            new Operation(FindCustomerConnector::new, task -> task.with("customer.id", ID), "={read: attributes.meta}"),
            new Operation(
                    CreateCustomerConnector::new,
                    task -> task.with("customer.name", "Ada"),
                    "={read: response.attributes.meta}"),
            new Operation(
                    CallKustomerApiConnector::new,
                    task -> task.with("request.method", "GET").with("request.path", "/v1/customers/" + ID),
                    "={read: data.attributes.meta}"),
            new Operation(
                    SearchKustomerConnector::new,
                    task -> task.with("search.and", List.of(Map.of("customer_name", Map.of("equals", "Ada")))),
                    "={read: records[1].attributes.meta}"),
            new Operation(
                    FindConversationConnector::new,
                    task -> task.with("conversation.by", "customer").with("conversation.customer", ID),
                    "={read: records[1].attributes.meta}"),
            new Operation(
                    FindMessageConnector::new,
                    task -> task.with("message.by", "conversation").with("message.conversation", ID),
                    "={read: records[1].attributes.meta, first: attributes.meta}"),
            new Operation(
                    FindRecordConnector::new,
                    task -> task.with("record.kind", "team").with("record.name", "Ada"),
                    "={read: attributes.meta}"));

    static Stream<Arguments> operations() {
        return OPERATIONS.stream()
                .flatMap(operation -> REFERENCES.stream().map(reference -> arguments(operation, reference)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_object_in_a_record_is_not_taken_for_a_document_of_camunda(Operation operation, String reference) {
        try (ScriptedServer server = ScriptedServer.start(request -> record(request, reference))) {
            JobHandling jobs = JobHandling.of(operation.connector().apply(JobHandling.environment("test")));
            jobs.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
            jobs.secret("KUSTOMER_BASE_URL", server.url());

            JsonNode variables = jobs.run(operation
                            .form()
                            .apply(jobs.task())
                            .withHeader("resultExpression", operation.expression())
                            .withHeader("resultVariable", "result"))
                    .completed()
                    .variables();

            assertThat(variables.path("read").has("camunda.document_type")).isTrue();
            assertThat(variables.toString()).doesNotContain("camunda.document.type");
        }
    }

    private static byte[] record(String request, String reference) {
        String record =
                "{\"type\":\"x\",\"id\":\"" + ID + "\",\"attributes\":{\"name\":\"Ada\",\"meta\":" + reference + "}}";
        boolean isList = request.contains("search") || request.contains("page");
        return answer("200 OK", "{\"data\":" + (isList ? "[" + record + "],\"meta\":{\"total\":1}" : record) + "}");
    }
}
