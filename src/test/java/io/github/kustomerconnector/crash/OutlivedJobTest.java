package io.github.kustomerconnector.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine hands a job on when its time is up, here to the same runtime, while the first execution still waits. */
@Tag("crash")
final class OutlivedJobTest {
    private static final int INSTANCES = 3;
    private static final Duration JOB_TIME_OUT = Duration.ofSeconds(1);
    private static final Duration STALL = Duration.ofSeconds(4);

    @ParameterizedTest
    @EnumSource(names = {"AFTER_READING", "AFTER_STORING"})
    void a_job_that_outlives_its_time_out_leaves_one_record(Step step) {
        Run run = run(step);

        System.out.printf("outlived jobs, stall %s: %s, %d jobs timed out%n", step, run.balance(), run.timedOut());
        assertThat(run.balance()).isEqualTo(Balance.even(INSTANCES));
        assertThat(run.timedOut()).isGreaterThanOrEqualTo(2 * INSTANCES);
    }

    @Test
    void one_runtime_never_sends_a_record_twice_at_the_same_time() {
        Run run = run(Step.AFTER_READING);

        long tooEarly = run.posts().values().stream()
                .filter(OutlivedJobTest::isSentDuringTheFirst)
                .count();
        System.out.printf(
                "outlived jobs: %d records, %d sent twice at the same time, %d jobs timed out%n",
                run.posts().size(), tooEarly, run.timedOut());
        assertThat(run.posts()).hasSize(2 * INSTANCES);
        assertThat(tooEarly).isZero();
    }

    /** A second POST that came before the first one's stall was over. */
    private static boolean isSentDuringTheFirst(List<Instant> posts) {
        return posts.stream()
                .skip(1)
                .anyMatch(later -> later.isBefore(posts.getFirst().plus(STALL)));
    }

    private static Run run(Step step) {
        EngineProcess engine = EngineProcess.start();
        Balance balance;
        Map<String, List<Instant>> posts;
        try (Stage stage = Stage.set(engine, JOB_TIME_OUT)) {
            stage.kustomer().inject(Fault.stall(step, STALL), firstPostOfEachRecord(), 2 * INSTANCES);
            stage.instances().start(INSTANCES);
            stage.instances().awaitAllEnded();
            balance = Balance.of(stage.kustomer(), stage.instances());
            posts = posts(stage.kustomer());
            stage.kustomer().assertNothingUnexpected();
        }
        return new Run(balance, posts, engine.timedOutJobs());
    }

    private static RequestMatcher firstPostOfEachRecord() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        return RequestMatcher.method("POST").and(post -> seen.add(identity(post)));
    }

    private static Map<String, List<Instant>> posts(KustomerSimulator kustomer) {
        return kustomer.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .collect(Collectors.groupingBy(
                        OutlivedJobTest::identity, Collectors.mapping(RecordedRequest::at, Collectors.toList())));
    }

    /** Every record has a name of its own, and is said with the same words each time. */
    private static String identity(RecordedRequest post) {
        return post.path() + post.body();
    }

    /** @param posts when each record was sent */
    private record Run(Balance balance, Map<String, List<Instant>> posts, int timedOut) {}
}
