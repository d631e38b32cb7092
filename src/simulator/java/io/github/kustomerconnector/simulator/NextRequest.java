package io.github.kustomerconnector.simulator;

import java.time.Duration;
import java.util.Map;

/**
 * The next request of a kind, for which a test chooses a fault:
 * {@code kustomer.afterNextCreate().to("/v1/customers").loseTheAnswer()}. Each method that names a fault adds it; a
 * request gets the fault that was added first.
 */
public final class NextRequest {

    /** Requests that create a record. A search and a request to a hook are no creates. */
    static final RequestMatcher CREATES =
            request -> request.method().equals("POST") && !request.path().matches(".*/search|/v1/hooks/.*|/uploads.*");

    /** Requests that change a record. */
    static final RequestMatcher UPDATES = request -> request.method().matches("PUT|PATCH");

    private final KustomerSimulator simulator;
    private final Fault.Step step;
    private final RequestMatcher matcher;
    private final int times;

    NextRequest(KustomerSimulator simulator, Fault.Step step, RequestMatcher matcher, int times) {
        this.simulator = simulator;
        this.step = step;
        this.matcher = matcher;
        this.times = times;
    }

    /** Only requests whose path has this beginning, such as {@code /v1/conversations}. */
    public NextRequest to(String pathPrefix) {
        return new NextRequest(simulator, step, matcher.and(RequestMatcher.path(pathPrefix)), times);
    }

    /** The next requests instead of only one. */
    public NextRequest times(int number) {
        return new NextRequest(simulator, step, matcher, number);
    }

    /** Closes the connection without an answer. */
    public void loseTheAnswer() {
        inject(Fault.close(step));
    }

    /** Sends half of the answer, then closes the connection. */
    public void cutTheAnswer() {
        inject(Fault.halfBody(step));
    }

    /** Waits before the answer. */
    public void delayTheAnswer(Duration duration) {
        inject(Fault.stall(step, duration));
    }

    /**
     * Answers as a proxy does, with an HTML page.
     *
     * @param status an HTTP status, such as 503
     */
    public void answer(int status) {
        inject(Fault.html(step, status));
    }

    /**
     * Answers with JSON.
     *
     * @param status an HTTP status, such as 400
     */
    public void answer(int status, String json) {
        inject(Fault.json(step, status, json));
    }

    /** Answers 429 with {@code Retry-After}, as Kustomer does over its rate limit. */
    public void askToWait(Duration duration) {
        inject(Fault.status(step, 429, Map.of("Retry-After", String.valueOf(duration.toSeconds()))));
    }

    private void inject(Fault fault) {
        simulator.inject(fault, matcher, times);
    }
}
