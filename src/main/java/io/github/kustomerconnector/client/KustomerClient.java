package io.github.kustomerconnector.client;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Carries out calls. Holds the connection pool, the creates under way and what is known of rate limits; safe for use by
 * many threads, made once for a process.
 */
public final class KustomerClient {

    private static final int REMEMBERED_TASKS = 10_000;

    private final Transport transport;
    private final ReplyReader reader;
    private final RateGate gate;
    private final InFlight inFlight = new InFlight();
    private final Made made = new Made(REMEMBERED_TASKS, System::nanoTime);

    KustomerClient(Transport transport, Clock clock, Duration rateWindow) {
        this.transport = transport;
        this.reader = new ReplyReader(clock);
        this.gate = new RateGate(clock, rateWindow);
    }

    /**
     * A client with the proxy settings of a process environment; settings that are not readable fail each create with
     * {@link Failure.InvalidInput}.
     */
    public static KustomerClient create(Map<String, String> environment) {
        return create(environment, RateGate.WINDOW);
    }

    /**
     * As {@link #create(Map)}, for a Kustomer whose rate limits hold for another time than a minute.
     *
     * @param rateWindow longer than zero
     */
    public static KustomerClient create(Map<String, String> environment, Duration rateWindow) {
        return new KustomerClient(new Transport(() -> new ProxySettings(environment)), Clock.systemUTC(), rateWindow);
    }

    /**
     * Creates the record, or finds the one that is there. One request where nothing goes wrong; ends within 90 seconds. The
     * same identity is sent once at a time.
     *
     * @throws KustomerException if the record is not there in the end, or nobody knows
     */
    public Settled create(Endpoint endpoint, Call call) {
        refuseToSendTheKey(endpoint, call.request());
        TimeBudget time = new TimeBudget(System::nanoTime, call.timeout());
        return inFlight.once(endpoint, call, time, () -> createNow(endpoint, call, time));
    }

    private Settled createNow(Endpoint endpoint, Call call, TimeBudget time) {
        gate.holdBack(endpoint, call.task()).ifPresent(wait -> {
            throw new KustomerException(ReplyReader.heldBack(call.request(), wait));
        });
        try {
            return new Creation(new Exchange(transport, reader, gate, endpoint, time), call, made).run();
        } catch (KustomerException e) {
            throw e.failure() instanceof Failure.RateLimited limited
                    ? new KustomerException(inRow(endpoint, call, limited))
                    : e;
        }
    }

    /** The wait of a task that was refused: its place among all that wait, if it is the organization that must wait. */
    private Failure inRow(Endpoint endpoint, Call call, Failure.RateLimited limited) {
        return gate.holdBack(endpoint, call.task())
                .map(wait -> new Failure.RateLimited(limited.trace(), limited.message(), wait))
                .orElse(limited);
    }

    /** The runtime replaces secrets in every text, also in text that comes from a stranger. */
    private static void refuseToSendTheKey(Endpoint endpoint, Request request) {
        ApiKey key = endpoint.key();
        if (key.isIn(request.path().encoded()) || (request.body() != null && key.isIn(request.body()))) {
            throw new KustomerException(new Failure.InvalidInput(
                    Trace.NOTHING, "A field of the record contains the API key: it is not sent"));
        }
    }
}
