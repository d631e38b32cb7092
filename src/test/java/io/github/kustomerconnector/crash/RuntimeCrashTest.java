package io.github.kustomerconnector.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Kills the connector runtime at each {@link KillPoint}. {@code -Dcrash.seed=7} sets the seed. */
@Tag("crash")
final class RuntimeCrashTest {
    private static final int KILLS = 20;
    private static final int INSTANCES_PER_KILL = 3;
    private static final Duration JOB_TIME_OUT = Duration.ofSeconds(2);

    private final long seed = Long.getLong("crash.seed", System.currentTimeMillis());
    private final Random random = new Random(seed);

    /** The POSTs whose client was killed before the reply. */
    private final List<RecordedRequest> unanswered = new ArrayList<>();

    @Test
    void leaves_one_record_of_each_kind_per_instance_when_the_runtime_is_killed() throws InterruptedException {
        EngineProcess engine = EngineProcess.start();
        RecordCounts counts;
        long repeated;

        try (CrashEnvironment environment = CrashEnvironment.start(engine, JOB_TIME_OUT)) {
            for (KillPoint point : KillPoint.shuffled(KILLS, random)) {
                killAt(point, environment);
            }
            environment.instances().awaitAllEnded();
            counts = RecordCounts.of(environment.kustomer(), environment.instances());
            repeated = unanswered.stream()
                    .filter(post -> isRepeated(post, environment.kustomer()))
                    .count();
            environment.kustomer().assertNothingUnexpected();
        }

        System.out.printf(
                "runtime crash: %d kills, %s, %d of %d unanswered POSTs sent again, %d jobs timed out, seed %d%n",
                KILLS, counts, repeated, unanswered.size(), engine.timedOutJobs(), seed);
        assertThat(counts).as("seed %d", seed).isEqualTo(RecordCounts.onePerInstance(KILLS * INSTANCES_PER_KILL));
        assertThat(repeated).as("repeated POSTs without a reply").isEqualTo(unanswered.size());
    }

    private void killAt(KillPoint point, CrashEnvironment environment) throws InterruptedException {
        environment.runtimes().prepareNext();
        PostBreakpoint breakpoint = PostBreakpoint.set(environment.kustomer(), point, INSTANCES_PER_KILL, random);
        environment.instances().start(INSTANCES_PER_KILL);
        RecordedRequest reached = breakpoint.await();
        // A random delay varies how far the runtime gets. Nothing is awaited here.
        TimeUnit.MILLISECONDS.sleep(random.nextInt(30));
        environment.runtimes().kill();
        environment.runtimes().replace();
        if (point.beforeReply()) {
            unanswered.add(reached);
        }
    }

    private static boolean isRepeated(RecordedRequest post, KustomerSimulator kustomer) {
        return kustomer.requests().stream()
                        .filter(request -> request.method().equals("POST"))
                        .filter(request -> request.path().equals(post.path()))
                        .filter(request -> request.body().equals(post.body()))
                        .count()
                > 1;
    }
}
