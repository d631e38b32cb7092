package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.simulator.ScriptedServer.answer;
import static io.github.kustomerconnector.simulator.ScriptedServer.noContentWithLength;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.ScriptedServer;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that come from another server than Kustomer, or through a proxy that changes them. */
final class ForeignAnswerJobTest {

    private static final String ID = "5f00000000000000000000a1";
    private static final String CUSTOMER = "{\"data\":{\"type\":\"customer\",\"id\":\"" + ID
            + "\",\"attributes\":{\"name\":\"Ada\",\"rev\":2},\"relationships\":{}}}";
    private static final String ERRORS =
            "{\"errors\":[{\"status\":400,\"code\":\"badparam\",\"title\":\"Too many customers\"}]}";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    /** Jobs whose answer depends on whether a record exists. */
    static Stream<Arguments> jobs() {
        return Stream.of(
                job("delete", new DeleteCustomerConnector(environment()), task -> task.with("target.id", ID)),
                job(
                        "find",
                        new FindCustomerConnector(environment()),
                        task -> task.with("customer.email", "a@b.example")),
                job(
                        "update",
                        new UpdateCustomerConnector(environment()),
                        task -> task.with("target.id", ID).with("customer.name", "Ada")),
                job(
                        "look up first",
                        new CreateConversationConnector(environment()),
                        task -> task.with("conversation.customer", ID)
                                .with("conversation.name", "Hello")
                                .with("options.repeatProtection", "lookUpFirst")),
                job(
                        "call",
                        new CallKustomerApiConnector(environment()),
                        task -> task.with("request.method", "GET").with("request.path", "/v1/customers/" + ID)),
                job(
                        "list",
                        new FindConversationConnector(environment()),
                        task -> task.with("conversation.by", "customer").with("conversation.customer", ID)),
                job("check", new CheckConnectionConnector(environment()), UnaryOperator.identity()));
    }

    private static ConnectorEnvironment environment() {
        return JobHandling.environment("test");
    }

