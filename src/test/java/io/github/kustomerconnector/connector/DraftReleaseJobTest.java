package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which draft a task releases, and how the job ends, if other runtimes or faults interfere with the release. */
final class DraftReleaseJobTest {
    private static final RequestMatcher RELEASE = RequestMatcher.method("PUT");
    private static final Fault NOT_ALLOWED = Fault.status(Step.AFTER_READING, 403, Map.of());
    private static final String LOWEST_ID = "000000000000000000000001";
    private static final String ABSENT =
            "{\"errors\":[{\"status\":404,\"code\":\"notfound\",\"title\":\"Not found\",\"source\":{\"parameter\":\"id\"}}]}";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(SendMessageConnector::new, kustomer);
    private final String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");

    /** A draft whose create was abandoned may be stored late. */
    @Test
    void a_retry_after_a_lost_release_releases_the_same_draft_although_a_lower_one_was_stored_since() {
        kustomer.settings().sentDraftsListed(false);
        kustomer.inject(Fault.close(Step.AFTER_STORING), RELEASE, 1);
        kustomer.inject(Fault.close(Step.AFTER_READING), RELEASE.nth(2), 1);
        JobEnding.Failed unknown = jobs.failure(task());
        seedDraftWithMark("draft");

        jobs.result(task());

        assertThat(unknown.code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
        assertThat(releases()).extracting(RecordedRequest::path).doesNotContain("/v1/drafts/" + LOWEST_ID);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_retry_after_a_release_that_was_not_allowed_sees_what_another_runtime_has_sent_since() {
        kustomer.inject(NOT_ALLOWED, RELEASE, 1);
        JobEnding.Failed refused = jobs.failure(task());
        seedDraftWithMark("sent");

        JsonNode result = jobs.result(task());

        assertThat(refused.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(result.path("id").asText()).isEqualTo(LOWEST_ID);
        assertThat(releases()).hasSize(1);
    }

    @Test
    void a_draft_that_another_runtime_released_first_and_kustomer_forgot_is_sent() {
        kustomer.settings().sentDraftsListed(false);
        kustomer.beforeNextStore(create -> {
            seedDraftWithMark(create, "draft");
            kustomer.beforeNextStore(release -> jobs.restarted().result(task()));
        });

        JsonNode result = jobs.result(task());

        assertThat(result.path("id").asText()).isEqualTo(LOWEST_ID);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_draft_of_another_runtime_that_is_gone_before_its_release_may_have_been_sent() {
        kustomer.settings().sentDraftsListed(false);
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), RELEASE, 2);
        jobs.failure(task());
        kustomer.beforeNextStore(release -> jobs.result(task()));

        JobEnding.Failed failed = jobs.restarted().failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
        assertThat(failed.message()).contains("The draft may have been sent already");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_draft_of_this_task_that_is_gone_before_its_first_release_was_not_sent() {
        kustomer.inject(Fault.json(Step.AFTER_READING, 404, ABSENT), RELEASE.and(this::takeAway), 1);

        JobEnding.Failed failed = jobs.failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).contains("PUT /v1/drafts/{id} answered 404");
        assertThat(sent()).isEmpty();
    }

    /** A field is at fault, so the answer does not mean that the draft is gone. */
    @Test
    void a_repeated_release_that_is_refused_for_its_fields_is_no_success() {
        kustomer.settings().sentDraftsListed(false);
        kustomer.inject(Fault.close(Step.AFTER_STORING), RELEASE, 1);
        kustomer.inject(Fault.status(Step.AFTER_READING, 400, Map.of()), RELEASE.nth(2), 1);

        JobEnding.Failed failed = jobs.failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(sent()).hasSize(1);
    }

    /** A sent draft is no draft any more, so Kustomer may mark it as deleted. */
    @Test
    void a_sent_draft_that_is_listed_as_deleted_is_not_sent_again_after_a_crash() {
        JsonNode first = jobs.result(task());
        kustomer.updateRecord("draft", first.path("id").asText(), "{\"deleted\":true}");

        JsonNode again = jobs.restarted().result(task());

        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_draft_that_was_deleted_before_its_release_is_not_released_after_a_crash() {
        kustomer.inject(NOT_ALLOWED, RELEASE, 1);
        jobs.failure(task());
        String deleted = kustomer.records("draft").getFirst().path("id").asText();
        kustomer.updateRecord("draft", deleted, "{\"deleted\":true}");

        JsonNode result = jobs.restarted().result(task());

        assertThat(result.path("id").asText()).isNotEqualTo(deleted);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_given_draft_that_was_deleted_is_not_sent() {
        String draft =
                jobs.result(task().with("draft.action", "draftOnly")).path("id").asText();
        kustomer.updateRecord("draft", draft, "{\"deleted\":true}");

        JobEnding.Failed failed = jobs.failure(
                task().with("draft.action", "sendDraft").with("draft.id", draft).withElementInstanceKey(4712));

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.message()).contains("was deleted");
        assertThat(sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, ", "false, KUSTOMER_OUTCOME_UNKNOWN"})
    void a_lost_release_whose_repeat_is_not_allowed_is_looked_up_before_a_retry(boolean listed, String code) {
        kustomer.settings().sentDraftsListed(listed);
        kustomer.inject(Fault.close(Step.AFTER_STORING), RELEASE, 1);
        kustomer.inject(NOT_ALLOWED, RELEASE.nth(2), 1);

        JobEnding ending = jobs.run(task().withoutErrorExpression());

        assertThat(kustomer.injected()).containsOnlyKeys(Fault.Kind.CLOSE, Fault.Kind.STATUS);
        if (code == null) {
            assertThat(ending).isInstanceOf(JobEnding.Completed.class);
        } else {
            assertThat(ending.failed().code()).isEqualTo(code);
        }
        assertThat(sent()).hasSize(1);
    }

    /** The draft of another runtime may not be listed immediately. */
    @Test
    void waits_between_a_create_and_the_list_of_drafts_and_between_two_releases() {
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), RELEASE, 1);

        jobs.result(task());

        assertThat(kustomer.requests())
                .extracting(RecordedRequest::method)
                .containsExactly("GET", "POST", "GET", "PUT", "PUT");
        assertThat(timeBefore(2)).isGreaterThanOrEqualTo(Duration.ofMillis(490));
        assertThat(timeBefore(4)).isGreaterThanOrEqualTo(Duration.ofMillis(490));
    }

    private Duration timeBefore(int request) {
        return Duration.between(
                kustomer.requests().get(request - 1).at(),
                kustomer.requests().get(request).at());
    }

    /** Moves each draft to another customer, so that the customer's list of drafts no longer contains it. */
    private boolean takeAway(RecordedRequest release) {
        String other = kustomer.seedCustomer("{}");
        kustomer.records("draft")
                .forEach(draft -> kustomer.updateRecord(
                        "draft", draft.path("id").asText(), "{\"customer\":\"%s\"}".formatted(other)));
        return true;
    }

    private void seedDraftWithMark(String status) {
        seedDraftWithMark(
                kustomer.requests().stream()
                        .filter(request -> request.method().equals("POST"))
                        .findFirst()
                        .orElseThrow(),
                status);
    }

    /** Stores a draft with the mark of the task, as another runtime with the same job does. */
    private void seedDraftWithMark(RecordedRequest create, String status) {
        kustomer.seedRecord(
                "draft",
                "{\"id\":\"%s\",\"status\":\"%s\",\"customer\":\"%s\",\"payload\":%s}"
                        .formatted(LOWEST_ID, status, customer, create.json().path("payload")));
    }

    private Task task() {
        return jobs.task()
                .with("draft.id", null)
                .with("draft.customer", customer)
                .with("draft.to", "ada@example.org")
                .with("draft.body", "Your parcel is on its way");
    }

    private List<RecordedRequest> releases() {
        return kustomer.requests().stream()
                .filter(request -> request.method().equals("PUT"))
                .toList();
    }

    private List<? extends JsonNode> sent() {
        return kustomer.records("message");
    }
}
