package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Opens the sessions in which calls send their requests: the only way to Kustomer, so that each request passes the
 * rate limit. It holds the connection pool and the rate limits of a process. It is safe for use by many threads.
 */
public final class RequestSessions {

    private final Transport transport;
    private final ReplyReader reader;
    private final RateLimiter rateLimiter;
    private final Meters meters;
    private final Lazy<AllowedHosts> allowedHosts;

    RequestSessions(
            Transport transport,
            Clock clock,
            Duration rateLimitWindow,
            Meters meters,
            Supplier<AllowedHosts> allowedHosts) {
        this.transport = transport;
        this.reader = new ReplyReader(clock);
        this.rateLimiter = new RateLimiter(clock, rateLimitWindow);
        this.meters = meters;
        this.allowedHosts = new Lazy<>(allowedHosts);
    }

    /**
     * Sessions with the proxy settings and the allowed hosts of a process environment. Unreadable settings fail each
     * request with {@link Failure.InvalidInput}.
     */
    public static RequestSessions create(Map<String, String> environment) {
        return create(environment, RateLimiter.WINDOW);
    }

    /**
     * As {@link #create(Map)}, for a Kustomer whose rate limits do not hold for one minute.
     *
     * @param rateLimitWindow longer than zero
     */
    public static RequestSessions create(Map<String, String> environment, Duration rateLimitWindow) {
        return new RequestSessions(
                new Transport(() -> new ProxySettings(environment)),
                new SteadyClock(Clock.systemUTC(), System::nanoTime),
                rateLimitWindow,
                Meters.ofClassPath(),
                () -> AllowedHosts.of(environment));
    }

    /**
     * The session of one execution. Its deadline starts now.
     *
     * @throws KustomerException with {@link Failure.InvalidInput} if the host of the endpoint is not allowed
     */
    public RequestSession open(Endpoint endpoint, Call<?> call) {
        AllowedHosts hosts = allowedHosts.get();
        hosts.requireForCalls(endpoint.base());
        Deadline deadline = new Deadline(System::nanoTime, call.timeout());
        return new RequestSession(transport, reader, rateLimiter, endpoint, call, deadline, meters, hosts);
    }
}
