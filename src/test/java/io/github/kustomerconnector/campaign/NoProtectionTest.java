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

/** Tasks without repeat protection: a lost reply ends in an incident that states the unknown outcome. */
final class NoProtectionTest {

    static Stream<Fault> lostReplies() {
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
    @MethodSource("lostReplies")
    void a_lost_reply_ends_in_an_incident_with_unknown_outcome(Fault fault) {
        ScenarioResult result = run(RecordKind.CONVERSATION, fault);

        JobEnding.Failed failed = result.kept().failed();
        assertThat(failed.code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
        assertThat(failed.retries()).isZero();
        assertThat(result.requests()).hasSize(1);
        assertThat(result.ids()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_request_that_was_certainly_not_carried_out_is_repeated(RecordKind kind) {
        ScenarioResult result = run(kind, Fault.status(Step.AFTER_READING, 429, Map.of("Retry-After", "1")));

        assertThat(result.hasRecordId()).isTrue();
        assertThat(result.ids()).hasSize(1);
        assertThat(result.requests()).hasSize(2);
    }

    private static ScenarioResult run(RecordKind kind, Fault fault) {
        Scenario scenario = Scenario.plain(kind, GivenIdentity.NOTHING, "none");
        return ScenarioResult.of(
                scenario.with(List.of(new PlannedFault(fault, FaultTarget.CREATE, 0, 1)), scenario.deliveries()),
                new KustomerContender());
    }
}
