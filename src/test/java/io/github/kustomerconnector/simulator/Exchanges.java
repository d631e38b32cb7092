package io.github.kustomerconnector.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The way of every request: read, recorded, done and answered, with a fault at any step. */
final class Exchanges implements HttpHandler {

    private static final Answer NOTHING_DONE = Answer.json(200, "{\"data\":{}}");

    private final Gateway gateway;
    private final Uploads uploads;
    private final Journal journal;
    private final Faults faults;
    private final Strikes strikes;
    private final Settings settings;
    private final AtomicInteger underWay = new AtomicInteger();

    Exchanges(Gateway gateway, Uploads uploads, Journal journal, Faults faults, Strikes strikes, Settings settings) {
        this.gateway = gateway;
        this.uploads = uploads;
        this.journal = journal;
        this.faults = faults;
        this.strikes = strikes;
        this.settings = settings;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        underWay.incrementAndGet();
        try (exchange) {
            passOrFail(new Visit(exchange, journal, settings));
        } finally {
            underWay.decrementAndGet();
        }
    }

    int underWay() {
        return underWay.get();
    }

    /** A failure of the simulator itself, or of a test's hook, is answered with 500 and remembered as unexpected. */
    private void passOrFail(Visit visit) throws IOException {
        try {
            pass(visit);
        } catch (RuntimeException e) {
            journal.addUnexpected(visit.request());
            visit.send(Answer.html(500, "The simulator failed: " + e));
        }
    }

    private void pass(Visit visit) throws IOException {
        if (ended(visit, Fault.Step.BEFORE_READING, NOTHING_DONE)) {
            return;
        }
        visit.readBody();
        if (ended(visit, Fault.Step.AFTER_READING, NOTHING_DONE)) {
            return;
        }
        Answer answer =
                uploads.isFor(visit.request()) ? uploads.answer(visit.request()) : gateway.answer(visit.request());
        if (!ended(visit, Fault.Step.AFTER_STORING, answer)) {
            visit.send(answer);
        }
    }

    private boolean ended(Visit visit, Fault.Step step, Answer answer) throws IOException {
        Optional<Fault> fault = faults.due(visit.request(), step);
        return fault.isPresent() && strikes.strike(fault.get(), visit, answer);
    }
}
