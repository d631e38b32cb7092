package io.github.kustomerconnector.simulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The budget of the whole organization, that of searches, and that of new records of each kind for each customer. */
final class RateLimits {

    private final Settings settings;
    private final Map<String, Window> customers = new ConcurrentHashMap<>();
    private volatile Window organization = new Window();
    private volatile Window searches = new Window();

    RateLimits(Settings settings) {
        this.settings = settings;
    }

    void clear() {
        organization = new Window();
        searches = new Window();
        customers.clear();
    }

    void countRequest() {
        count(organization, settings.rateLimit());
    }

    void countSearch() {
        count(searches, settings.searchRateLimit());
    }

    void countNew(String type, String customer) {
        count(customers.computeIfAbsent(type + ' ' + customer, id -> new Window()), settings.customerRateLimit());
    }

    /** What every answer says about the organization's budget. */
    Map<String, String> headers() {
        int limit = settings.rateLimit();
        int used = organization.used(settings.now());
        Map<String, String> headers = new HashMap<>();
        headers.put("x-ratelimit-limit", String.valueOf(limit));
        headers.put("x-ratelimit-remaining", String.valueOf(Math.max(0, limit - used)));
        if (used > limit) {
            headers.put("x-ratelimit-reset", String.valueOf(wholeSecond(organization.end())));
        }
        return headers;
    }

    private void count(Window window, int limit) {
        Instant now = settings.now();
        if (window.take(now, settings.window()) > limit) {
            throw new Refusal(
                    List.of(Problem.of(429, Reason.RATE_LIMITED, "Too Many Requests")),
                    settings.retryAfter().header(now, window.end()));
        }
    }

    private static long wholeSecond(Instant instant) {
        return instant.plusMillis(999).getEpochSecond();
    }
}
