package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Call;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Sessions for tests that send no request. */
public final class OfflineSessions {

    private static final Transport TRANSPORT = new Transport(() -> new ProxySettings(Map.of()));

    private OfflineSessions() {}

    /** A session whose deadline starts now. */
    public static RequestSession open(Endpoint endpoint, Call<?> call) {
        return session(endpoint, call, new Deadline(System::nanoTime, Duration.ofMinutes(1)));
    }

    /** A session whose deadline has passed. */
    public static RequestSession expired(Endpoint endpoint, Call<?> call) {
        AtomicLong nanos = new AtomicLong();
        Deadline deadline = new Deadline(nanos::get, Duration.ofSeconds(1));
        nanos.set(Deadline.TOTAL.plusSeconds(1).toNanos());
        return session(endpoint, call, deadline);
    }

    private static RequestSession session(Endpoint endpoint, Call<?> call, Deadline deadline) {
        Clock clock = Clock.systemUTC();
        RateLimiter rateLimiter = new RateLimiter(clock, RateLimiter.WINDOW);
        return new RequestSession(
                TRANSPORT,
                new ReplyReader(clock),
                rateLimiter,
                endpoint,
                call,
                deadline,
                Meters.NONE,
                AllowedHosts.of(Map.of()));
    }
}
