package io.github.kustomerconnector.client;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;

/** Clients whose requests a test watches, on a clock of the test's. */
public final class WatchedClients {
    private WatchedClients() {}

    /** A client with the product's settings; every request of its goes past {@code watch}. */
    public static KustomerClient create(PostWatch watch, Clock clock) {
        HttpClient http = Transport.forCalls(new ProxySettings(Map.of()));
        return new KustomerClient(
                new Transport(new WatchedHttpClient(http, watch), System::nanoTime),
                clock,
                RateGate.WINDOW,
                Meters.NONE);
    }
}
