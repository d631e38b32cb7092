package io.github.kustomerconnector.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.connector.JobEnding;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a task gets that has switched the protection off: a lost answer stays lost, and is said to be. */
final class NoProtectionTest {

    static Stream<Fault> lostAnswers() {
        return Stream.of(Step.AFTER_READING, Step.AFTER_STORING)
                .flatMap(step -> Stream.of(
                        Fault.close(step),
                        Fault.reset(step),
                        Fault.stall(step, Duration.ofMillis(1_500)),
                        Fault.halfBody(step),
                        Fault.htmlError(step),
                        Fault.emptySuccess(step),
                        Fault.htmlSuccess(step),
                        Fault.hugeBody(step, 2_200_000),
                        Fault.status(step, 504, Map.of())));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void a_lost_answer_is_for_a_person_to_decide(Fault fault) {
        Run run = run(RecordKind.CONVERSATION, fault);

        JobEnding.Failed failed = run.kept().failed();
        assertThat(failed.code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
        assertThat(failed.retries()).isZero();
        assertThat(run.requests()).hasSize(1);
        assertThat(run.ids()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_refused_for_certain_is_repeated(RecordKind kind) {
        Run run = run(kind, Fault.status(Step.AFTER_READING, 429, Map.of("Retry-After", "1")));

        assertThat(run.isRight()).isTrue();
        assertThat(run.ids()).hasSize(1);
        assertThat(run.requests()).hasSize(2);
    }

    private static Run run(RecordKind kind, Fault fault) {
        Plan plan = Plan.plain(kind, Naming.NOTHING, "none");
        return Run.of(
                plan.with(List.of(new Strike(fault, Target.CREATE, 0, 1)), plan.deliveries()), new KustomerContender());
    }
}
