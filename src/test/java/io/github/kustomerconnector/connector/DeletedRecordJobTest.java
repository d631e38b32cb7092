package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.simulator.ScriptedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.ScriptedServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creates whose look-up finds a record that was deleted. Kustomer's records have the attribute {@code deleted}. */
final class DeletedRecordJobTest {

    private static final String DELETED = "5f00000000000000000000a1";
    private static final String CREATED = "5f00000000000000000000a2";
    private static final String CONFLICT =
            "{\"errors\":[{\"status\":409,\"code\":\"conflict\",\"title\":\"Conflict\"}]}";

    @Test
    void a_kobject_with_the_external_id_of_a_deleted_one_is_created() {
        try (ScriptedServer server = server(answer("201 Created", record(CREATED, false)))) {
            JobHandling jobs = jobs(server, new CreateKObjectConnector(environment()));

            JsonNode result = jobs.result(jobs.task()
                    .with("kobject.klass", "order")
                    .with("kobject.title", "Order 7")
                    .with("kobject.externalId", "E-1"));

            assertThat(result.path("id").asText()).isEqualTo(CREATED);
            assertThat(result.path("outcome").asText()).isEqualTo("created");
        }
    }

    @Test
    void an_upsert_does_not_write_to_a_deleted_customer() {
        try (ScriptedServer server = server(answer("201 Created", record(CREATED, false)))) {
            JobHandling jobs = jobs(server, new UpsertCustomerConnector(environment()));

            JsonNode result =
                    jobs.result(jobs.task().with("customer.name", "Ada").with("customer.externalId", "E-1"));

            assertThat(result.path("id").asText()).isEqualTo(CREATED);
            assertThat(server.requests()).noneMatch(request -> request.startsWith("PUT"));
        }
    }

    /** The deleted customer has both identifiers, or only the external id. */
    @ParameterizedTest
    @ValueSource(strings = {"\"emails\":[{\"email\":\"ada@example.org\"}],", ""})
    void an_upsert_writes_to_the_customer_that_was_not_deleted(String emails) {
        String deleted = record(DELETED, true).replace("{\"externalId", "{" + emails + "\"externalId");
        String other = "{\"data\":{\"id\":\"%s\",\"attributes\":{}}}".formatted(CREATED);
        try (ScriptedServer server =
                ScriptedServer.start(request -> answer("200 OK", request.contains("/externalId=") ? deleted : other))) {
            JobHandling jobs = jobs(server, new UpsertCustomerConnector(environment()));

            JsonNode result = jobs.result(jobs.task()
                    .with("customer.name", "Ada")
                    .with("customer.externalId", "E-1")
                    .with("customer.emails", "ada@example.org"));

            assertThat(result.path("id").asText()).isEqualTo(CREATED);
            assertThat(result.path("outcome").asText()).isEqualTo("updated");
            assertThat(server.requests()).anyMatch(request -> request.startsWith("PUT /v1/customers/" + CREATED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"returnExisting", "updateExisting", "fail"})
    void a_conflict_with_a_deleted_record_is_a_duplicate(String onDuplicate) {
        try (ScriptedServer server = server(answer("409 Conflict", CONFLICT))) {
            JobHandling jobs = jobs(server, new CreateCustomerConnector(environment()));

            JobEnding.Failed failed = jobs.failure(
                    jobs.task().with("customer.externalId", "E-1").with("options.onDuplicate", onDuplicate));

            assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
            assertThat(failed.message()).endsWith("exists already, but was deleted");
            assertThat(failed.variables().at("/error/variables/ids/0").asText()).isEqualTo(DELETED);
            assertThat(server.requests()).noneMatch(request -> request.startsWith("PUT"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "upsert"})
    void a_bulk_creates_a_kobject_with_the_external_id_of_a_deleted_one(String action) {
        try (ScriptedServer server = ScriptedServer.start(DeletedRecordJobTest::toBulk)) {
            JobHandling jobs = jobs(server, new RunBulkConnector(environment()));

            JsonNode result = jobs.result(jobs.task()
                    .with("bulk.resource", "kobjects")
                    .with("bulk.klass", "order")
                    .with("bulk.action", action)
                    .with("bulk.items", List.of(Map.of("title", "Order 7", "externalId", "E-1"))));

            assertThat(result.path("created").asInt()).isEqualTo(1);
            assertThat(server.requests()).noneMatch(request -> request.startsWith("PUT"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "upsert"})
    void a_conflict_of_an_item_with_a_deleted_record_is_an_error(String action) {
        try (ScriptedServer server = ScriptedServer.start(request -> request.contains("/batches")
                ? answer("200 OK", batch("\"status\":\"error\",\"error\":{\"status\":409,\"title\":\"Conflict\"}"))
                : toBulk(request))) {
            JobHandling jobs = jobs(server, new RunBulkConnector(environment()));

            JsonNode result = jobs.result(jobs.task()
                    .with("bulk.resource", "customers")
                    .with("bulk.action", action)
                    .with("bulk.items", List.of(Map.of("name", "Ada", "externalId", "E-1"))));

            assertThat(result.path("failed").asInt()).isEqualTo(1);
            assertThat(server.requests()).noneMatch(request -> request.startsWith("PUT"));
        }
    }

    /** A bulk ends at once. Look-ups find the deleted record. */
    private static byte[] toBulk(String request) {
        if (request.contains("/batches")) {
            return answer("200 OK", batch("\"status\":\"created\",\"objectId\":\"" + CREATED + "\""));
        }
        if (request.startsWith("GET /v1/bulk/")) {
            return answer("404 Not Found", CONFLICT.replace("409", "404").replace("conflict", "notfound"));
        }
        return request.startsWith("POST")
                ? answer("202 Accepted", "{\"data\":{\"type\":\"bulk\",\"id\":\"" + CREATED + "\",\"attributes\":{}}}")
                : answer("200 OK", record(DELETED, true));
    }

    private static String batch(String result) {
        return "{\"data\":[{\"id\":\"b\",\"attributes\":{\"results\":[{\"_clientRef\":\"0\",%s}]}}]}".formatted(result);
    }

    /** A server whose look-ups find the deleted record. */
    private static ScriptedServer server(byte[] toPost) {
        return ScriptedServer.start(
                request -> request.startsWith("POST") ? toPost : answer("200 OK", record(DELETED, true)));
    }

    private static String record(String id, boolean deleted) {
        return "{\"data\":{\"type\":\"x\",\"id\":\"%s\",\"attributes\":{\"externalId\":\"E-1\",\"deleted\":%b}}}"
                .formatted(id, deleted);
    }

    private static JobHandling jobs(ScriptedServer server, OutboundConnectorFunction connector) {
        JobHandling jobs = JobHandling.of(connector);
        jobs.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        jobs.secret("KUSTOMER_BASE_URL", server.url());
        return jobs;
    }

    private static ConnectorEnvironment environment() {
        return JobHandling.environment("test");
    }
}
