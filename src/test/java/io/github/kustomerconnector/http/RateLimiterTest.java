package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.RateLimit;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final Endpoint SERVER = new Endpoint(URI.create("https://a.example"), ApiKey.of("key"));
    private static final RateLimitKey ENDPOINT = new RateLimitKey(SERVER, RateLimit.ORGANIZATION);
    private static final RateLimitKey SEARCHES = new RateLimitKey(SERVER, RateLimit.SEARCH);
    private static final RateLimitKey ANOTHER =
            new RateLimitKey(new Endpoint(URI.create("https://a.example"), ApiKey.of("key2")), RateLimit.ORGANIZATION);
    private static final Instant START = Instant.parse("2026-01-31T09:30:00Z");

    private final SettableClock clock = new SettableClock();
    private final RateLimiter gate = new RateLimiter(clock, Duration.ofSeconds(60));

    @Test
    void everyone_goes_while_nothing_is_known() {
        assertThat(gate.waitOf(ENDPOINT, task(1))).isEmpty();
        assertThat(gate.closed(ENDPOINT)).isEmpty();
    }

    @Test
    void nobody_goes_after_the_last_request_until_the_reset() {
        gate.observe(ENDPOINT, 201, headers("0", "1000", 40));

        assertThat(gate.closed(ENDPOINT)).contains(Duration.ofSeconds(40));
        assertThat(gate.waitOf(ENDPOINT, task(1)))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofSeconds(40)));

        clock.forward(Duration.ofSeconds(41));
        assertThat(gate.closed(ENDPOINT)).isEmpty();
    }

    @Test
    void another_organization_is_not_held_back() {
        gate.observe(ENDPOINT, 429, headers("0", "1000", 40));

        assertThat(gate.waitOf(ANOTHER, task(1))).isEmpty();
    }

    @Test
    void a_limit_of_one_customer_holds_nobody_else_back() {
        gate.observe(ENDPOINT, 429, headers("500", "1000", 40));

        assertThat(gate.waitOf(ENDPOINT, task(1))).isEmpty();
    }

    @Test
    void a_refusal_without_any_time_holds_back_for_half_a_window() {
        gate.observe(ENDPOINT, 429, HttpHeaders.of(Map.of(), (name, value) -> true));

        assertThat(gate.closed(ENDPOINT)).contains(Duration.ofSeconds(30));
    }

    @Test
    void a_thousand_tasks_come_back_one_after_the_other_as_the_limit_allows() {
        gate.observe(ENDPOINT, 429, headers("0", "1000", 40));

        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            waits.add(gate.waitOf(ENDPOINT, task(i)).orElseThrow());
        }

        assertThat(waits).isSorted().doesNotHaveDuplicates();
        assertThat(waits.getFirst()).isGreaterThanOrEqualTo(Duration.ofSeconds(40));
        assertThat(waits.getLast()).isBetween(Duration.ofSeconds(99), Duration.ofSeconds(101));
        for (int i = 0; i + 17 < waits.size(); i++) {
            assertThat(waits.get(i + 17).minus(waits.get(i))).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void who_has_waited_goes_and_who_comes_later_stands_behind() {
        gate.observe(ENDPOINT, 429, headers("0", "60", 10));
        Duration first = gate.waitOf(ENDPOINT, task(1)).orElseThrow();
        Duration second = gate.waitOf(ENDPOINT, task(2)).orElseThrow();

        clock.forward(first);

        assertThat(gate.waitOf(ENDPOINT, task(1))).isEmpty();
        assertThat(gate.waitOf(ENDPOINT, task(3)))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(second.minus(first)));
    }

    @Test
    void who_comes_too_early_keeps_the_place() {
        gate.observe(ENDPOINT, 429, headers("0", "60", 10));
        Duration wait = gate.waitOf(ENDPOINT, task(1)).orElseThrow();

        clock.forward(Duration.ofSeconds(1));

        assertThat(gate.waitOf(ENDPOINT, task(1))).contains(wait.minusSeconds(1));
    }

    @Test
    void everyone_goes_again_when_the_row_is_done() {
        gate.observe(ENDPOINT, 429, headers("0", "60", 10));
        gate.waitOf(ENDPOINT, task(1));

        clock.forward(Duration.ofSeconds(30));

        assertThat(gate.waitOf(ENDPOINT, task(2))).isEmpty();
    }

    @Test
    void a_refused_search_holds_searches_back_and_nothing_else_though_requests_are_left() {
        gate.observe(SEARCHES, 429, headers("500", "1000", 40));

        assertThat(gate.closed(SEARCHES)).contains(Duration.ofSeconds(40));
        assertThat(gate.waitOf(SEARCHES, task(1))).isPresent();
        assertThat(gate.closed(ENDPOINT)).isEmpty();
        assertThat(gate.waitOf(ENDPOINT, task(1))).isEmpty();
    }

    @Test
    void requests_that_are_used_up_hold_no_search_back() {
        gate.observe(ENDPOINT, 429, headers("0", "1000", 40));

        assertThat(gate.closed(SEARCHES)).isEmpty();
        assertThat(gate.waitOf(SEARCHES, task(1))).isEmpty();
    }

    @Test
    void searches_come_back_a_hundred_a_minute_whatever_the_organization_may_send() {
        gate.observe(SEARCHES, 429, headers("500", "1000", 10));

        Duration first = gate.waitOf(SEARCHES, task(1)).orElseThrow();
        Duration second = gate.waitOf(SEARCHES, task(2)).orElseThrow();

        assertThat(second.minus(first)).isEqualTo(Duration.ofMillis(600));
    }

    private static Identity task(int number) {
        return Identity.ofTask("", 1, number, "create");
    }

    private static HttpHeaders headers(String remaining, String limit, int resetInSeconds) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("x-ratelimit-remaining", List.of(remaining));
        headers.put("x-ratelimit-limit", List.of(limit));
        headers.put(
                "x-ratelimit-reset",
                List.of(Long.toString(START.plusSeconds(resetInSeconds).getEpochSecond())));
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    private static final class SettableClock extends Clock {
        private Instant now = START;

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
