package io.github.kustomerconnector.http;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.kustomerconnector.client.KustomerClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Clock;
import java.util.Map;

/** Clients for which a simulated server on this computer has the name of a server elsewhere. */
public final class MappedClients {

    private MappedClients() {}

    /** A client with the settings of the product. It sends the requests for the host of {@code from} to {@code to}. */
    public static KustomerClient create(URI from, URI to) {
        HttpClient http = Transport.forCalls(new ProxySettings(Map.of()));
        HttpClient mapped = mock(HttpClient.class);
        when(mapped.sendAsync(any(), any())).thenAnswer(call -> {
            HttpRequest request = call.getArgument(0);
            BodyHandler<Object> handler = call.getArgument(1);
            boolean isMapped = from.getHost().equals(request.uri().getHost());
            return http.sendAsync(isMapped ? sentTo(to, request) : request, handler);
        });
        Clock clock = Clock.systemUTC();
        return new KustomerClient(
                new RequestSessions(
                        new Transport(mapped, System::nanoTime),
                        clock,
                        RateLimiter.WINDOW,
                        Meters.NONE,
                        () -> AllowedHosts.of(Map.of())),
                clock);
    }

    private static HttpRequest sentTo(URI server, HttpRequest request) {
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .uri(URI.create(server + request.uri().getRawPath()))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }
}
