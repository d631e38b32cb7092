package io.github.kustomerconnector.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The wait that an answer requests: {@code Retry-After} in seconds or as a date (RFC 9110, 10.2.3), else
 * {@code x-ratelimit-reset} in epoch seconds ("Rate limits", developer.kustomer.com). Dates are compared with the
 * answer's {@code Date}, because the clocks of server and client may differ.
 */
final class RateLimitHeaders {

    /** The longest wait. A longer request of the server is cut to this. */
    static final Duration LONGEST = Duration.ofHours(1);

    private RateLimitHeaders() {}

    /** The time to wait, between zero and {@link #LONGEST}; empty if the headers contain none. */
    static Optional<Duration> wait(HttpHeaders headers, Clock clock) {
        Instant now = serverTime(headers).orElseGet(clock::instant);
        return retryAfter(headers, now).or(() -> untilReset(headers, now)).map(RateLimitHeaders::bounded);
    }

    /** The server's clock at the time of the answer, in whole seconds; empty without a readable {@code Date}. */
    static Optional<Instant> serverTime(HttpHeaders headers) {
        return headers.firstValue("date").flatMap(RateLimitHeaders::httpDate);
    }

    private static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
        return headers.firstValue("retry-after")
                .flatMap(value -> seconds(value)
                        .map(Duration::ofSeconds)
                        .or(() -> httpDate(value).map(date -> Duration.between(now, date))));
    }

    private static Optional<Duration> untilReset(HttpHeaders headers, Instant now) {
        return headers.firstValue("x-ratelimit-reset")
                .flatMap(RateLimitHeaders::seconds)
                .map(Instant::ofEpochSecond)
                .map(reset -> Duration.between(now, reset));
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Optional<Long> seconds(String value) {
        return number(value, 12);
    }

    /**
     * A whole number without sign; empty for anything else.
     *
     * @param maxDigits the maximum number of digits, less than 19
     */
    static Optional<Long> number(String value, int maxDigits) {
        String digits = value.strip();
        boolean isNumber = !digits.isEmpty() && digits.length() <= maxDigits;
        for (int i = 0; i < digits.length() && isNumber; i++) {
            isNumber = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
        }
        return isNumber ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    private static Optional<Instant> httpDate(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
