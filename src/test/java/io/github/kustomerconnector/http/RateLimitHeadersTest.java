package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitHeadersTest {

    /** Epoch second 1785585600. */
    private static final Instant NOON = Instant.parse("2026-08-01T12:00:00Z");

    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0                              | PT0S
                    7                              | PT7S
                    ' 7 '                          | PT7S
                    3600                           | PT1H
                    3601                           | PT1H
                    999999999999                   | PT1H
                    Sat, 01 Aug 2026 12:00:30 GMT  | PT30S
                    Sat, 01 Aug 2026 12:00:00 GMT  | PT0S
                    Sat, 01 Aug 2026 11:00:00 GMT  | PT0S
                    Tue, 01 Aug 2028 12:00:00 GMT  | PT1H
                    Saturday, 01-Aug-26 12:00:30 GMT | PT30S
                    Sat Aug  1 12:00:30 2026       | PT30S
                    Saturday, 01-Aug-26 12:00:30 CET |
                    -1                             |
                    1.5                            | PT1.5S
                    299.997                        | PT4M59.997S
                    0.0001                         | PT0.001S
                    1.                             |
                    1,5                            |
                    1e3                            |
                    soon                           |
                    ''                             |
                    9999999999999                  |
                    2026-08-01T12:00:30Z           |
                    """)
    void retry_after_is_seconds_or_a_date(String value, @Nullable Duration wait) {
        assertThat(RateLimitHeaders.wait(headers(Map.of("Retry-After", value)), CLOCK))
                .isEqualTo(Optional.ofNullable(wait));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1785585645     | PT45S
                    1785585600     | PT0S
                    1785585000     | PT0S
                    0              | PT0S
                    30             | PT30S
                    30.5           | PT30.5S
                    86400          | PT1H
                    1785585645.5   | PT45.5S
                    1785599999     | PT1H
                    1785585645000  |
                    -1785585645    |
                    soon           |
                    """)
    void reset_is_a_second_of_the_epoch(String value, @Nullable Duration wait) {
        assertThat(RateLimitHeaders.wait(headers(Map.of("x-ratelimit-reset", value)), CLOCK))
                .isEqualTo(Optional.ofNullable(wait));
    }

    @Test
    void retry_after_has_precedence_over_reset() {
        Map<String, String> both = Map.of("Retry-After", "7", "X-RateLimit-Reset", "1785585645");

        assertThat(RateLimitHeaders.wait(headers(both), CLOCK)).contains(Duration.ofSeconds(7));
    }

    @Test
    void reset_is_used_if_retry_after_is_not_readable() {
        Map<String, String> both = Map.of("Retry-After", "soon", "X-RateLimit-Reset", "1785585645");

        assertThat(RateLimitHeaders.wait(headers(both), CLOCK)).contains(Duration.ofSeconds(45));
    }

    @ParameterizedTest
    @CsvSource({"Retry-After, 'Sat, 01 Aug 2026 13:00:20 GMT'", "X-RateLimit-Reset, 1785589220"})
    void dates_are_relative_to_the_servers_clock(String name, String value) {
        Map<String, String> anHourAhead = Map.of("Date", "Sat, 01 Aug 2026 13:00:00 GMT", name, value);

        assertThat(RateLimitHeaders.wait(headers(anHourAhead), CLOCK)).contains(Duration.ofSeconds(20));
    }

    @Test
    void the_local_clock_is_used_if_the_servers_date_is_not_readable() {
        Map<String, String> odd = Map.of("Date", "yesterday", "X-RateLimit-Reset", "1785585645");

        assertThat(RateLimitHeaders.wait(headers(odd), CLOCK)).contains(Duration.ofSeconds(45));
    }

    @Test
    void without_headers_there_is_no_wait() {
        assertThat(RateLimitHeaders.wait(headers(Map.of()), CLOCK)).isEmpty();
        assertThat(RateLimitHeaders.serverTime(headers(Map.of()))).isEmpty();
    }

    @Test
    void the_date_header_gives_the_servers_time() {
        assertThat(RateLimitHeaders.serverTime(headers(Map.of("date", "Sat, 01 Aug 2026 12:00:00 GMT"))))
                .contains(NOON);
    }

    private static HttpHeaders headers(Map<String, String> values) {
        Map<String, List<String>> lists = new HashMap<>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return HttpHeaders.of(lists, (name, value) -> true);
    }
}
