package io.github.kustomerconnector.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against a whole broker, whose log outlives it: {@code -Dbroker.home=/path/to/camunda-zeebe-8.x}, else the test is skipped.
 * Another seed: {@code -Dcrash.seed=7}.
 */
@Tag("crash")
final class BrokerCrashTest {
    private static final int INSTANCES_PER_CRASH = 4;
    private static final Duration JOB_TIME_OUT = Duration.ofSeconds(3);

    private final long seed = Long.getLong("crash.seed", System.currentTimeMillis());
    private final Random random = new Random(seed);

    @Test
    void leaves_one_record_each_when_broker_and_runtime_are_killed(@TempDir Path folder) throws InterruptedException {
        BrokerHome home = BrokerHome.of(System.getProperty(BrokerHome.PROPERTY));
        BrokerProcess broker = BrokerProcess.start(home, folder);
        try (CrashEnvironment environment = CrashEnvironment.start(broker, JOB_TIME_OUT)) {
            List<Crash> crashes = Arrays.asList(Crash.values());
            Collections.shuffle(crashes, random);

            for (Crash crash : crashes) {
                PostBreakpoint breakpoint =
                        PostBreakpoint.set(environment.kustomer(), crash.point, INSTANCES_PER_CRASH, random);
                environment.instances().start(INSTANCES_PER_CRASH);
                breakpoint.await();
                // Not a wait for anything: chance decides how far the runtime gets.
                TimeUnit.MILLISECONDS.sleep(random.nextInt(30));
                if (crash.ofRuntime) {
                    environment.runtimes().kill();
                }
                if (crash.ofBroker) {
                    broker.killAndRestart();
                }
                if (crash.ofRuntime) {
                    environment.runtimes().replace();
                }
            }
            environment.instances().awaitAllEnded();

            RecordCounts counts = RecordCounts.of(environment.kustomer(), environment.instances());
            System.out.printf("broker crash: %d crashes, %s, seed %d%n", crashes.size(), counts, seed);
            assertThat(counts)
                    .as("seed %d", seed)
                    .isEqualTo(RecordCounts.onePerInstance(crashes.size() * INSTANCES_PER_CRASH));
            environment.kustomer().assertNothingUnexpected();
        }
    }

    /** What is killed, and when. */
    private enum Crash {
        RUNTIME_AT_CUSTOMER(KillPoint.CUSTOMER_STORED, true, false),
        RUNTIME_AT_CONVERSATION(KillPoint.CONVERSATION_STORED, true, false),
        BROKER_AT_CUSTOMER(KillPoint.CUSTOMER_STORED, false, true),
        BROKER_AT_CONVERSATION(KillPoint.CONVERSATION_STORED, false, true),
        BROKER_AFTER_REPLY(KillPoint.CONVERSATION_REPLIED, false, true),
        BOTH_AT_CUSTOMER(KillPoint.CUSTOMER_SENT, true, true),
        BOTH_AT_CONVERSATION(KillPoint.CONVERSATION_STORED, true, true);

        private final KillPoint point;
        private final boolean ofRuntime;
        private final boolean ofBroker;

        Crash(KillPoint point, boolean ofRuntime, boolean ofBroker) {
            this.point = point;
            this.ofRuntime = ofRuntime;
            this.ofBroker = ofBroker;
        }
    }
}
