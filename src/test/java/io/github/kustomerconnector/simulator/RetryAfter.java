package io.github.kustomerconnector.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** How a 429 says when to come again, beside Kustomer's own {@code x-ratelimit-reset} (RFC 9110, section 10.2.3). */
public enum RetryAfter {
    /** Not at all, as far as the vendor's documents go. */
    NONE,
    /** In whole seconds from now. */
    SECONDS,
    /** As an HTTP date; the {@code Date} header stays the machine's own, so leave the simulator's clock at the system's. */
    HTTP_DATE;

    Map<String, String> header(Instant now, Instant reset) {
        return switch (this) {
            case NONE -> Map.of();
            case SECONDS -> Map.of("Retry-After", String.valueOf(wholeSeconds(now, reset)));
            case HTTP_DATE ->
                Map.of(
                        "Retry-After",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                now.plusSeconds(wholeSeconds(now, reset)).atOffset(ZoneOffset.UTC)));
        };
    }

    private static long wholeSeconds(Instant now, Instant reset) {
        return Duration.between(now, reset).plusMillis(999).toSeconds();
    }
}
