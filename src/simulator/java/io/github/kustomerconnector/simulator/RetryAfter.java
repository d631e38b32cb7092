package io.github.kustomerconnector.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * The form of {@code Retry-After} in a 429 (RFC 9110, section 10.2.3), in addition to Kustomer's {@code
 * x-ratelimit-reset}.
 */
public enum RetryAfter {
    /** No header. The vendor's documents do not mention one. */
    NONE,
    /** The whole seconds until the window ends. */
    SECONDS,
    /**
     * An HTTP date. Do not change the simulator's clock then, because the {@code Date} header has the machine's
     * time.
     */
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
