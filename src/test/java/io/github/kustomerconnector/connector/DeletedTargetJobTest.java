package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.simulator.ScriptedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.ScriptedServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates of a record that Kustomer still returns with {@code deleted: true}. */
final class DeletedTargetJobTest {

    private static final String ID = "5f00000000000000000000a1";
    private static final String OTHER = "5f00000000000000000000a2";
    private static final String CONFLICT =
            "{\"errors\":[{\"status\":409,\"code\":\"conflict\",\"title\":\"Conflict\"}]}";

    /**
     * @param requests the methods of the requests up to the one that shows that the record was deleted
     * @param fields of the form, besides the id of the record
     */
    record Update(
            Function<ConnectorEnvironment, OutboundConnectorFunction> connector,
            String requests,
            Map<String, Object> fields) {

        @Override
        public String toString() {
            return requests + " " + fields.keySet();
        }
    }

    static Stream<Update> updates() {
        return Stream.of(
                new Update(UpdateCustomerConnector::new, "GET", Map.of("target.id", ID, "customer.name", "Ada")),
                new Update(
                        UpdateCustomerConnector::new, "GET", Map.of("target.id", ID, "customer.emails", "a@b.example")),
                new Update(
                        UpdateCustomerConnector::new,
                        "PUT",
                        Map.of("target.id", ID, "customer.company", OTHER, "customer.name", "Ada")),
                new Update(
                        UpdateConversationConnector::new,
                        "PUT",
                        Map.of(
                                "target.id",
                                ID,
                                "conversation.name",
                                "Question",
                                "conversation.tags",
                                "vip",
                                "conversation.customer",
                                OTHER)),
                new Update(
                        UpdateConversationConnector::new,
                        "POST",
                        Map.of("target.id", ID, "conversation.tags", "vip", "conversation.customer", OTHER)),
                new Update(
                        UpdateKObjectConnector::new,
                        "PUT",
                        Map.of("target.klass", "order", "target.id", ID, "kobject.title", "Order 7")),
                new Update(
                        UpdateKObjectConnector::new,
                        "GET",
                        Map.of(
                                "target.klass", "order",
                                "target.by", "externalId",
                                "target.externalId", "E-1",
                                "kobject.title", "Order 7")),
                new Update(
                        UpsertCompanyConnector::new,
                        "GET",
                        Map.of("options.match", "id", "options.companyId", ID, "company.name", "Acme")));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void an_update_of_a_deleted_record_does_not_find_it(Update update) {
        try (ScriptedServer server = ScriptedServer.start(request -> answer("200 OK", record(true)))) {
            JobEnding.Failed failed = failure(server, update);

            assertDeleted(failed);
            assertThat(methods(server)).containsExactly(update.requests());
        }
    }

    @ParameterizedTest
    @MethodSource("updates")
    void an_answer_without_a_body_does_not_hide_that_the_record_was_deleted(Update update) {
        try (ScriptedServer server = ScriptedServer.start(
                request -> request.startsWith("GET") ? answer("200 OK", record(true)) : answer("204 No Content", ""))) {
            assertDeleted(failure(server, update));
        }
    }

    @Test
    void a_conflict_with_the_given_revision_shows_that_the_record_was_deleted() {
        try (ScriptedServer server = ScriptedServer.start(request ->
                request.startsWith("GET") ? answer("200 OK", record(true)) : answer("409 Conflict", CONFLICT))) {
            JobEnding.Failed failed = failure(
                    server,
                    new Update(
                            UpdateConversationConnector::new,
                            "PUT",
                            Map.of("target.id", ID, "conversation.name", "Question", "change.rev", 7)));

            assertDeleted(failed);
        }
    }

    @Test
    void an_update_may_delete_a_conversation() {
        try (ScriptedServer server = ScriptedServer.start(request -> answer("200 OK", record(true)))) {
            JsonNode result = result(
                    server,
                    new Update(
                            UpdateConversationConnector::new,
                            "PUT",
                            Map.of(
                                    "target.id",
                                    ID,
                                    "conversation.tags",
                                    "vip",
                                    "conversation.additionalFields",
                                    Map.of("deleted", true))));

            assertThat(result.path("outcome").asText()).isEqualTo("updated");
            assertThat(methods(server)).containsExactly("PUT", "POST");
        }
    }

    @Test
    void a_repeat_of_an_update_that_deletes_at_a_revision_is_recognized() {
        AtomicInteger puts = new AtomicInteger();
        try (ScriptedServer server =
                ScriptedServer.start(request -> request.startsWith("GET") || puts.getAndIncrement() == 0
                        ? answer("200 OK", record(true))
                        : answer("409 Conflict", CONFLICT))) {
            Update update = new Update(
                    UpdateConversationConnector::new,
                    "PUT",
                    Map.of("target.id", ID, "change.rev", 8, "conversation.additionalFields", Map.of("deleted", true)));
            JobHandling jobs = jobs(server, update);
            jobs.result(task(jobs, update));

            JsonNode again = jobs.result(task(jobs, update));

            assertThat(again.path("outcome").asText()).isEqualTo("updated");
        }
    }

    @Test
    void an_update_may_restore_a_company() {
        try (ScriptedServer server =
                ScriptedServer.start(request -> answer("200 OK", record(request.startsWith("GET"))))) {
            JsonNode result = result(
                    server,
                    new Update(
                            UpsertCompanyConnector::new,
                            "PUT",
                            Map.of(
                                    "options.match",
                                    "id",
                                    "options.companyId",
                                    ID,
                                    "company.additionalFields",
                                    Map.of("deleted", false))));

            assertThat(result.path("outcome").asText()).isEqualTo("updated");
            assertThat(methods(server)).containsExactly("GET", "PUT");
        }
    }

    @Test
    void a_conflict_of_a_restore_with_the_given_revision_does_not_hide_the_revision() {
        try (ScriptedServer server = ScriptedServer.start(request ->
                request.startsWith("GET") ? answer("200 OK", record(true)) : answer("409 Conflict", CONFLICT))) {
            JobEnding.Failed failed = failure(
                    server,
                    new Update(
                            UpdateConversationConnector::new,
                            "PUT",
                            Map.of(
                                    "target.id",
                                    ID,
                                    "change.rev",
                                    7,
                                    "conversation.additionalFields",
                                    Map.of("deleted", false))));

            assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
            assertThat(failed.message()).endsWith("The record is no longer at revision 7");
        }
    }

    private static void assertDeleted(JobEnding.Failed failed) {
        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.message()).endsWith(": the record was deleted, but Kustomer still returns it");
        assertThat(failed.retries()).isZero();
    }

