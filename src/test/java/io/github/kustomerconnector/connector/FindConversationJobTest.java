package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FindConversationJobTest {
    private static final String NOBODY = "5f0000000000000000000bad";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(FindConversationConnector::new, kustomer);
    private final String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");

    @Test
    void the_result_expression_of_the_template_returns_the_conversation_id() {
        String id = seed("\"name\":\"Hello\"");

        JobEnding ending = jobs.run(jobs.task().with("conversation.id", id));

        JsonNode variables = ending.completed().variables();
        assertThat(variables.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "conversationFound", "conversationId", "conversationCount", "conversationRecords");
        assertThat(variables.path("conversationFound").asBoolean()).isTrue();
        assertThat(variables.path("conversationId").asText()).isEqualTo(id);
        assertThat(variables.path("conversationCount").asInt()).isEqualTo(1);
        assertThat(variables.at("/conversationRecords/0/id").asText()).isEqualTo(id);
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void the_result_expression_of_the_template_returns_all_conversations_and_no_arbitrary_id() {
        seed("\"name\":\"one\"");
        seed("\"name\":\"two\"");

        JsonNode variables = jobs.run(ofCustomer()).completed().variables();

        assertThat(variables.path("conversationFound").asBoolean()).isTrue();
        assertThat(variables.path("conversationCount").asInt()).isEqualTo(2);
        assertThat(variables.path("conversationRecords")).hasSize(2);
        assertThat(variables.path("conversationId").isNull()).isTrue();
    }

    @Test
    void puts_the_whole_record_into_the_result_variable() {
        String id = seed("\"externalId\":\"case 7\",\"name\":\"Hello\"");

        JsonNode result = jobs.result(byExternalId("case 7"));

        assertThat(result.path("found").asBoolean()).isTrue();
        assertThat(result.path("id").asText()).isEqualTo(id);
        assertThat(result.at("/attributes/name").asText()).isEqualTo("Hello");
        assertThat(result.at("/relationships/customer/data/id").asText()).isEqualTo(customer);
        assertThat(result.path("url").asText()).isEqualTo(kustomer.url() + "/v1/conversations/" + id);
        assertThat(result.path("count").asInt()).isEqualTo(1);
        assertThat(result.at("/records/0/id").asText()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "externalId"})
    void a_conversation_of_another_customer_than_the_given_one_is_not_found(String by) {
        String other = kustomer.seedCustomer("{\"name\":\"Grace\"}");
        String id = seed("\"externalId\":\"case-7\"");
        Task task = jobs.task()
                .with("conversation.by", by)
                .with("conversation.id", id)
                .with("conversation.externalId", "case-7");

        JsonNode right = jobs.result(task.with("conversation.customer", customer.toUpperCase(Locale.ROOT)));
        JobEnding.Failed failed = jobs.failure(task.with("conversation.customer", other));

        assertThat(right.path("id").asText()).isEqualTo(id);
        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains(id).contains("belongs to another customer");
    }

    @Test
    void a_list_with_a_conversation_of_another_customer_is_refused() {
        String other = kustomer.seedCustomer("{\"name\":\"Grace\"}");
        kustomer.inject(Fault.json(Step.AFTER_READING, 200, """
                        {"data": [{"type": "conversation", "id": "5f9f1a2b3c4d5e6f7a8b9c0d", "attributes": {},
                          "relationships": {"customer": {"data": {"type": "customer", "id": "%s"}}}}],
                         "links": {"next": null}}""".formatted(other)), RequestMatcher.method("GET"), 1);

        JobEnding.Failed failed =
                jobs.failure(jobs.task().with("conversation.by", "customer").with("conversation.customer", customer));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains("belongs to another customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "externalId", "customer"})
    void an_absent_conversation_is_a_result_or_a_failure_by_choice(String by) {
        Task task = jobs.task()
                .with("conversation.by", by)
                .with("conversation.id", NOBODY)
                .with("conversation.externalId", "case-7")
                .with("conversation.customer", customer);

        JsonNode result = jobs.result(task);
        JobEnding.Failed failed = jobs.failure(task.with("options.ifAbsent", "fail"));

        assertThat(result.path("found").asBoolean()).isFalse();
        assertThat(result.path("id").isNull()).isTrue();
        assertThat(result.path("records")).isEmpty();
        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.retries()).isZero();
        assertThat(failed.variables().at("/error/variables/path").asText()).startsWith("/v1/");
    }

    @Test
    void a_conversation_that_must_be_there_and_is_not_is_an_error_for_the_process() {
        JobEnding ending = jobs.run(byExternalId("case-7").with("options.ifAbsent", "fail"));

        assertThat(ending.errorThrown().code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(ending.errorThrown().message()).contains("external ID").doesNotContain("case-7");
    }

    @Test
    void gathers_the_customers_open_conversations() {
        seed("\"status\":\"done\",\"name\":\"one\"");
        String two = seed("\"status\":\"open\",\"name\":\"two\"");
        String three = seed("\"status\":\"open\",\"name\":\"three\"");
        kustomer.seedConversation("{\"customer\":\"%s\",\"status\":\"open\"}".formatted(kustomer.seedCustomer("{}")));

        JsonNode result = jobs.result(ofCustomer().with("conversation.status", "open"));

        assertThat(ids(result)).containsExactly(two, three);
        assertThat(result.path("id").asText()).isEqualTo(two);
        assertThat(result.path("complete").asBoolean()).isTrue();
        assertThat(result.at("/records/1/attributes/name").asText()).isEqualTo("three");
        assertThat(result.at("/records/1").has("relationships")).isFalse();
    }

    @Test
    void takes_several_statuses_and_a_channel() {
        seed("\"status\":\"done\",\"channels\":[\"email\"]");
        seed("\"status\":\"open\",\"channels\":[\"sms\"]");
        String snoozed = seed("\"status\":\"snoozed\",\"channels\":[\"sms\",\"email\"]");

        JsonNode result = jobs.result(ofCustomer()
                .with("conversation.status", List.of("open", "snoozed"))
                .with("conversation.channel", "Email"));

        assertThat(ids(result)).containsExactly(snoozed);
    }

    @Test
    void reads_no_more_pages_than_it_needs() {
        List<String> ids =
                IntStream.range(0, 250).mapToObj(i -> seed("\"name\":\"x\"")).toList();

        JsonNode some = jobs.result(ofCustomer().with("conversation.most", 120));
        int requests = kustomer.requests().size();
        JsonNode all = jobs.result(ofCustomer().with("conversation.most", "500"));

        assertThat(ids(some)).isEqualTo(ids.subList(0, 120));
        assertThat(some.path("complete").asBoolean()).isFalse();
        assertThat(requests).isEqualTo(2);
        assertThat(ids(all)).isEqualTo(ids);
        assertThat(all.path("complete").asBoolean()).isTrue();
        assertThat(kustomer.requests()).hasSize(requests + 3);
    }

    @Test
    void the_result_stays_below_what_the_engine_takes() {
        String large = "x".repeat(9_000);
        IntStream.range(0, 300).forEach(i -> seed("\"name\":\"" + large + '"'));

        JsonNode result = jobs.result(ofCustomer().with("conversation.most", 300));

        assertThat(result.path("complete").asBoolean()).isFalse();
        assertThat(result.path("count").asInt()).isBetween(80, 120);
        assertThat(result.toString().length()).isLessThan(1_100_000);
    }

    @Test
    void asks_for_conversations_from_a_date_on() {
        seed("\"createdAt\":\"2020-01-01T00:00:00Z\"");
        String later = seed("\"createdAt\":\"2026-01-31T00:00:00Z\"");

        JsonNode result = jobs.result(ofCustomer().with("conversation.fromDate", "2026-01-31"));

        assertThat(ids(result)).containsExactly(later);
        assertThat(kustomer.requests().getFirst().query("fromDate")).contains("2026-01-31T00:00:00.000Z");
    }

    @Test
    void a_customer_who_is_not_there_is_a_failure_in_any_case() {
        JobEnding.Failed failed = jobs.failure(ofCustomer().with("conversation.customer", NOBODY));

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.message()).startsWith("GET /v1/customers/{id}/conversations answered 404");
    }

    @Test
    void refuses_what_is_no_object() {
        JobEnding.Failed failed = jobs.failure(jobs.task().with("conversation", List.of(Map.of("by", "id"))));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(kustomer.requests()).isEmpty();
    }

    private Task ofCustomer() {
        return jobs.task().with("conversation.by", "customer").with("conversation.customer", customer);
    }

    private Task byExternalId(String externalId) {
        return jobs.task().with("conversation.by", "externalId").with("conversation.externalId", externalId);
    }

    private String seed(String fields) {
        return kustomer.seedConversation("{\"customer\":\"%s\",%s}".formatted(customer, fields));
    }

    private static List<String> ids(JsonNode result) {
        return result.path("records").findValuesAsText("id");
    }
}
