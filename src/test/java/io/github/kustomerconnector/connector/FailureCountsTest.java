package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailureCountsTest {

    private final FailureCounts failures = new FailureCounts(2);

    @Test
    void counts_each_task_from_one() {
        assertThat(failures.count(1)).isEqualTo(1);
        assertThat(failures.count(1)).isEqualTo(2);
        assertThat(failures.count(2)).isEqualTo(1);
        assertThat(failures.count(1)).isEqualTo(3);
    }

    @Test
    void a_task_that_ended_starts_again() {
        failures.count(1);

        failures.forget(1);
        failures.forget(7);

        assertThat(failures.count(1)).isEqualTo(1);
    }

    @Test
    void the_task_that_failed_longest_ago_is_forgotten_first() {
        failures.count(1);
        failures.count(2);
        failures.count(1);

        failures.count(3);

        assertThat(failures.count(1)).isEqualTo(3);
        assertThat(failures.count(2)).isEqualTo(1);
    }

    @Test
    void waits_and_failures_are_counted_separately() {
        failures.count(1);
        failures.countWait(1);
        failures.countWait(1);

        assertThat(failures.count(1)).isEqualTo(2);
        assertThat(failures.countWait(1)).isEqualTo(new FailureCounts.Counts(2, 3));
    }

    @Test
    void no_failure_is_lost_where_many_fail_at_once() {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 1000).forEach(i -> threads.execute(() -> failures.count(1)));
        }

        assertThat(failures.count(1)).isEqualTo(1001);
    }
}