    private static String record(boolean deleted) {
        return "{\"data\":{\"type\":\"x\",\"id\":\"%s\",\"attributes\":{\"externalId\":\"E-1\",\"rev\":9,\"deleted\":%b}}}"
                .formatted(ID, deleted);
    }

    private static List<String> methods(ScriptedServer server) {
        return server.requests().stream()
                .map(request -> request.substring(0, request.indexOf(' ')))
                .toList();
    }

    private static JobEnding.Failed failure(ScriptedServer server, Update update) {
        JobHandling jobs = jobs(server, update);
        return jobs.failure(task(jobs, update));
    }

    private static JsonNode result(ScriptedServer server, Update update) {
        JobHandling jobs = jobs(server, update);
        return jobs.result(task(jobs, update));
    }

    private static Task task(JobHandling jobs, Update update) {
        Task task = jobs.task();
        for (Map.Entry<String, Object> field : update.fields().entrySet()) {
            task = task.with(field.getKey(), field.getValue());
        }
        return task;
    }

    private static JobHandling jobs(ScriptedServer server, Update update) {
        JobHandling jobs = JobHandling.of(update.connector().apply(JobHandling.environment("test")));
        jobs.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        jobs.secret("KUSTOMER_BASE_URL", server.url());
        return jobs;
    }
}
