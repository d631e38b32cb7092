package io.github.kustomerconnector.simulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rate limits: of the organization, of searches, and of new records for each kind and customer. */
final class RateLimits {

    /** How many customers are counted at the same time; then the oldest starts again. */
    private static final int MAX_CUSTOMERS = 100_000;

    private final Settings settings;
    private final LatestEntries<String, FixedWindow> customers = new LatestEntries<>(MAX_CUSTOMERS);
    private volatile FixedWindow organization = new FixedWindow();
    private volatile FixedWindow searches = new FixedWindow();

    RateLimits(Settings settings) {
        this.settings = settings;
    }

    void clear() {
        organization = new FixedWindow();
        searches = new FixedWindow();
        customers.clear();
    }

    void countRequest() {
        count(organization, settings.values().rateLimit);
    }

    void countSearch() {
        count(searches, settings.values().searchRateLimit);
    }

    void countNew(String type, String customer) {
        count(customers.findOrAdd(type + ' ' + customer, FixedWindow::new), settings.values().customerRateLimit);
    }

    /** The headers of every reply with the state of the organization's rate limit. */
    Map<String, String> headers() {
        int limit = settings.values().rateLimit;
        int used = organization.used(settings.now());
        Map<String, String> headers = new HashMap<>();
        headers.put("x-ratelimit-limit", String.valueOf(limit));
        headers.put("x-ratelimit-remaining", String.valueOf(Math.max(0, limit - used)));
        if (used > limit) {
            headers.put("x-ratelimit-reset", String.valueOf(wholeSecond(organization.end())));
        }
        return headers;
    }

    private void count(FixedWindow window, int limit) {
        Instant now = settings.now();
        if (window.take(now, settings.values().window) > limit) {
            throw new ApiErrorException(
                    List.of(ApiError.of(429, ErrorCode.RATE_LIMITED, "Too Many Requests")),
                    settings.values().retryAfter.header(now, window.end()));
        }
    }

    private static long wholeSecond(Instant instant) {
        return instant.plusMillis(999).getEpochSecond();
    }
}
