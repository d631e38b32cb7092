package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a repeated task that registers a webhook knows of its earlier attempts. */
final class RepeatedRegistrationJobTest {
    private static final String URL = "https://camunda.example.org/inbound/kustomer";
    private static final String[] CONVERSATIONS = {
        "kustomer.conversation.create",
        "kustomer.conversation.update",
        "kustomer.message.create",
        "kustomer.message.update"
    };

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(RegisterWebhookConnector::new, kustomer);

    @Test
    void a_redelivered_job_has_created_the_webhook() {
        JsonNode first = jobs.result(task());

        JsonNode second = jobs.result(task());

        assertThat(second).isEqualTo(first);
        assertThat(second.path("outcome").asText()).isEqualTo("created");
    }

    @Test
    void a_redelivered_job_has_updated_the_webhook() {
        kustomer.webhooks().register(URL, "kustomer.tag.create");
        JsonNode first = jobs.result(task());

        JsonNode second = jobs.result(task());

        assertThat(second).isEqualTo(first);
        assertThat(second.path("outcome").asText()).isEqualTo("updated");
    }

    @Test
    void a_webhook_whose_create_got_no_answer_is_found_and_is_the_one_of_the_task() {
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("POST"), 1);

        JsonNode result = jobs.result(task());

        assertThat(result.path("outcome").asText()).isEqualTo("created");
        assertThat(kustomer.webhooks().registered()).hasSize(1);
    }

    /** A person corrects the address after an attempt with the wrong one. */
    @ParameterizedTest
    @EnumSource(names = {"AFTER_READING", "AFTER_STORING"})
    void a_lost_create_is_not_the_outcome_at_the_corrected_address(Step step) {
        kustomer.webhooks().register(URL, CONVERSATIONS);
        kustomer.inject(Fault.close(step), RequestMatcher.method("POST"), 1);
        jobs.run(task().with("webhook.url", URL + "-wrong").withRetries(3));

        JsonNode result = jobs.result(task());

        assertThat(result.path("url").asText()).isEqualTo(URL);
        assertThat(result.path("outcome").asText()).isEqualTo("existing");
    }

    @Test
    void an_update_is_not_the_outcome_at_the_corrected_address() {
        kustomer.webhooks().register(URL, CONVERSATIONS);
        kustomer.webhooks().register(URL + "-wrong", "kustomer.tag.create");
        jobs.result(task().with("webhook.url", URL + "-wrong"));

        JsonNode result = jobs.result(task());

        assertThat(result.path("outcome").asText()).isEqualTo("existing");
    }

    @Test
    void an_update_without_a_body_returns_the_webhook_with_its_id_among_others() {
        kustomer.webhooks().register("https://elsewhere.example.org/", "kustomer.tag.create");
        JsonNode webhook = kustomer.webhooks().register(URL, "kustomer.tag.create");
        kustomer.inject(Fault.noContentWithLength(Step.AFTER_STORING, 0), RequestMatcher.method("PUT"), 1);
        RequestMatcher read = RequestMatcher.path(
                "/v1/outbound-webhooks/" + webhook.path("id").asText());
        kustomer.inject(
                Fault.htmlError(Step.AFTER_READING),
                RequestMatcher.method("GET").and(read),
                2);

        JsonNode result = jobs.result(task());

        assertThat(result.path("id")).isEqualTo(webhook.path("id"));
        assertThat(result.path("url").asText()).isEqualTo(URL);
        assertThat(result.path("outcome").asText()).isEqualTo("updated");
    }

    /** Two webhooks would deliver each event twice, so the task does not end with both. */
    @Test
    void a_second_webhook_that_cannot_be_deleted_fails_the_task() {
        kustomer.beforeNextStore(request -> jobs.restarted().result(task()));
        kustomer.inject(Fault.status(Step.AFTER_READING, 403, Map.of()), RequestMatcher.method("DELETE"), 1);

        JobEnding.Failed failed = jobs.failure(task());
        jobs.result(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(kustomer.webhooks().registered()).hasSize(1);
    }

    @Test
    void a_second_webhook_that_is_gone_already_fails_nothing() {
        String absent = "{\"errors\":[{\"status\":404,\"code\":\"notfound\",\"title\":\"Not found\"}]}";
        kustomer.beforeNextStore(request -> jobs.restarted().result(task()));
        kustomer.inject(Fault.json(Step.AFTER_STORING, 404, absent), RequestMatcher.method("DELETE"), 1);

        JsonNode result = jobs.result(task());

        assertThat(result.path("outcome").asText()).isEqualTo("existing");
        assertThat(kustomer.webhooks().registered()).hasSize(1);
    }

    private Task task() {
        return jobs.task().with("webhook.url", URL);
    }
}
