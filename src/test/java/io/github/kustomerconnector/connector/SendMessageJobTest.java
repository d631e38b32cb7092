package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.Contract;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SendMessageJobTest {
    private static final RequestMatcher DRAFTING = RequestMatcher.method("POST");
    private static final RequestMatcher LOOK_UP = RequestMatcher.method("GET");
    private static final RequestMatcher RELEASE = RequestMatcher.method("PUT");

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = runtime();
    private final String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");

    /** The process has no document, and the expression of the text is null. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    chat     | attachments | []
                    chat     | attachments | [null]
                    chat     | attachments | "[]"
                    whatsapp | meta        | {}
                    """)
    void an_empty_substitute_for_the_text_sends_no_empty_message(String channel, String field, String value) {
        JobEnding.Failed failed = jobs.failure(task().with("draft.channel", channel)
                .with("draft.app", channel.equals("whatsapp") ? channel : null)
                .with("draft.to", null)
                .with("draft.subject", null)
                .with("draft.body", null)
                .with("draft." + field, tree(value)));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).isEqualTo("draft.body is missing");
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void makes_a_draft_and_then_releases_it() {
        JobEnding.Completed completed = jobs.run(task()).completed();

        assertThat(completed.variables())
                .isEqualTo(
                        tree("{\"draftId\":\"%s\"}".formatted(draft().path("id").asText())));
        assertThat(kustomer.requests())
                .extracting(RecordedRequest::method)
                .containsExactly("GET", "POST", "GET", "PUT");
        assertThat(kustomer.requests().get(1).json().has("sendAt")).isFalse();
        assertThat(sent()).singleElement().satisfies(message -> {
            assertThat(message.at("/attributes/preview").asText()).isEqualTo("Your parcel is on its way");
            assertThat(message.at("/attributes/direction").asText()).isEqualTo("out");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    email         | {"to":"ada@example.org","from":"help@example.org","subject":"Hello","cc":["a@example.org"],"bcc":"b@example.org","replyTo":"c@example.org","headers":[{"name":"X-Order","value":"7"}],"app":"postmark"}
                    sms           | {"to":"+18005551212","from":"+18005551213","app":"twilio"}
                    whatsapp      | {"to":"+18005551212","app":"whatsapp"}
                    chat          | {"lang":"en_us","auto":true}
                    facebook      | {"to":"page"}
                    instagram     | {"source":"bulk"}
                    twitter-dm    | {"to":"@ada"}
                    twitter-tweet | {"to":"@ada"}
                    """)
    void each_channel_keeps_the_contract_and_goes_out(String channel, String fields) {
        Task task = task().with("draft.channel", channel).with("draft.to", null);
        for (Map.Entry<String, JsonNode> field : tree(fields).properties()) {
            task = task.with("draft." + field.getKey(), field.getValue());
        }

        jobs.result(task);

        assertThat(kustomer.requests())
                .filteredOn(request -> !request.method().equals("GET"))
                .hasSize(2)
                .allSatisfy(request -> assertThat(
                                Contract.live().requestProblems(request.method(), request.path(), request.json()))
                        .isEmpty());
        assertThat(sent())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.at("/attributes/channel").asText()).isEqualTo(channel));
    }

    @Test
    void a_time_to_send_schedules_the_draft() {
        String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();

        jobs.result(task().with("draft.sendAt", tomorrow));

        assertThat(draft().at("/attributes/status").asText()).isEqualTo("scheduled");
        assertThat(sent()).isEmpty();
    }

    @Test
    void a_lost_draft_stays_unsent_where_kustomer_keeps_no_payload() {
        kustomer.settings().draftPayloads(false);
        kustomer.inject(Fault.close(Step.AFTER_STORING), DRAFTING, 1);

        JobEnding.Failed failed = jobs.failure(task());
        jobs.result(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(kustomer.records("draft")).hasSize(2);
        assertThat(sent()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_lost_answer_to_the_release_sends_nothing_twice(boolean listed) {
        kustomer.settings().sentDraftsListed(listed);
        kustomer.inject(Fault.close(Step.AFTER_STORING), RELEASE, 1);

        jobs.result(task());

        assertThat(sent()).hasSize(1);
    }

    /** A draft whose create was abandoned may be stored late. It has the same mark. */
    @Test
    void another_draft_with_the_mark_of_the_task_is_not_taken_for_the_released_one() {
        kustomer.settings().sentDraftsListed(false);
        kustomer.beforeNextStore(request -> kustomer.seedRecord(
                "draft",
                ((ObjectNode) request.json())
                        .put("customer", customer)
                        .put("status", "draft")
                        .toString()));
        kustomer.inject(Fault.close(Step.AFTER_STORING), RELEASE, 1);

        jobs.result(task());

        assertThat(kustomer.records("draft")).hasSize(1);
        assertThat(sent()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_release_that_did_not_arrive_is_sent_again(boolean payloads) {
        kustomer.settings().draftPayloads(payloads);
        kustomer.inject(Fault.close(Step.AFTER_READING), RELEASE, 1);

        jobs.result(task());

        assertThat(kustomer.records("draft")).hasSize(1);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_listed_draft_that_is_not_released_is_released_by_another_runtime() {
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), RELEASE, 2);

        JobEnding.Failed failed = jobs.failure(task());
        runtime().run(task()).completed();

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(kustomer.records("draft")).hasSize(1);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_release_that_no_look_up_finds_is_an_unknown_outcome() {
        kustomer.settings().sentDraftsListed(false);
        kustomer.inject(Fault.close(Step.AFTER_STORING), RELEASE, 1);
        kustomer.inject(Fault.close(Step.AFTER_READING), RELEASE, 1);

        JobEnding.Failed failed = jobs.failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
        assertThat(failed.retries()).isZero();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_release_whose_look_up_fails_is_an_unknown_outcome() {
        RequestMatcher drafted = request -> !kustomer.records("draft").isEmpty();
        kustomer.settings().sentDraftsListed(false);
        kustomer.inject(Fault.close(Step.AFTER_STORING), RELEASE, 1);
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), RELEASE, 1);
        kustomer.inject(
                Fault.htmlError(Step.AFTER_READING), LOOK_UP.and(drafted).nth(2), 1);

        JobEnding.Failed failed = jobs.failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
        assertThat(failed.retries()).isZero();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_lost_release_of_a_draft_without_a_mark_is_an_unknown_outcome() {
        kustomer.settings().draftPayloads(false);
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), RELEASE, 2);

        assertThat(jobs.failure(task()).code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
    }

    @Test
    void a_retry_after_the_incident_releases_the_same_draft() {
        kustomer.settings().draftPayloads(false);
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), RELEASE, 2);
        jobs.failure(task());

        jobs.result(task());

        assertThat(kustomer.records("draft")).hasSize(1);
        assertThat(sent()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_job_redelivered_to_the_same_runtime_sends_nothing(boolean listed) {
        kustomer.settings().sentDraftsListed(listed);
        jobs.result(task());
        int before = kustomer.requests().size();

        jobs.result(task());

        assertThat(kustomer.requests()).hasSize(before);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_job_redelivered_to_another_runtime_finds_its_draft() {
        JsonNode first = jobs.result(task());

        JsonNode second = runtime().result(task());

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(sent()).hasSize(1);
    }

    @Test
    void what_another_runtime_drafted_and_this_one_sent_is_not_sent_again_here() {
        kustomer.settings().sentDraftsListed(false);
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), RELEASE, 2);
        runtime().run(task().withoutErrorExpression()).failed();
        jobs.result(task());

        jobs.result(task());

        assertThat(kustomer.requests()).filteredOn(DRAFTING::matches).hasSize(1);
        assertThat(sent()).hasSize(1);
    }

    @RepeatedTest(4)
    void two_runtimes_with_one_job_at_the_same_moment_send_one_message() {
        List<JobHandling> runtimes = List.of(runtime(), runtime());
        CyclicBarrier start = new CyclicBarrier(2);

        List<JobEnding> endings = runtimes.stream()
                .map(runtime -> CompletableFuture.supplyAsync(
                        () -> {
                            await(start);
                            return runtime.run(task());
                        },
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(endings).allSatisfy(JobEnding::completed);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void the_draft_with_the_lowest_id_is_sent_if_there_are_two() {
        String[] other = new String[1];
        kustomer.beforeNextStore(request -> other[0] = kustomer.seedRecord(
                "draft",
                "{\"id\":\"000000000000000000000001\",\"status\":\"draft\",\"customer\":\"%s\",\"payload\":%s}"
                        .formatted(customer, request.json().path("payload"))));

        jobs.result(task());

        assertThat(kustomer.records("draft")).hasSize(2);
        assertThat(kustomer.requests().getLast().path()).isEqualTo("/v1/drafts/" + other[0]);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_scheduled_draft_is_not_scheduled_again_after_a_crash() {
        Task later = task().with(
                        "draft.sendAt", Instant.now().plus(Duration.ofDays(1)).toString());
        jobs.result(later);

        runtime().result(later);

        assertThat(kustomer.requests()).filteredOn(RELEASE::matches).hasSize(1);
    }

    /** The documented limit: the API offers no way to prevent this. */
    @Test
    void after_a_crash_a_second_message_goes_out_where_kustomer_forgets_drafts_that_were_sent() {
        kustomer.settings().sentDraftsListed(false);
        jobs.result(task());

        runtime().result(task());

        assertThat(sent()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_given_draft_whose_release_got_no_answer_twice_is_known_as_sent(boolean listed) {
        kustomer.settings().sentDraftsListed(listed);
        JsonNode made = jobs.result(task().with("draft.action", "draftOnly"));
        Task sending = task().withElementInstanceKey(4712)
                .with("draft.action", "sendDraft")
                .with("draft.id", made.path("id"));
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("PUT"), 2);

        JobEnding.Failed lost = jobs.failure(sending);
        JsonNode result = jobs.result(sending);

        assertThat(lost.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(result.path("id")).isEqualTo(made.path("id"));
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_redirected_list_of_drafts_is_read_again_by_the_engine() {
        kustomer.inject(
                Fault.redirect(Step.AFTER_READING, kustomer.url() + "/elsewhere"),
                request -> request.method().equals("GET")
                        && !kustomer.records("draft").isEmpty(),
                1);

        JobEnding.Failed failed = jobs.failure(task());
        jobs.result(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void two_tasks_send_one_message_even_there() {
        kustomer.settings().sentDraftsListed(false);
        JsonNode made = jobs.result(task().with("draft.action", "draftOnly"));
        assertThat(sent()).isEmpty();
        Task sending = task().withElementInstanceKey(4712)
                .with("draft.action", "sendDraft")
                .with("draft.id", made.path("id"));
        jobs.result(sending);

        JobEnding.Failed again = runtime().failure(sending);

        assertThat(again.code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
        assertThat(again.message()).contains("may have been sent already");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void an_existing_draft_is_sent_as_it_is_whatever_the_form_contains() {
        JsonNode made = jobs.result(task().with("draft.action", "draftOnly")
                .with("draft.channel", "sms")
                .with("draft.to", "+18005551212"));
        Task sending = task().withElementInstanceKey(4712)
                .with("draft.action", "sendDraft")
                .with("draft.id", made.path("id"))
                .with("draft.subject", "Left in the form")
                .with("draft.body", "Left in the form");

        jobs.result(sending);

        RecordedRequest release = kustomer.requests().getLast();
        assertThat(release.method()).isEqualTo("PUT");
        assertThat(release.json().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("channel", "sendAt");
        assertThat(sent()).singleElement().satisfies(message -> {
            assertThat(message.at("/attributes/channel").asText()).isEqualTo("sms");
            assertThat(message.at("/attributes/preview").asText()).isEqualTo("Your parcel is on its way");
        });
    }

    @Test
    void an_existing_draft_that_was_sent_is_not_sent_again() {
        JsonNode made = jobs.result(task().with("draft.action", "draftOnly"));
        Task sending = task().withElementInstanceKey(4712)
                .with("draft.action", "sendDraft")
                .with("draft.id", made.path("id"));
        jobs.result(sending);

        JsonNode again = runtime().result(sending);

        assertThat(again.path("id")).isEqualTo(made.path("id"));
        assertThat(kustomer.requests()).filteredOn(RELEASE::matches).hasSize(1);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_lost_answer_for_a_draft_that_the_process_names_is_tried_again() {
        JsonNode made = jobs.result(task().with("draft.action", "draftOnly"));
        Task sending = task().withElementInstanceKey(4712)
                .with("draft.action", "sendDraft")
                .with("draft.id", made.path("id"));
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), RELEASE, 2);

        JobEnding.Failed failed = jobs.failure(sending);
        jobs.result(sending);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_redelivered_task_that_only_drafts_leaves_one_draft() {
        Task drafting = task().with("draft.action", "draftOnly");

        JsonNode first = jobs.result(drafting);
        JsonNode second = runtime().result(drafting);

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(kustomer.records("draft")).hasSize(1);
    }

    @Test
    void without_protection_nothing_is_looked_for_and_a_lost_answer_is_for_a_person_to_decide() {
        kustomer.inject(Fault.close(Step.AFTER_STORING), DRAFTING, 1);

        JobEnding.Failed failed = jobs.failure(task().with("options.repeatProtection", "none"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
        assertThat(kustomer.requests()).hasSize(1);
        assertThat(kustomer.requests().getFirst().body()).doesNotContain("camundaTask");
    }

    @Test
    void a_release_that_is_refused_is_final() {
        kustomer.inject(Fault.status(Step.AFTER_READING, 400, Map.of("Content-Type", "application/json")), RELEASE, 1);

        JobEnding.Failed failed = jobs.failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).contains("PUT /v1/drafts/{id} answered 400");
        assertThat(sent()).isEmpty();
    }

    @Test
    void what_a_person_corrects_after_a_refusal_goes_out_corrected() {
        kustomer.inject(Fault.status(Step.AFTER_READING, 400, Map.of()), RELEASE, 1);
        jobs.failure(task());

        jobs.result(task().with("draft.body", "Corrected"));

        assertThat(kustomer.records("draft")).hasSize(1);
        assertThat(sent())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.at("/attributes/preview").asText()).isEqualTo("Corrected"));
    }

    @Test
    void a_corrected_customer_gets_the_message_in_place_of_the_earlier_one() {
        String corrected = kustomer.seedCustomer("{\"name\":\"Grace\"}");
        kustomer.inject(Fault.status(Step.AFTER_READING, 400, Map.of()), RELEASE, 1);
        jobs.failure(task());

        jobs.result(task().with("draft.customer", corrected));

        assertThat(sent())
                .singleElement()
                .satisfies(message -> assertThat(
                                message.at("/relationships/customer/data/id").asText())
                        .isEqualTo(corrected));
    }

    @Test
    void a_customer_who_is_corrected_after_the_message_was_sent_gets_none() {
        jobs.result(task());

        jobs.result(task().with("draft.customer", kustomer.seedCustomer("{\"name\":\"Grace\"}")));

        assertThat(sent()).hasSize(1);
    }

    @Test
    void the_rate_limit_of_the_customer_makes_the_job_wait() {
        kustomer.settings().customerRateLimit(1);
        jobs.result(task());

        JobEnding.Failed failed = jobs.failure(task().withElementInstanceKey(4712));

        assertThat(failed.code()).isEqualTo("KUSTOMER_RATE_LIMITED");
        assertThat(failed.askedWait()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    channel  | sms            | draft.subject        | Hello                    | draft.subject is not allowed with the channel sms
                    channel  | email          | draft.attachments    | 5f9f1a2b3c4d5e6f7a8b9c0d | draft.attachments is not allowed with the channel email
                    channel  | whatsapp       | draft.lang           | en                       | draft.app is missing
                    channel  | voice          | draft.lang           | en                       | draft.channel is not one of
                    channel  | email          | draft.to             | nobody                   | draft.to is not an e-mail address
                    action   | sendDraft      | draft.lang           | en                       | draft.id is missing
                    action   | draftOnly      | draft.sendAt         | 2026-01-31               | draft.sendAt must be empty
                    action   | post           | draft.lang           | en                       | draft.action is not one of
                    """)
    void refuses_what_does_not_go_together(String field, String value, String input, String given, String problem) {
        Task task = task().with("draft.subject", null).with("draft.to", null);

        JobEnding.Failed failed =
                jobs.failure(task.with("draft." + field, value).with(input, given));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).contains(problem);
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void a_time_can_not_be_smuggled_past_the_form() {
        JobEnding.Failed failed =
                jobs.failure(task().with("draft.additionalFields", Map.of("sendAt", "2026-01-31T00:00:00Z")));

        assertThat(failed.message()).contains("draft.additionalFields.sendAt is a field of the form");
        assertThat(kustomer.requests()).isEmpty();
    }

    private JobHandling runtime() {
        return JobHandling.newRuntime(SendMessageConnector::new, kustomer);
    }

    private Task task() {
        return jobs.task()
                .with("draft.id", null)
                .with("draft.customer", customer)
                .with("draft.to", "ada@example.org")
                .with("draft.body", "Your parcel is on its way");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError("the other runtime did not start", e);
        }
    }

    private JsonNode draft() {
        assertThat(kustomer.records("draft")).hasSize(1);
        return kustomer.records("draft").getFirst();
    }

    private List<? extends JsonNode> sent() {
        return kustomer.records("message");
    }
}
