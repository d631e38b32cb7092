package io.github.kustomerconnector.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The wait that an answer requests: {@code Retry-After} in seconds or as a date (RFC 9110, 10.2.3), else
 * {@code x-ratelimit-reset} in epoch seconds ("Rate limits", developer.kustomer.com). Dates are compared with the
 * answer's {@code Date}, because the clocks of server and client may differ. Proxies also send fractions of seconds,
 * and a reset as the seconds from now.
 */
final class RateLimitHeaders {

    /** The longest wait. A longer request of the server is cut to this. */
    static final Duration LONGEST = Duration.ofHours(1);

    /** The first epoch second that a reset can mean, in the year 2001. A smaller number is a time from now. */
    private static final BigDecimal FIRST_EPOCH_SECOND = BigDecimal.valueOf(1_000_000_000L);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");

    /** The three formats of a date in a header (RFC 9110, 5.6.7). All are in UTC. */
    private static final List<DateTimeFormatter> HTTP_DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            utc("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"),
            utc("EEE MMM ppd HH:mm:ss yyyy"));

    private RateLimitHeaders() {}

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

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
                        .map(RateLimitHeaders::duration)
                        .or(() -> httpDate(value).map(date -> Duration.between(now, date))));
    }

    private static Optional<Duration> untilReset(HttpHeaders headers, Instant now) {
        return headers.firstValue("x-ratelimit-reset")
                .flatMap(RateLimitHeaders::seconds)
                .map(reset -> untilReset(reset, now));
    }

    private static Duration untilReset(BigDecimal reset, Instant now) {
        return reset.compareTo(FIRST_EPOCH_SECOND) < 0
                ? duration(reset)
                : Duration.between(now, Instant.EPOCH.plus(duration(reset)));
    }

    /** The duration in milliseconds, rounded up, so that no request is sent too early. */
    private static Duration duration(BigDecimal seconds) {
        return Duration.ofMillis(
                seconds.movePointRight(3).setScale(0, RoundingMode.CEILING).longValue());
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** A number of seconds without sign; empty for anything else. */
    private static Optional<BigDecimal> seconds(String value) {
        return Optional.of(value.strip())
                .filter(digits -> SECONDS.matcher(digits).matches())
                .map(BigDecimal::new);
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
        return HTTP_DATES.stream()
                .flatMap(format -> date(value.strip(), format).stream())
                .findFirst();
    }

    private static Optional<Instant> date(String value, DateTimeFormatter format) {
        try {
            return Optional.of(format.parse(value, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
