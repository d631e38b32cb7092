package io.github.kustomerconnector.client;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Carries out calls. Holds the connection pool, the creates under way and what is known of rate limits; safe for use by
 * many threads, made once for a process.
 */
public final class KustomerClient {

    private static final int REMEMBERED_TASKS = 10_000;

    private final Transport transport;
    private final ReplyReader reader;
    private final RateGate gate;
    private final Clock clock;
    private final Meters meters;
    private final InFlight inFlight = new InFlight();
    private final Made made = new Made(REMEMBERED_TASKS, System::nanoTime);

    KustomerClient(Transport transport, Clock clock, Duration rateWindow, Meters meters) {
        this.transport = transport;
        this.reader = new ReplyReader(clock);
        this.clock = clock;
        this.gate = new RateGate(clock, rateWindow);
        this.meters = meters;
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
        return new KustomerClient(
                new Transport(() -> new ProxySettings(environment)),
                Clock.systemUTC(),
                rateWindow,
                Meters.ofClassPath());
    }

    /**
     * Carries the call out, in as few requests as it takes; ends within 90 seconds. Of creates, the same identity is sent once at
     * a time.
     *
     * @throws KustomerException if the call did not end well, or nobody knows
     */
    public <E extends Ended> E carryOut(Endpoint endpoint, Call<E> call) {
        return carryOut(endpoint, call, Documents.NONE);
    }

    /** As {@link #carryOut(Endpoint, Call)}, for a call that may carry documents. */
    @SuppressWarnings("unchecked") // Each kind of call declares how it ends; the compiler forgets it in the switch.
    public <E extends Ended> E carryOut(Endpoint endpoint, Call<E> call, Documents documents) {
        TimeBudget time = new TimeBudget(System::nanoTime, call.timeout());
        Exchange exchange = new Exchange(transport, reader, gate, endpoint, time, meters);
        return (E)
                switch (call) {
                    case Call.Create create ->
                        inFlight.once(
                                endpoint,
                                create,
                                time,
                                () -> inTurn(
                                        endpoint, call, () -> new Creation(exchange, create, made, documents).run()));
                    case Call.Find find -> inTurn(endpoint, call, () -> new Finding(exchange, find).run());
                    case Call.Change change ->
                        inTurn(endpoint, call, () -> new Alteration(exchange, change, made).run());
                    case Call.Dispatch dispatch ->
                        inFlight.once(
                                endpoint,
                                dispatch.task(),
                                dispatch,
                                time,
                                () -> inTurn(
                                        endpoint,
                                        call,
                                        () -> new Dispatching(exchange, dispatch, made, documents, clock).run()));
                    case Call.Delete delete -> inTurn(endpoint, call, () -> new Deletion(exchange, delete, made).run());
                    case Call.Gather gather -> inTurn(endpoint, call, () -> new Gathering(exchange, gather).run());
                    case Call.Send send -> inTurn(endpoint, call, () -> new Sending(exchange, send).run());
                };
    }

    /** A call waits for its turn while others do, since its budget is used up. */
    private <E extends Ended> E inTurn(Endpoint endpoint, Call<?> call, Supplier<E> run) {
        gate.holdBack(quota(endpoint, call), call.task()).ifPresent(wait -> {
            meters.waits(call.request(), wait);
            throw new KustomerException(ReplyReader.heldBack(call.request(), wait));
        });
        try {
            return run.get();
        } catch (KustomerException e) {
            throw e.failure() instanceof Failure.RateLimited limited
                    ? new KustomerException(inRow(endpoint, call, limited))
                    : e;
        }
    }

    /** The wait of a task that was refused: its place among all that wait, if it is a budget that is used up. */
    private Failure inRow(Endpoint endpoint, Call<?> call, Failure.RateLimited limited) {
        return gate.holdBack(quota(endpoint, call), call.task())
                .map(wait -> {
                    meters.waits(call.request(), wait);
                    return new Failure.RateLimited(limited.trace(), limited.message(), wait);
                })
                .orElse(limited);
    }

    private static Quota quota(Endpoint endpoint, Call<?> call) {
        return new Quota(endpoint, call.request().budget());
    }
}
