package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.simulator.ScriptedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.ScriptedServer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Found records whose values the API key may not read, so that they show neither the right nor another record. */
final class MaskedAnswerJobTest {

    private static final String ID = "5f00000000000000000000a1";
    private static final String CONFLICT =
            "{\"errors\":[{\"status\":409,\"code\":\"conflict\",\"title\":\"Conflict\"}]}";

    @ParameterizedTest
    @CsvSource({"automatic, E-1", "automatic,", "lookUpFirst, E-1", "lookUpFirst,"})
    void a_conversation_with_masked_values_is_the_tasks_own(String protection, String externalId) {
        JsonNode result = run(
                new CreateConversationConnector(environment()),
                MaskedAnswerJobTest::found,
                task -> task.with("conversation.customer", ID)
                        .with("conversation.name", "Late order")
                        .with("conversation.externalId", externalId)
                        .with("options.repeatProtection", protection));

        assertThat(result.at("/attributes/externalId").asText()).isEqualTo("***");
    }

    @ParameterizedTest
    @CsvSource({"E-1,", "E-1, key", ", key", ","})
    void a_kobject_with_masked_values_is_the_tasks_own(String externalId, String key) {
        JsonNode result = run(
                new CreateKObjectConnector(environment()),
                MaskedAnswerJobTest::found,
                task -> task.with("kobject.klass", "order")
                        .with("kobject.title", "Order 7")
                        .with("kobject.externalId", externalId)
                        .with("options.idempotencyKey", key));

        assertThat(result.path("id").asText()).isEqualTo(ID);
    }

    @Test
    void a_name_with_other_characters_than_the_mask_is_compared() {
        JobEnding ending = ending(
                new CreateKObjectConnector(environment()),
                request -> answer("200 OK", "{\"data\":" + record(ID, "*** Order 8") + "}"),
                task -> task.with("kobject.klass", "order")
                        .with("kobject.title", "Order 7")
                        .with("options.idempotencyKey", "key"));

        assertThat(ending.failed().code()).isEqualTo("KUSTOMER_DUPLICATE");
    }

    @Test
    void the_company_that_kustomer_finds_by_its_external_id_is_the_right_one() {
        JsonNode result = run(
                new CreateCustomerConnector(environment()),
                request -> request.startsWith("GET")
                        ? list()
                        : answer("201 Created", "{\"data\":" + record(ID, "Ada") + "}"),
                task -> task.with("customer.name", "Ada").with("customer.company", "acme"));

        assertThat(result.path("outcome").asText()).isEqualTo("created");
    }

    @Test
    void the_user_that_kustomer_finds_by_the_e_mail_is_the_right_one() {
        JsonNode result = run(
                new FindRecordConnector(environment()),
                request -> list(),
                task -> task.with("record.kind", "user")
                        .with("record.by", "email")
                        .with("record.email", "ada@example.org"));

        assertThat(result.path("id").asText()).isEqualTo(ID);
    }

    /** Each create is a conflict, and each look-up finds the record. */
    private static byte[] found(String request) {
        String last = request.substring(request.lastIndexOf('/') + 1);
        return request.startsWith("POST")
                ? answer("409 Conflict", CONFLICT)
                : answer("200 OK", "{\"data\":" + record(last.contains("=") ? ID : last, "***") + "}");
    }

    private static byte[] list() {
        return answer("200 OK", "{\"data\":[" + record(ID, "***") + "]}");
    }

    private static String record(String id, String name) {
        return "{\"type\":\"x\",\"id\":\"%s\",\"attributes\":{\"externalId\":\"***\",\"name\":\"%s\",\"title\":\"%2$s\",\"email\":\"***\"}}"
                .formatted(id, name);
    }

    private static JsonNode run(
            OutboundConnectorFunction connector, Function<String, byte[]> answers, Function<Task, Task> form) {
        return ending(connector, answers, form).completed().variables().path("result");
    }

    private static JobEnding ending(
            OutboundConnectorFunction connector, Function<String, byte[]> answers, Function<Task, Task> form) {
        try (ScriptedServer server = ScriptedServer.start(answers)) {
            JobHandling jobs = JobHandling.of(connector);
            jobs.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
            jobs.secret("KUSTOMER_BASE_URL", server.url());
            return jobs.run(form.apply(jobs.task()).withoutErrorExpression().withHeader("resultVariable", "result"));
        }
    }

    private static ConnectorEnvironment environment() {
        return JobHandling.environment("test");
    }
}
