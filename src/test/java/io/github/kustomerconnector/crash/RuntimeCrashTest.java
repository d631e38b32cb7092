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

/** Another seed: {@code -Dcrash.seed=7}. */
@Tag("crash")
final class RuntimeCrashTest {
    private static final int KILLS = 20;
    private static final int INSTANCES_PER_KILL = 3;
    private static final Duration JOB_TIME_OUT = Duration.ofSeconds(2);

    private final long seed = Long.getLong("crash.seed", System.currentTimeMillis());
    private final Random random = new Random(seed);

    /** The POSTs whose sender died before the answer. */
    private final List<RecordedRequest> unanswered = new ArrayList<>();

    @Test
    void leaves_one_record_each_whenever_the_runtime_is_killed() throws InterruptedException {
        EngineProcess engine = EngineProcess.start();
        Balance balance;
        long repeated;

        try (Stage stage = Stage.set(engine, JOB_TIME_OUT)) {
            for (Moment moment : Moment.shuffled(KILLS, random)) {
                killAt(moment, stage);
            }
            stage.instances().awaitAllEnded();
            balance = Balance.of(stage.kustomer(), stage.instances());
            repeated = unanswered.stream()
                    .filter(post -> isRepeated(post, stage.kustomer()))
                    .count();
            stage.kustomer().assertNothingUnexpected();
        }

        System.out.printf(
                "runtime crash: %d kills, %s, %d of %d unanswered POSTs sent again, %d jobs timed out, seed %d%n",
                KILLS, balance, repeated, unanswered.size(), engine.timedOutJobs(), seed);
        assertThat(balance).as("seed %d", seed).isEqualTo(Balance.even(KILLS * INSTANCES_PER_KILL));
        assertThat(repeated).as("POSTs that a crash left in doubt").isEqualTo(unanswered.size());
    }

    private void killAt(Moment moment, Stage stage) throws InterruptedException {
        stage.runtimes().prepareNext();
        Trap trap = Trap.set(stage.kustomer(), moment, INSTANCES_PER_KILL, random);
        stage.instances().start(INSTANCES_PER_KILL);
        RecordedRequest caught = trap.await();
        // Not a wait for anything: chance decides how far the runtime gets.
        TimeUnit.MILLISECONDS.sleep(random.nextInt(30));
        stage.runtimes().kill();
        stage.runtimes().replace();
        if (moment.beforeAnswer()) {
            unanswered.add(caught);
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
