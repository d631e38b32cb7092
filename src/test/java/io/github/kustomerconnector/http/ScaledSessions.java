package io.github.kustomerconnector.http;

import java.time.Clock;
import java.util.Map;

/** Sessions for tests whose time passes faster than that of the machine. */
public final class ScaledSessions {

    private ScaledSessions() {}

    /** The sessions of a new runtime whose rate limits follow {@code clock}. */
    public static RequestSessions of(Clock clock) {
        return new RequestSessions(
                new Transport(() -> new ProxySettings(Map.of())),
                clock,
                RateLimiter.WINDOW,
                Meters.NONE,
                () -> AllowedHosts.of(Map.of()));
    }
}
