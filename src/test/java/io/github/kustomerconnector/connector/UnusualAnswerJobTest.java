package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.simulator.ScriptedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.ScriptedServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that Kustomer's documentation does not exclude. */
final class UnusualAnswerJobTest {

    private static final String ID = "5f00000000000000000000a1";
    private static final String NOT_FOUND =
            "{\"errors\":[{\"status\":404,\"code\":\"notfound\",\"title\":\"Not Found\"}]}";

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999"})
    void a_time_that_no_memory_holds_is_no_figure(String number) {
        String time = "{\"data\":[{\"type\":\"conversation_time\",\"id\":\"" + ID + "\",\"attributes\":{\"handleTime\":"
                + number + ",\"messagesSent\":" + number + ",\"lastRevision\":{\"queueTime\":" + number + "}}}]}";
        try (ScriptedServer server =
                ScriptedServer.start(request -> ok(request.endsWith("/" + ID) ? record("{}") : time))) {
            JobHandling jobs = jobs(server, new GetConversationMetricsConnector(environment()));

            JsonNode result = jobs.result(jobs.task().with("conversation.id", ID));

            assertThat(result.path("handleSeconds").isNull()).isTrue();
            assertThat(result.path("messagesSent").isNull()).isTrue();
            assertThat(result.path("queueSeconds").isNull()).isTrue();
        }
    }

