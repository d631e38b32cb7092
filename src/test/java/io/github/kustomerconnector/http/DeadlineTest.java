package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    /** Starts shortly before the counter overflows. */
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);

    private final Deadline deadline = new Deadline(nanoTime::get, Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT30S",
        "PT29S, PT30S",
        "PT60S, PT30S",
        "PT60.001S, PT29.999S",
        "PT75S, PT15S",
        "PT90S, PT0S",
        "PT100S, PT-10S"
    })
    void a_request_has_its_timeout_or_the_rest_of_the_total_time(Duration elapsed, Duration next) {
        nanoTime.addAndGet(elapsed.toNanos());

        assertThat(deadline.next()).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT60S, true", "PT60.001S, false", "PT100S, false"})
    void a_whole_request_needs_its_whole_timeout(Duration elapsed, boolean enough) {
        nanoTime.addAndGet(elapsed.toNanos());

        assertThat(deadline.hasWholeRequest()).isEqualTo(enough);
    }

    @Test
    void time_is_counted_from_its_creation() {
        nanoTime.addAndGet(1_500_000_000L);

        assertThat(deadline.elapsed()).isEqualTo(Duration.ofMillis(1500));
        assertThat(deadline.left()).isEqualTo(Duration.ofMillis(88_500));
    }
}
