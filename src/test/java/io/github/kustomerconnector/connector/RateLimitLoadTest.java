package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs many process instances at once, each with both create tasks, on several runtimes that know nothing of each other. The
 * defaults are small. {@code -Dload.instances=10000 -Dload.limit=1000 -Dload.runtimes=1,2,3,4,5 -Dload.speed=20} is the
 * vendor's limit of a thousand requests in a minute, with a clock of twenty times the machine's speed.
 */
final class RateLimitLoadTest {

    private static final int INSTANCES = Integer.getInteger("load.instances", 300);
    private static final int LIMIT = Integer.getInteger("load.limit", 200);
    private static final int SPEED = Integer.getInteger("load.speed", 20);

    static Stream<Integer> runtimes() {
        return Stream.of(System.getProperty("load.runtimes", "1,3").split(",", -1))
                .map(Integer::valueOf);
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    @Timeout(value = 45, unit = TimeUnit.MINUTES)
    void all_instances_complete_and_few_requests_are_wasted(int runtimes) throws Exception {
        try (KustomerSimulator kustomer = KustomerSimulator.start()) {
            LoadRun.Counts counts = new LoadRun(kustomer, INSTANCES, LIMIT, SPEED).run(runtimes);

            System.out.printf(
                    Locale.ROOT,
                    "%d instances, %d runtimes: %d incidents, %d requests, %d refused with 429 (%.1f %%),"
                            + " %.2f windows (ideal %.1f), %d deliveries (at most %d of a job)%n",
                    INSTANCES,
                    runtimes,
                    counts.incidents().size(),
                    counts.requests(),
                    counts.refused(),
                    100.0 * counts.refusedShare(),
                    counts.windows(),
                    counts.idealWindows(),
                    counts.deliveries(),
                    counts.mostDeliveries());
            assertThat(counts.incidents()).isEmpty();
            assertThat(kustomer.customers()).hasSize(INSTANCES);
            assertThat(kustomer.conversations()).hasSize(INSTANCES);
            assertThat(counts.refused() > 0 || counts.windows() > counts.idealWindows())
                    .as("the limit was met, unless the machine is slower than the limit")
                    .isTrue();
            assertThat(counts.refused())
                    .as("only requests that were on their way when a window was used up")
                    .isLessThanOrEqualTo(((int) counts.windows() + 2) * runtimes * LoadRun.JOB_THREADS);
        }
    }
}