    @Test
    void a_wait_and_a_work_item_time_that_no_memory_holds_are_no_figures() {
        String list = "{\"data\":[{\"type\":\"x\",\"id\":\"" + ID
                + "\",\"attributes\":{\"status\":\"completed\",\"createdAt\":\"2026-01-01T00:00:00Z\","
                + "\"latestWaitTimeSeconds\":1e999999999,\"resourceFirstQueueTime\":1e999999999}}]}";
        try (ScriptedServer server = ScriptedServer.start(request -> ok(list))) {
            JobHandling metrics = jobs(server, new GetQueueMetricsConnector(environment()));
            JobHandling routes = jobs(server, new RouteConversationConnector(environment()));

            JsonNode queues = metrics.result(metrics.task()
                    .with("queue.by", "ids")
                    .with("queue.ids", ID)
                    .with("metrics.waiting", "false")
                    .with("metrics.agents", "false"));
            JsonNode routed =
                    routes.result(routes.task().with("route.conversation", ID).with("route.action", "complete"));

            assertThat(queues.at("/queues/0/waitSeconds").isNull()).isTrue();
            assertThat(routed.path("firstQueueSeconds").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1", "1.5", "\"7\"", "null"})
    void a_total_that_is_no_number_of_records_is_unreadable(String total) {
        try (ScriptedServer server =
                ScriptedServer.start(request -> ok("{\"data\":[],\"meta\":{\"total\":" + total + "}}"))) {
            JobHandling jobs = jobs(server, new CountRecordsConnector(environment()));

            JobEnding.Failed failed = jobs.failure(count(jobs));

            assertThat(failed.code()).isEqualTo("KUSTOMER_UNREADABLE");
            assertThat(failed.message()).contains("meta.total");
        }
    }

    @Test
    void a_search_that_returns_ids_without_records_is_counted() {
        try (ScriptedServer server =
                ScriptedServer.start(request -> ok("{\"data\":[\"" + ID + "\"],\"meta\":{\"total\":7}}"))) {
            JobHandling jobs = jobs(server, new CountRecordsConnector(environment()));

            assertThat(jobs.result(count(jobs)).at("/counts/open").asInt()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @CsvSource({"customer, /v1/customers/{id}/klasses/{name}", "company, /v1/companies/{id}/klasses/{name}"})
    void an_owner_without_kobjects_is_named_by_the_right_path(String owner, String path) {
        try (ScriptedServer server = ScriptedServer.start(request -> ok("{\"data\":[]}"))) {
            JobHandling jobs = jobs(server, new FindKObjectConnector(environment()));

            JobEnding.Failed failed = jobs.failure(jobs.task()
                    .with("kobject.klass", "order")
                    .with("kobject.by", owner)
                    .with("kobject." + owner, ID)
                    .with("options.ifAbsent", "fail"));

            assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
            assertThat(failed.message()).isEqualTo("GET " + path + ": the owner has no such KObject");
        }
    }

    @ParameterizedTest
    @CsvSource({"customer, /v1/customers/{id}/messages", "conversation, /v1/conversations/{id}/messages"})
    void an_owner_without_messages_is_named_by_the_right_path(String owner, String path) {
        try (ScriptedServer server = ScriptedServer.start(request -> ok("{\"data\":[]}"))) {
            JobHandling jobs = jobs(server, new FindMessageConnector(environment()));

            JobEnding.Failed failed = jobs.failure(jobs.task()
                    .with("message.by", owner)
                    .with("message." + owner, ID)
                    .with("options.ifAbsent", "fail"));

            assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
            assertThat(failed.message()).isEqualTo("GET " + path + ": there is no such message");
        }
    }

    @Test
    void an_absent_tag_names_the_assumed_path() {
        try (ScriptedServer server = notFound()) {
            JobHandling jobs = jobs(server, new FindRecordConnector(environment()));

            JobEnding.Failed failed = jobs.failure(jobs.task()
                    .with("record.kind", "tag")
                    .with("record.by", "id")
                    .with("record.id", ID)
                    .with("options.ifAbsent", "fail"));

            assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
            assertThat(failed.message())
                    .isEqualTo("record.id: there is no tag with this id. The path of a single tag is an assumption:"
                            + " find it by its name");
        }
    }

    @Test
    void an_absent_list_of_transactions_names_the_assumed_path_and_starts_nothing() {
        try (ScriptedServer server = notFound()) {
            JobHandling jobs = jobs(server, new StartWorkflowConnector(environment()));

            JobEnding.Failed failed = jobs.failure(
                    jobs.task().with("workflow.hook", "0123456789abcdef").with("workflow.hookId", ID));

            assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
            assertThat(failed.message()).endsWith("at this path is an assumption");
            assertThat(server.requests()).hasSize(1).noneMatch(request -> request.startsWith("POST"));
        }
    }

    @Test
    void an_open_work_item_on_the_second_page_is_completed() {
        String done = "{\"data\":[{\"type\":\"work_item\",\"id\":\"a1\",\"attributes\":{\"status\":\"completed\"}}],"
                + "\"links\":{\"next\":\"/v1/x?page=2\"}}";
        String open = "{\"data\":[{\"type\":\"work_item\",\"id\":\"a2\",\"attributes\":{\"status\":\"queued\"}}]}";
        String completed =
                "{\"data\":{\"type\":\"work_item\",\"id\":\"a2\",\"attributes\":{\"status\":\"completed\"}}}";
        try (ScriptedServer server = ScriptedServer.start(
                request -> ok(request.startsWith("PUT") ? completed : request.contains("page=2") ? open : done))) {
            JobHandling jobs = jobs(server, new RouteConversationConnector(environment()));

            JsonNode result =
                    jobs.result(jobs.task().with("route.conversation", ID).with("route.action", "complete"));

            assertThat(result.path("id").asText()).isEqualTo("a2");
            assertThat(result.path("outcome").asText()).isEqualTo("updated");
        }
    }

    @Test
    void a_list_of_work_items_that_never_ends_is_refused() {
        int[] number = {0};
        try (ScriptedServer server = ScriptedServer.start(request -> ok("{\"data\":[{\"id\":\"a" + number[0]++
                + "\",\"attributes\":{\"status\":\"completed\"}}],\"links\":{\"next\":\"/v1/x\"}}"))) {
            JobHandling jobs = jobs(server, new RouteConversationConnector(environment()));

            JobEnding.Failed failed =
                    jobs.failure(jobs.task().with("route.conversation", ID).with("route.action", "complete"));

            assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
            assertThat(failed.message()).contains("more than 20 pages");
            assertThat(server.requests()).hasSize(20);
        }
    }

    @ParameterizedTest
    @CsvSource({"A-1, false, true", "a-1, false, false", "A*****, false, true", "A-1, true, false"})
    void a_company_is_found_by_its_external_id_in_the_same_case_unless_it_is_deleted(
            String externalId, boolean deleted, boolean isFound) {
        String list = "{\"data\":["
                + data("company", "{\"externalId\":\"" + externalId + "\",\"deleted\":" + deleted + "}") + "]}";
        try (ScriptedServer server = ScriptedServer.start(request -> ok(list))) {
            JobHandling jobs = jobs(server, new FindRecordConnector(environment()));

            JsonNode result = jobs.result(jobs.task()
                    .with("record.kind", "company")
                    .with("record.by", "externalId")
                    .with("record.externalId", "A-1"));

            assertThat(result.path("found").asBoolean()).isEqualTo(isFound);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"externalId", "name"})
    void a_deleted_company_is_not_updated(String match) {
        String deleted = data("company", "{\"name\":\"Acme\",\"externalId\":\"A-1\",\"deleted\":true}");
        try (ScriptedServer server = ScriptedServer.start(request -> ok(
                request.startsWith("GET")
                        ? "{\"data\":[" + deleted + "]}"
                        : "{\"data\":" + data("company", "{\"name\":\"Acme\"}").replace("a1", "b2") + "}"))) {
            JobHandling jobs = jobs(server, new UpsertCompanyConnector(environment()));

            JsonNode result = jobs.result(jobs.task()
                    .with("company.name", "Acme")
                    .with("company.externalId", "A-1")
                    .with("options.match", match));

            assertThat(result.path("outcome").asText()).isEqualTo("created");
            assertThat(server.requests()).last().isEqualTo("POST /v1/companies");
        }
    }

    @Test
    void a_queue_key_in_another_case_is_the_same_key_for_the_metrics_too() {
        String queue = "{\"data\":[" + data("queue", "{\"key\":\"VIP\",\"latestWaitTimeSeconds\":2}") + "]}";
        try (ScriptedServer server = ScriptedServer.start(request -> ok(queue))) {
            JobHandling jobs = jobs(server, new GetQueueMetricsConnector(environment()));

            JsonNode result = jobs.result(jobs.task()
                    .with("queue.keys", "vip")
                    .with("metrics.waiting", "false")
                    .with("metrics.agents", "false"));

            assertThat(result.at("/queues/0/waitSeconds").asInt()).isEqualTo(2);
        }
    }

    private static Task count(JobHandling jobs) {
        return jobs.task()
                .with("count.queries", Map.of("open", Map.of("conversation_status", Map.of("equals", "open"))));
    }

    private static String record(String attributes) {
        return "{\"data\":" + data("x", attributes) + "}";
    }

    private static String data(String type, String attributes) {
        return "{\"type\":\"" + type + "\",\"id\":\"" + ID + "\",\"attributes\":" + attributes + "}";
    }

    private static byte[] ok(String body) {
        return answer("200 OK", body);
    }

    private static ScriptedServer notFound() {
        return ScriptedServer.start(request -> answer("404 Not Found", NOT_FOUND));
    }

    private static ConnectorEnvironment environment() {
        return JobHandling.environment("test");
    }

    private static JobHandling jobs(ScriptedServer server, OutboundConnectorFunction connector) {
        JobHandling jobs = JobHandling.of(connector);
        jobs.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        jobs.secret("KUSTOMER_BASE_URL", server.url());
        return jobs;
    }
}
