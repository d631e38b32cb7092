package io.github.kustomerconnector.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Handles every HTTP request: record it, read it, carry it out, reply. A fault can be injected at each step. */
final class RequestHandler implements HttpHandler {

    private static final Reply NOTHING_DONE = Reply.json(200, "{\"data\":{}}");

    private final Gateway gateway;
    private final Uploads uploads;
    private final RequestLog log;
    private final FaultScript faults;
    private final FaultInjector injector;
    private final ReadLag lag;
    private final Settings settings;
    private final Runnable beforeEach;
    private final RequestTraces traces = new RequestTraces();
    private final AtomicInteger activeRequests = new AtomicInteger();

    /** @param beforeEach runs before each request is carried out */
    RequestHandler(
            Gateway gateway,
            Uploads uploads,
            RequestLog log,
            FaultScript faults,
            FaultInjector injector,
            ReadLag lag,
            Settings settings,
            Runnable beforeEach) {
        this.beforeEach = beforeEach;
        this.gateway = gateway;
        this.uploads = uploads;
        this.log = log;
        this.faults = faults;
        this.injector = injector;
        this.lag = lag;
        this.settings = settings;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        activeRequests.incrementAndGet();
        try (exchange) {
            handleSafely(new Exchange(exchange, log, settings, traces));
        } finally {
            activeRequests.decrementAndGet();
        }
    }

    /** The last requests with their durations. */
    RequestTraces traces() {
        return traces;
    }

    int activeRequests() {
        return activeRequests.get();
    }

    /** Replies 500 if the simulator or a test's hook throws, and records the request as unexpected. */
    private void handleSafely(Exchange exchange) throws IOException {
        try {
            process(exchange);
        } catch (RuntimeException e) {
            log.addUnexpected(exchange.request().withStatus(500));
            exchange.send(Reply.text(500, "The simulator failed: " + e));
        } finally {
            exchange.trace().end();
        }
    }

    private void process(Exchange exchange) throws IOException {
        if (isEndedByFault(exchange, Fault.Step.BEFORE_READING, NOTHING_DONE)) {
            return;
        }
        exchange.readBody();
        if (isEndedByFault(exchange, Fault.Step.AFTER_READING, NOTHING_DONE)) {
            return;
        }
        beforeEach.run();
        Reply reply = Uploads.isFor(exchange.request())
                ? uploads.reply(exchange.request())
                : lag.shown(exchange.request(), gateway.reply(exchange.request()));
        if (!isEndedByFault(exchange, Fault.Step.AFTER_STORING, reply)) {
            exchange.send(reply);
        }
    }

    private boolean isEndedByFault(Exchange exchange, Fault.Step step, Reply reply) throws IOException {
        for (boolean combined : new boolean[] {true, false}) {
            Optional<Fault> fault = faults.due(exchange.request(), step, combined);
            fault.ifPresent(exchange.trace()::fault);
            if (fault.isPresent() && injector.inject(fault.get(), exchange, reply)) {
                return true;
            }
        }
        return false;
    }
}
