package io.github.kustomerconnector.http;

import io.github.kustomerconnector.client.KustomerClient;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;

/** Clients whose requests a test counts, with the clock of the test. */
public final class WatchedClients {
    private WatchedClients() {}

    /** A client with the settings of the product. {@code watch} counts its requests. */
    public static KustomerClient create(PostWatch watch, Clock clock) {
        HttpClient http = Transport.forCalls(new ProxySettings(Map.of()));
        Transport transport = new Transport(new WatchedHttpClient(http, watch), System::nanoTime);
        return new KustomerClient(
                new RequestSessions(transport, clock, RateLimiter.WINDOW, Meters.NONE, () -> AllowedHosts.of(Map.of())),
                clock);
    }
}
