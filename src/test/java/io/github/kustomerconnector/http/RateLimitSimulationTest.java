package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitSimulationTest {

    private static final int LIMIT = 1000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void ten_thousand_jobs_fill_the_windows_of_the_limit(int runtimes) {
        RateLimitSimulation.Counts counts = new RateLimitSimulation(runtimes, 10_000, LIMIT).run();

        System.out.println(runtimes + " runtimes: " + counts);
        assertThat(counts.succeeded()).isEqualTo(10_000);
        assertThat(counts.windows()).isLessThan(1.1 * 10);
        assertThat(counts.refusedShare()).isLessThan(0.01);
        assertThat(counts.mostDeliveries())
                .as("no job is passed over again and again")
                .isLessThan(25);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void jobs_of_a_second_task_fill_the_windows_too(int runtimes) {
        RateLimitSimulation.Counts counts = new RateLimitSimulation(runtimes, 10_000, LIMIT)
                .withSecondTask()
                .run();

        assertThat(counts.succeeded()).isEqualTo(20_000);
        assertThat(counts.windows()).isLessThan(1.1 * 20);
        assertThat(counts.refusedShare()).isLessThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void slow_answers_leave_no_window_partly_unused(int runtimes) {
        RateLimitSimulation.Counts counts = new RateLimitSimulation(runtimes, 10_000, LIMIT)
                .way(Duration.ofMillis(500))
                .run();

        System.out.println(runtimes + " runtimes, answers after a second: " + counts);
        assertThat(counts.succeeded()).isEqualTo(10_000);
        assertThat(counts.windows()).isLessThan(1.1 * 10);
    }
}
