package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.ClientIds;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the operations that add a note or a message to a timeline have in common. */
final class TimelineJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    static Stream<Named<Function<KustomerSimulator, TimelineJobs>>> records() {
        return Stream.of(Named.of("note", TimelineJobs::ofNotes), Named.of("message", TimelineJobs::ofMessages));
    }

    static Stream<Arguments> protectedRecords() {
        return records()
                .flatMap(record ->
                        Stream.of("automatic", "lookUpFirst").map(protection -> Arguments.of(record, protection)));
    }

    @ParameterizedTest
    @MethodSource("protectedRecords")
    void a_task_that_runs_again_finds_its_own_record(
            Function<KustomerSimulator, TimelineJobs> record, String protection) {
        kustomer.settings().clientIds(protection.equals("automatic") ? ClientIds.ACCEPTED : ClientIds.IGNORED);
        TimelineJobs timeline = record.apply(kustomer);
        Task task = timeline.task().with("options.repeatProtection", protection);

        JsonNode first = timeline.jobs().result(task);
        JsonNode second = timeline.jobs().result(task);

        assertThat(timeline.stored().path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("created");
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_task_that_runs_again_in_another_runtime_finds_its_own_record(
            Function<KustomerSimulator, TimelineJobs> record) {
        TimelineJobs timeline = record.apply(kustomer);
        JsonNode first = timeline.jobs().result(timeline.task());

        JsonNode second = record.apply(kustomer).jobs().result(timeline.task());

        assertThat(timeline.stored().path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("outcome").asText()).isEqualTo("created");
    }

    @ParameterizedTest
    @MethodSource("protectedRecords")
    void a_record_whose_answer_is_lost_is_found(Function<KustomerSimulator, TimelineJobs> record, String protection) {
        TimelineJobs timeline = record.apply(kustomer);
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("POST"), 1);

        JsonNode result = timeline.jobs().result(timeline.task().with("options.repeatProtection", protection));

        assertThat(result.path("id")).isEqualTo(timeline.stored().path("id"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void the_next_turn_of_a_loop_adds_a_second_record(Function<KustomerSimulator, TimelineJobs> record) {
        TimelineJobs timeline = record.apply(kustomer);

        timeline.jobs().result(timeline.task());
        timeline.jobs().result(timeline.task().withElementInstanceKey(4712));

        assertThat(kustomer.records(timeline.record())).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("records")
    void an_existing_record_of_the_same_idempotency_key_is_updated(Function<KustomerSimulator, TimelineJobs> record) {
        TimelineJobs timeline = record.apply(kustomer);
        Task task = timeline.task().with("options.idempotencyKey", "order-4711");
        timeline.jobs().result(task);

        JsonNode result = timeline.jobs()
                .result(task.withElementInstanceKey(4712)
                        .with(timeline.text(), "Never mind")
                        .with("options.onDuplicate", "updateExisting"));

        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        String field = timeline.text().substring(timeline.record().length() + 1);
        assertThat(timeline.stored().path("attributes").path(field).asText()).isEqualTo("Never mind");
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_of_the_same_idempotency_key_with_another_text_is_a_duplicate(
            Function<KustomerSimulator, TimelineJobs> record) {
        TimelineJobs timeline = record.apply(kustomer);
        Task task = timeline.task().with("options.idempotencyKey", "order-4711");
        timeline.jobs().result(task);

        JobEnding.Failed failed =
                timeline.jobs().failure(task.withElementInstanceKey(4712).with(timeline.text(), "Never mind"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains("has the same idempotency key, but another");
        assertThat(kustomer.records(timeline.record())).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_of_another_conversation_is_a_duplicate(Function<KustomerSimulator, TimelineJobs> record) {
        TimelineJobs timeline = record.apply(kustomer);
        Task task = timeline.task().with("options.idempotencyKey", "order-4711");
        timeline.jobs().result(task);
        String other = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(timeline.customer()));

        JobEnding.Failed failed = timeline.jobs()
                .failure(task.withElementInstanceKey(4712).with(timeline.record() + ".conversation", other));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains("another conversation");
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_of_another_conversation_is_a_duplicate_where_each_create_looks_up_first(
            Function<KustomerSimulator, TimelineJobs> record) {
        TimelineJobs timeline = record.apply(kustomer);
        Task task = timeline.task()
                .with("options.idempotencyKey", "order-4711")
                .with("options.repeatProtection", "lookUpFirst");
        String first = timeline.jobs().result(task).path("id").asText();
        String other = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(timeline.customer()));

        JobEnding.Failed failed = timeline.jobs()
                .failure(task.withElementInstanceKey(4712).with(timeline.record() + ".conversation", other));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains(first).contains("another conversation");
        assertThat(kustomer.records(timeline.record())).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_without_the_text_of_the_task_is_a_duplicate_of_the_same_idempotency_key(
            Function<KustomerSimulator, TimelineJobs> record) {
        TimelineJobs timeline = record.apply(kustomer);
        Task task = timeline.task().with("options.idempotencyKey", "order-4711");
        boolean isMessage = timeline.record().equals("message");
        Task first = isMessage ? task.with("message.subject", null) : task;
        timeline.jobs().result(first);

        JobEnding.Failed failed = timeline.jobs()
                .failure(first.withElementInstanceKey(4712)
                        .with(isMessage ? "message.subject" : "note.body", "Another one"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(kustomer.records(timeline.record())).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("records")
    void the_rate_limit_of_the_customer_makes_the_job_wait(Function<KustomerSimulator, TimelineJobs> record) {
        TimelineJobs timeline = record.apply(kustomer);
        kustomer.settings().customerRateLimit(1);
        timeline.jobs().result(timeline.task());

        JobEnding.Failed failed = timeline.jobs().failure(timeline.task().withElementInstanceKey(4712));

        assertThat(failed.code()).isEqualTo("KUSTOMER_RATE_LIMITED");
        assertThat(failed.askedWait()).isPositive();
    }
}
