package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackOffTest {

    private static final RandomGenerator LOWEST = () -> 0;
    private static final RandomGenerator MIDDLE = () -> 1L << 63;
    private static final RandomGenerator HIGHEST = new Random(0) {
        private static final long serialVersionUID = 1L;

        @Override
        public double nextDouble(double origin, double bound) {
            return Math.nextDown(bound);
        }
    };

    @ParameterizedTest
    @CsvSource({"1, PT10S", "2, PT20S", "3, PT40S", "4, PT80S", "7, PT10M", "8, PT10M", "1000000, PT10M"})
    void doubles_with_each_failure_up_to_ten_minutes(int failures, Duration wait) {
        assertThat(BackOff.DEFAULT.exponential(failures, MIDDLE)).isEqualTo(wait);
    }

    @Property
    void stays_within_a_quarter_of_the_exact_value(
            @ForAll @LongRange(min = 1, max = 3_600_000) long base,
            @ForAll @IntRange(min = 1, max = 60) int failures,
            @ForAll Random random) {
        double exact = Math.min(
                (double) Math.max(base, BackOff.LONGEST.toMillis()), base * Math.pow(2, Math.min(failures - 1, 40)));

        Duration wait = new BackOff(Duration.ofMillis(base)).exponential(failures, random);

        assertThat((double) wait.toMillis()).isBetween(Math.floor(exact * 0.75), Math.ceil(exact * 1.25));
    }

    @Property
    void never_shrinks_as_failures_go_on(
            @ForAll @LongRange(min = 1, max = 3_600_000) long base, @ForAll @IntRange(min = 1, max = 60) int failures) {
        BackOff backOff = new BackOff(Duration.ofMillis(base));

        assertThat(backOff.exponential(failures + 1, MIDDLE))
                .isGreaterThanOrEqualTo(backOff.exponential(failures, MIDDLE));
    }

    @Test
    void tasks_that_failed_together_come_back_apart() {
        assertThat(BackOff.DEFAULT.exponential(1, LOWEST)).isEqualTo(Duration.ofMillis(7500));
        assertThat(BackOff.DEFAULT.exponential(1, HIGHEST))
                .isBetween(Duration.ofMillis(12_499), Duration.ofMillis(12_500));
    }

    @Test
    void a_base_longer_than_the_longest_wait_does_not_grow() {
        BackOff hour = new BackOff(Duration.ofHours(1));

        assertThat(hour.exponential(1, MIDDLE)).isEqualTo(Duration.ofHours(1));
        assertThat(hour.exponential(9, MIDDLE)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_base_below_a_millisecond_waits_hardly_longer() {
        BackOff tiny = new BackOff(Duration.ofNanos(1));

        assertThat(tiny.exponential(1, MIDDLE)).isLessThanOrEqualTo(Duration.ofMillis(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT9223372036854775807S", "PT9999999999999999S", "P36525000D"})
    void a_base_beyond_all_measure_still_waits(Duration base) {
        assertThat(new BackOff(base).exponential(3, HIGHEST)).isGreaterThan(BackOff.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void a_base_of_nothing_is_refused(Duration base) {
        assertThatThrownBy(() -> new BackOff(base)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"PT3S, PT30S, PT30S", "PT30S, PT30S, PT30S", "PT1M, PT30S, PT1M"})
    void may_have_to_begin_with_more(Duration base, Duration shortest, Duration begin) {
        assertThat(new BackOff(base).atLeast(shortest)).isEqualTo(new BackOff(begin));
    }
}
