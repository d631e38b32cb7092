package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.RateLimit;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyClockTest {

    private static final Instant START = Instant.parse("2026-01-31T09:30:00Z");
    private static final RateLimitKey KEY =
            new RateLimitKey(new Endpoint(URI.create("https://a.example"), ApiKey.of("key")), RateLimit.ORGANIZATION);

    private final VirtualClock computer = new VirtualClock(START);
    private final AtomicLong nanos = new AtomicLong(-5);
    private final Clock clock = new SteadyClock(computer, nanos::get);

    @ParameterizedTest
    @ValueSource(strings = {"-PT8760H", "-PT1H", "PT0S", "PT1H"})
    void a_wait_for_the_rate_limit_does_not_depend_on_corrections_of_the_computers_clock(Duration correction) {
        RateLimiter limiter = new RateLimiter(clock, RateLimiter.WINDOW);
        limiter.observe(KEY, 429, HttpHeaders.of(Map.of("Retry-After", List.of("30")), (name, value) -> true));

        computer.forward(correction);

        assertThat(limiter.start(KEY)).contains(Duration.ofSeconds(30));
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(limiter.start(KEY)).isEmpty();
    }
}
