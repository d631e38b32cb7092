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

/** A job times out and the engine delivers it again to the same runtime, while the first execution still waits. */
@Tag("crash")
final class JobTimeoutTest {
    private static final int INSTANCES = 3;
    private static final Duration JOB_TIME_OUT = Duration.ofSeconds(1);
    private static final Duration STALL = Duration.ofSeconds(4);

    @ParameterizedTest
    @EnumSource(names = {"AFTER_READING", "AFTER_STORING"})
    void a_job_that_times_out_leaves_one_record(Step step) {
        Run run = run(step);

        System.out.printf("job time-outs, stall %s: %s, %d jobs timed out%n", step, run.counts(), run.timedOut());
        assertThat(run.counts()).isEqualTo(RecordCounts.onePerInstance(INSTANCES));
        assertThat(run.timedOut()).isGreaterThanOrEqualTo(2 * INSTANCES);
    }

    @Test
    void one_runtime_never_sends_the_same_create_concurrently() {
        Run run = run(Step.AFTER_READING);

        long tooEarly = run.posts().values().stream()
                .filter(JobTimeoutTest::isSentDuringTheFirst)
                .count();
        System.out.printf(
                "job time-outs: %d records, %d sent concurrently, %d jobs timed out%n",
                run.posts().size(), tooEarly, run.timedOut());
        assertThat(run.posts()).hasSize(2 * INSTANCES);
        assertThat(tooEarly).isZero();
    }

    /** Whether a second POST arrived before the stall of the first one ended. */
    private static boolean isSentDuringTheFirst(List<Instant> posts) {
        return posts.stream()
                .skip(1)
                .anyMatch(later -> later.isBefore(posts.getFirst().plus(STALL)));
    }

    private static Run run(Step step) {
        EngineProcess engine = EngineProcess.start();
        RecordCounts counts;
        Map<String, List<Instant>> posts;
        try (CrashEnvironment environment = CrashEnvironment.start(engine, JOB_TIME_OUT)) {
            environment.kustomer().inject(Fault.stall(step, STALL), firstPostOfEachRecord(), 2 * INSTANCES);
            environment.instances().start(INSTANCES);
            environment.instances().awaitAllEnded();
            counts = RecordCounts.of(environment.kustomer(), environment.instances());
            posts = posts(environment.kustomer());
            environment.kustomer().assertNothingUnexpected();
        }
        return new Run(counts, posts, engine.timedOutJobs());
    }

    private static RequestMatcher firstPostOfEachRecord() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        return RequestMatcher.method("POST").and(post -> seen.add(identity(post)));
    }

    private static Map<String, List<Instant>> posts(KustomerSimulator kustomer) {
        return kustomer.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .collect(Collectors.groupingBy(
                        JobTimeoutTest::identity, Collectors.mapping(RecordedRequest::at, Collectors.toList())));
    }

    /** Path and body identify a record, because its name is unique and repeated POSTs have the same body. */
    private static String identity(RecordedRequest post) {
        return post.path() + post.body();
    }

    /** @param posts the times of each record's POSTs */
    private record Run(RecordCounts counts, Map<String, List<Instant>> posts, int timedOut) {}
}
