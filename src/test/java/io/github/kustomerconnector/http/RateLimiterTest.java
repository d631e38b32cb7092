package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.RateLimit;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimiterTest {

    private static final Endpoint SERVER = new Endpoint(URI.create("https://a.example"), ApiKey.of("key"));
    private static final RateLimitKey ENDPOINT = new RateLimitKey(SERVER, RateLimit.ORGANIZATION);
    private static final RateLimitKey SEARCHES = new RateLimitKey(SERVER, RateLimit.SEARCH);
    private static final RateLimitKey ANOTHER =
            new RateLimitKey(new Endpoint(URI.create("https://a.example"), ApiKey.of("key2")), RateLimit.ORGANIZATION);
    private static final Instant START = Instant.parse("2026-01-31T09:30:00Z");

    private final VirtualClock clock = new VirtualClock(START);
    private final RateLimiter limiter = new RateLimiter(clock, Duration.ofSeconds(60));

    @Test
    void a_rate_limit_that_is_open_again_is_forgotten() {
        limiter.observe(ENDPOINT, 429, headers("0", "60", 10));
        limiter.observe(ANOTHER, 429, headers("0", "60", 10));
        Duration wait = limiter.waitOf(ENDPOINT, task(1)).orElseThrow();
        assertThat(limiter.size()).isEqualTo(2);

        clock.forward(wait.plusSeconds(2));

        assertThat(limiter.waitOf(ENDPOINT, task(1))).isEmpty();
        assertThat(limiter.size()).isEqualTo(1);
        limiter.observe(SEARCHES, 429, headers("0", "60", 10));
        assertThat(limiter.size()).as("without the limit of the other key").isEqualTo(1);
    }

    @Test
    void a_task_beyond_the_bound_waits_without_a_place() {
        limiter.observe(ENDPOINT, 429, headers("0", "60000", 10));
        for (int i = 0; i < RateLimitQueue.MAX_PLACES; i++) {
            limiter.waitOf(ENDPOINT, task(i));
        }
        int beyond = RateLimitQueue.MAX_PLACES + 1;

        Duration first = limiter.waitOf(ENDPOINT, task(beyond)).orElseThrow();

        assertThat(limiter.waitOf(ENDPOINT, task(beyond)).orElseThrow()).isGreaterThan(first);
        assertThat(limiter.waitOf(ENDPOINT, task(1)).orElseThrow()).isLessThan(first);
    }

    @Test
    void all_tasks_are_admitted_before_any_answer() {
        assertThat(limiter.waitOf(ENDPOINT, task(1))).isEmpty();
        assertThat(closed(ENDPOINT)).isEmpty();
    }

    @Test
    void no_task_is_admitted_between_the_last_request_and_the_reset() {
        limiter.observe(ENDPOINT, 201, headers("0", "1000", 40));

        assertThat(closed(ENDPOINT)).contains(Duration.ofSeconds(40));
        assertThat(limiter.waitOf(ENDPOINT, task(1)))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofSeconds(40)));

        clock.forward(Duration.ofSeconds(41));
        assertThat(closed(ENDPOINT)).isEmpty();
    }

    @Test
    void another_api_key_is_not_held_back() {
        limiter.observe(ENDPOINT, 429, headers("0", "1000", 40));

        assertThat(limiter.waitOf(ANOTHER, task(1))).isEmpty();
    }

    @Test
    void a_429_with_requests_left_holds_no_other_task_back() {
        limiter.observe(ENDPOINT, 429, headers("500", "1000", 40));

        assertThat(limiter.waitOf(ENDPOINT, task(1))).isEmpty();
    }

    @Test
    void a_429_without_a_time_closes_for_half_a_window() {
        limiter.observe(ENDPOINT, 429, HttpHeaders.of(Map.of(), (name, value) -> true));

        assertThat(closed(ENDPOINT)).contains(Duration.ofSeconds(30));
    }

    @Test
    void a_thousand_tasks_get_places_spaced_as_the_limit_allows() {
        limiter.observe(ENDPOINT, 429, headers("0", "1000", 40));

        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            waits.add(limiter.waitOf(ENDPOINT, task(i)).orElseThrow());
        }

        assertThat(waits).isSorted().doesNotHaveDuplicates();
        assertThat(waits.getFirst()).isGreaterThanOrEqualTo(Duration.ofSeconds(40));
        assertThat(waits.getLast()).isBetween(Duration.ofSeconds(99), Duration.ofSeconds(101));
        for (int i = 0; i + 17 < waits.size(); i++) {
            assertThat(waits.get(i + 17).minus(waits.get(i))).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void a_task_that_waited_is_admitted_and_a_new_one_queues_behind_the_others() {
        limiter.observe(ENDPOINT, 429, headers("0", "60", 10));
        Duration first = limiter.waitOf(ENDPOINT, task(1)).orElseThrow();
        Duration second = limiter.waitOf(ENDPOINT, task(2)).orElseThrow();

        clock.forward(first);

        assertThat(limiter.waitOf(ENDPOINT, task(1))).isEmpty();
        assertThat(limiter.waitOf(ENDPOINT, task(3)))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(second.minus(first)));
    }

    @Test
    void a_task_that_returns_too_early_keeps_its_place() {
        limiter.observe(ENDPOINT, 429, headers("0", "60", 10));
        Duration wait = limiter.waitOf(ENDPOINT, task(1)).orElseThrow();

        clock.forward(Duration.ofSeconds(1));

        assertThat(limiter.waitOf(ENDPOINT, task(1))).contains(wait.minusSeconds(1));
    }

    @Test
    void all_tasks_are_admitted_after_the_queue_has_emptied() {
        limiter.observe(ENDPOINT, 429, headers("0", "60", 10));
        limiter.waitOf(ENDPOINT, task(1));

        clock.forward(Duration.ofSeconds(30));

        assertThat(limiter.waitOf(ENDPOINT, task(2))).isEmpty();
    }

    @Test
    void a_refused_search_holds_back_searches_only() {
        limiter.observe(SEARCHES, 429, headers("500", "1000", 40));

        assertThat(closed(SEARCHES)).contains(Duration.ofSeconds(40));
        assertThat(limiter.waitOf(SEARCHES, task(1))).isPresent();
        assertThat(closed(ENDPOINT)).isEmpty();
        assertThat(limiter.waitOf(ENDPOINT, task(1))).isEmpty();
    }

    @Test
    void used_up_requests_do_not_hold_back_searches() {
        limiter.observe(ENDPOINT, 429, headers("0", "1000", 40));

        assertThat(closed(SEARCHES)).isEmpty();
        assertThat(limiter.waitOf(SEARCHES, task(1))).isEmpty();
    }

    @Test
    void waiting_searches_are_spaced_for_a_hundred_a_minute() {
        limiter.observe(SEARCHES, 429, headers("500", "1000", 10));

        Duration first = limiter.waitOf(SEARCHES, task(1)).orElseThrow();
        Duration second = limiter.waitOf(SEARCHES, task(2)).orElseThrow();

        assertThat(second.minus(first)).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void a_limit_of_zero_in_the_headers_is_ignored() {
        limiter.observe(ENDPOINT, 429, headers("0", "0", 10));

        Duration first = limiter.waitOf(ENDPOINT, task(1)).orElseThrow();
        Duration second = limiter.waitOf(ENDPOINT, task(2)).orElseThrow();

        assertThat(second.minus(first)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void a_success_without_a_reset_holds_nothing_back() {
        HttpHeaders last = HttpHeaders.of(Map.of("x-ratelimit-remaining", List.of("0")), (name, value) -> true);

        limiter.observe(ENDPOINT, 201, last);

        assertThat(closed(ENDPOINT)).isEmpty();
        assertThat(limiter.waitOf(ENDPOINT, task(1))).isEmpty();
    }

    @Test
    void a_later_answer_with_a_shorter_wait_does_not_open_earlier() {
        limiter.observe(ENDPOINT, 429, headers("0", "60", 40));
        limiter.observe(ENDPOINT, 429, headers("0", "60", 10));

        assertThat(closed(ENDPOINT)).contains(Duration.ofSeconds(40));
    }

    @Test
    void a_place_before_the_end_of_a_new_closure_is_replaced() {
        limiter.observe(ENDPOINT, 429, headers("0", "60", 10));
        limiter.waitOf(ENDPOINT, task(1));
        limiter.observe(ENDPOINT, 429, headers("0", "60", 40));

        assertThat(limiter.waitOf(ENDPOINT, task(1)))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofSeconds(40)));
    }

    @ParameterizedTest
    @CsvSource({"3600, false", "3612, true"})
    void a_place_that_is_not_taken_expires_after_60_windows(int seconds, boolean expired) {
        limiter.observe(ENDPOINT, 429, headers("0", "60", 10));
        limiter.waitOf(ENDPOINT, task(1));
        clock.forward(Duration.ofSeconds(seconds));
        limiter.observe(ENDPOINT, 429, headers("0", "60", seconds + 10));
        limiter.waitOf(ENDPOINT, task(2));

        clock.forward(Duration.ofMillis(10_500));

        assertThat(limiter.waitOf(ENDPOINT, task(1)).isPresent()).isEqualTo(expired);
    }

    @Test
    void a_task_from_another_runtime_takes_the_turn_of_a_task_that_is_overdue() {
        limiter.observe(ENDPOINT, 429, headers("0", "60", 10));
        Duration first = limiter.waitOf(ENDPOINT, task(1)).orElseThrow();
        limiter.waitOf(ENDPOINT, task(2));
        limiter.waitOf(ENDPOINT, task(3));
        clock.forward(first.plusMillis(2100));

        assertThat(limiter.waitOf(ENDPOINT, task(4))).isEmpty();
        assertThat(limiter.waitOf(ENDPOINT, task(5))).as("only one is overdue").isPresent();
    }

    @Test
    void a_task_that_is_hardly_late_keeps_its_turn() {
        limiter.observe(ENDPOINT, 429, headers("0", "60", 10));
        Duration first = limiter.waitOf(ENDPOINT, task(1)).orElseThrow();
        limiter.waitOf(ENDPOINT, task(2));
        limiter.waitOf(ENDPOINT, task(3));
        clock.forward(first.plusMillis(1900));

        assertThat(limiter.waitOf(ENDPOINT, task(4))).isPresent();
        assertThat(limiter.waitOf(ENDPOINT, task(1))).isEmpty();
    }

    @Test
    void one_request_at_a_time_is_sent_while_few_are_left() {
        assertThat(limiter.start(ENDPOINT)).isEmpty();
        limiter.observe(ENDPOINT, 201, headers("20", "1000", 40));

        assertThat(limiter.start(ENDPOINT)).isPresent();
        assertThat(limiter.waitOf(ENDPOINT, task(1))).isPresent();
        limiter.end(ENDPOINT);

        assertThat(limiter.start(ENDPOINT)).isEmpty();
        limiter.observe(ENDPOINT, 201, headers("999", "1000", 99));
        assertThat(limiter.start(ENDPOINT)).as("in the next window").isEmpty();
    }

    @Test
    void requests_run_at_once_while_enough_are_left() {
        limiter.start(ENDPOINT);
        limiter.observe(ENDPOINT, 201, headers("21", "1000", 40));

        assertThat(limiter.start(ENDPOINT)).isEmpty();
        assertThat(limiter.waitOf(ENDPOINT, task(1))).isEmpty();
    }

    @Test
    void no_request_starts_between_the_last_one_and_the_reset() {
        limiter.observe(ENDPOINT, 429, headers("0", "1000", 40));

        assertThat(limiter.start(ENDPOINT)).contains(Duration.ofSeconds(40));
        clock.forward(Duration.ofSeconds(41));
        assertThat(limiter.start(ENDPOINT)).isEmpty();
    }

    @Test
    void a_rate_limit_without_requests_is_forgotten() {
        limiter.start(ENDPOINT);
        limiter.start(ENDPOINT);
        limiter.end(ENDPOINT);
        assertThat(limiter.size()).isEqualTo(1);

        limiter.end(ENDPOINT);

        assertThat(limiter.size()).isZero();
    }

    @Test
    void a_refused_task_without_a_place_waits_up_to_a_tenth_longer() {
        for (int seconds : new int[] {0, 10, 3600}) {
            Duration wait = Duration.ofSeconds(seconds);

            Duration jittered = limiter.jittered(wait);

            assertThat(jittered.toMillis())
                    .isBetween(wait.toMillis(), wait.toMillis() + Math.max(2000, seconds * 100L));
        }
    }

    @Test
    @Timeout(60)
    void many_threads_can_use_a_limit() throws InterruptedException {
        limiter.observe(ENDPOINT, 429, headers("0", "60", 10));
        closed(ENDPOINT);
        limiter.waitOf(ENDPOINT, task(1));
        AtomicReference<Optional<Duration>> wait = new AtomicReference<>(Optional.empty());

        Thread other = Thread.ofVirtual().start(() -> wait.set(limiter.waitOf(ENDPOINT, task(2))));
        other.join();

        assertThat(wait.get()).isPresent();
    }

    /** The time for which no request may be sent; empty if requests may be sent. */
    private Optional<Duration> closed(RateLimitKey key) {
        Optional<Duration> wait = limiter.start(key);
        if (wait.isEmpty()) {
            limiter.end(key);
        }
        return wait;
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
}
