package io.github.kustomerconnector.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class JitterTest {

    private static final RandomGenerator HIGHEST = new Random(0) {
        private static final long serialVersionUID = 1L;

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    @Property
    void what_the_server_asks_is_never_cut_short(
            @ForAll @LongRange(min = 0, max = 3_600_000) long asked, @ForAll Random random) {
        Duration wait = Jitter.addedTo(Duration.ofMillis(asked), random);

        assertThat(wait.toMillis()).isBetween(asked, asked + Math.max(2000, asked / 10));
    }

    @Test
    void what_the_server_asks_is_spread_by_two_seconds_at_least() {
        assertThat(Jitter.addedTo(Duration.ZERO, HIGHEST)).isEqualTo(Duration.ofMillis(1999));
    }
}
