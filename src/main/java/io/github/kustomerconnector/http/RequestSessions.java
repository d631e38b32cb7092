package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Failure;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Opens the sessions in which calls send their requests: the only way to Kustomer, so that each request passes the
 * rate limit. It holds the connection pool and the rate limits of a process. It is safe for use by many threads.
 */
public final class RequestSessions {

    private final Transport transport;
    private final ReplyReader reader;
    private final RateLimiter rateLimiter;
    private final Meters meters;

    RequestSessions(Transport transport, Clock clock, Duration rateLimitWindow, Meters meters) {
        this.transport = transport;
        this.reader = new ReplyReader(clock);
        this.rateLimiter = new RateLimiter(clock, rateLimitWindow);
        this.meters = meters;
    }

    /**
     * Sessions with the proxy settings of a process environment. Unreadable settings fail each request with
     * {@link Failure.InvalidInput}.
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
                Clock.systemUTC(),
                rateLimitWindow,
                Meters.ofClassPath());
    }

    /** The session of one execution. Its deadline starts now. */
    public RequestSession open(Endpoint endpoint, Call<?> call) {
        Deadline deadline = new Deadline(System::nanoTime, call.timeout());
        return new RequestSession(transport, reader, rateLimiter, endpoint, call, deadline, meters);
    }
}