    private static Arguments job(String name, OutboundConnectorFunction connector, UnaryOperator<Task> fields) {
        return Arguments.of(Named.of(name, connector), fields);
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void a_404_of_a_gateway_does_not_pass_for_an_absent_record(
            OutboundConnectorFunction connector, UnaryOperator<Task> fields) {
        JobHandling jobs = JobHandling.of(connector, kustomer);
        for (Fault gateway : List.of(
                Fault.html(Step.AFTER_READING, 404),
                Fault.status(Step.AFTER_READING, 404, Map.of()),
                Fault.json(Step.AFTER_READING, 404, "{\"message\":\"no Route matched\"}"))) {
            kustomer.inject(gateway, RequestMatcher.any(), 1);

            JobEnding.Failed failed = jobs.failure(fields.apply(jobs.task()));

            assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
            assertThat(failed.message())
                    .contains("answered 404")
                    .endsWith("The answer is not Kustomer's: check the base URL and the proxy");
            assertThat(kustomer.conversations()).isEmpty();
        }
    }

    @Test
    void a_record_of_another_id_than_the_one_asked_for_is_unreadable() {
        try (ScriptedServer server =
                server(request -> answer("200 OK", CUSTOMER.replace(ID, "5f00000000000000000000b2")))) {
            for (Arguments job : List.of(
                    job("find", new FindCustomerConnector(environment()), task -> task.with("customer.id", ID)),
                    job(
                            "update",
                            new UpdateCustomerConnector(environment()),
                            task -> task.with("target.id", ID).with("customer.name", "Ada")))) {
                assertThat(fail(server, job).code()).isEqualTo("KUSTOMER_UNREADABLE");
            }
        }
    }

    @Test
    void a_record_of_another_external_id_than_the_one_asked_for_is_unreadable() {
        for (Arguments job : List.of(
                job(
                        "find conversation",
                        new FindConversationConnector(environment()),
                        task -> task.with("conversation.by", "externalId").with("conversation.externalId", "x")),
                job(
                        "find customer",
                        new FindCustomerConnector(environment()),
                        task -> task.with("customer.externalId", "x")))) {
            try (ScriptedServer other = server(request -> answer("200 OK", withExternalId("\"y\"")));
                    ScriptedServer more = server(request ->
                            answer("200 OK", withExternalId("\"y\",\"externalIds\":[{\"externalId\":\"x\"}]")))) {
                assertThat(fail(other, job).code()).isEqualTo("KUSTOMER_UNREADABLE");
                assertThat(other.requests()).hasSize(1);
                assertThat(run(more, job).completed()).isNotNull();
            }
        }
    }

    private static String withExternalId(String value) {
        return CUSTOMER.replace("\"name\"", "\"externalId\":" + value + ",\"name\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "../admin", "5f1\\u2028", "<b>", "Ada@example.org", "", "x%2Fy"})
    void an_id_of_other_characters_is_unreadable(String id) {
        try (ScriptedServer server = server(request -> answer("201 Created", CUSTOMER.replace(ID, id)))) {
            Arguments create = job(
                    "create",
                    new CreateCustomerConnector(environment()),
                    task -> task.with("customer.name", "Ada").with("options.repeatProtection", "none"));

            JobEnding.Failed failed = fail(server, create);

            assertThat(failed.code()).isIn("KUSTOMER_UNREADABLE", "KUSTOMER_OUTCOME_UNKNOWN");
            assertThat(failed.message()).contains("not a Kustomer record").doesNotContain("admin", "<b>", "Ada");
        }
    }

    @Test
    void a_204_to_an_update_is_done_once_and_the_record_is_read() {
        for (byte[] noContent : List.of(noContentWithLength(), answer("204 No Content", ""))) {
            try (ScriptedServer server =
                    server(request -> request.startsWith("PUT") ? noContent : answer("200 OK", CUSTOMER))) {
                JobHandling jobs = jobs(server, new UpdateCustomerConnector(environment()));

                JsonNode result = jobs.result(jobs.task().with("target.id", ID).with("customer.name", "Ada"));

                assertThat(result.path("outcome").asText()).isEqualTo("updated");
                assertThat(result.at("/attributes/name").asText()).isEqualTo("Ada");
                assertThat(server.requests())
                        .filteredOn(request -> request.startsWith("PUT"))
                        .hasSize(1);
                assertThat(server.requests().getLast()).isEqualTo("GET /v1/customers/" + ID);
            }
        }
    }

    @Test
    void a_204_to_an_update_is_done_even_if_the_record_can_not_be_read() {
        AtomicBoolean updated = new AtomicBoolean();
        try (ScriptedServer server = server(request -> {
            if (request.startsWith("PUT")) {
                updated.set(true);
                return noContentWithLength();
            }
            return updated.get() ? answer("503 Service Unavailable", "") : answer("200 OK", CUSTOMER);
        })) {
            JobHandling jobs = jobs(server, new UpdateCustomerConnector(environment()));

            JsonNode result = jobs.result(jobs.task().with("target.id", ID).with("customer.name", "Ada"));

            assertThat(result.path("id").asText()).isEqualTo(ID);
            assertThat(result.path("outcome").asText()).isEqualTo("updated");
        }
    }

    @Test
    void a_record_on_two_pages_counts_once_and_the_list_is_not_complete() {
        try (ScriptedServer server = server(request -> answer(
                "200 OK", request.contains("page=2") ? page("", "c3", "c4", "c5") : page("/next", "c1", "c2", "c3")))) {
            JobHandling jobs = jobs(server, new FindConversationConnector(environment()));

            JsonNode result =
                    jobs.result(jobs.task().with("conversation.by", "customer").with("conversation.customer", ID));

            assertThat(result.path("count").asInt()).isEqualTo(5);
            assertThat(result.path("complete").asBoolean()).isFalse();
        }
    }

    @Test
    void a_server_that_repeats_its_first_page_is_asked_only_twice() {
        try (ScriptedServer server = server(request -> answer("200 OK", page("/next", "c1", "c2")))) {
            JobHandling jobs = jobs(server, new FindConversationConnector(environment()));

            JsonNode result =
                    jobs.result(jobs.task().with("conversation.by", "customer").with("conversation.customer", ID));

            assertThat(result.path("count").asInt()).isEqualTo(2);
            assertThat(result.path("complete").asBoolean()).isFalse();
            assertThat(server.requests()).hasSize(2);
        }
    }

    private static String page(String next, String... ids) {
        String records = Stream.of(ids)
                .map("{\"type\":\"conversation\",\"id\":\"%s\"}"::formatted)
                .collect(Collectors.joining(","));
        return "{\"data\":[" + records + "]" + (next.isEmpty() ? "" : ",\"links\":{\"next\":\"" + next + "\"}") + "}";
    }

    @Test
    void a_204_that_announces_a_length_is_a_204_to_a_delete_and_to_a_call() {
        try (ScriptedServer server = server(request -> noContentWithLength())) {
            JobHandling delete = jobs(server, new DeleteCustomerConnector(environment()));
            JobHandling call = jobs(server, new CallKustomerApiConnector(environment()));

            assertThat(delete.result(delete.task().with("target.id", ID))
                            .path("outcome")
                            .asText())
                    .isEqualTo("deleted");
            assertThat(call.result(call.task()
                                    .with("request.method", "DELETE")
                                    .with("request.path", "/v1/customers/" + ID))
                            .path("status")
                            .asInt())
                    .isEqualTo(204);
        }
    }

    @Test
    void a_compressed_answer_that_nobody_asked_for_is_read() {
        try (ScriptedServer server = server(request -> answer("200 OK\r\nContent-Encoding: gzip", gzip(CUSTOMER)))) {
            JobHandling jobs = jobs(server, new FindCustomerConnector(environment()));

            JsonNode result = jobs.result(jobs.task().with("customer.id", ID));

            assertThat(result.path("found").asBoolean()).isTrue();
        }
    }

    @Test
    void an_answer_in_another_encoding_is_named() {
        try (ScriptedServer server = server(request -> answer("200 OK\r\nContent-Encoding: br", "xx"))) {
            JobEnding.Failed failed = fail(
                    server,
                    job("find", new FindCustomerConnector(environment()), task -> task.with("customer.id", ID)));

            assertThat(failed.code()).isEqualTo("KUSTOMER_UNREADABLE");
            assertThat(failed.message()).contains("a content encoding that was not asked for: br");
        }
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void errors_in_a_success_are_shown(OutboundConnectorFunction connector, UnaryOperator<Task> fields) {
        try (ScriptedServer server = server(request -> answer("200 OK", ERRORS))) {
            JobEnding.Failed failed = fail(server, Arguments.of(connector, fields));

            assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
            assertThat(failed.message()).contains("answered 200: Too many customers (badparam)");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void another_region_in_plain_text_is_explained(int status) {
        String text = "Auth token associated with pod prod2 but request is being handled by prod1";
        try (ScriptedServer server = server(request -> answer(status + " No", text))) {
            JobEnding.Failed failed = fail(
                    server,
                    job("delete", new DeleteCustomerConnector(environment()), task -> task.with("target.id", ID)));

            assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
            assertThat(failed.message()).contains("Choose the region European Union (prod2)");
        }
    }

    private static ScriptedServer server(Function<String, byte[]> answer) {
        return ScriptedServer.start(answer);
    }

    private static JobHandling jobs(ScriptedServer server, OutboundConnectorFunction connector) {
        JobHandling jobs = JobHandling.of(connector);
        jobs.secret("KUSTOMER_API_KEY", "a-key-of-some-length");
        jobs.secret("KUSTOMER_BASE_URL", server.url());
        return jobs;
    }

    private static JobEnding.Failed fail(ScriptedServer server, Arguments job) {
        return run(server, job).failed();
    }

    @SuppressWarnings("unchecked") // The arguments of job(String, OutboundConnectorFunction, UnaryOperator).
    private static JobEnding run(ScriptedServer server, Arguments job) {
        Object connector = job.get()[0] instanceof Named<?> named ? named.getPayload() : job.get()[0];
        JobHandling jobs = jobs(server, (OutboundConnectorFunction) connector);
        Task task = ((UnaryOperator<Task>) job.get()[1]).apply(jobs.task());
        return jobs.run(task.withoutErrorExpression());
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
