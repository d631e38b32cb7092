package io.github.kustomerconnector.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * The next request of a kind, for which a test chooses a fault:
 * {@code kustomer.afterNextCreate().to("/v1/customers").loseTheAnswer()}. Each method that names a fault adds it; a
 * request gets the fault that was added first.
 */
public final class NextRequest {

    private static final RequestMatcher SEARCHES =
            request -> request.method().equals("POST") && request.path().endsWith("/search");

    /** Requests that create a record. A search and a request to a hook are no creates. */
    static final RequestMatcher CREATES = request -> request.method().equals("POST")
            && !SEARCHES.matches(request)
            && !request.path().matches("/v1/hooks/.*|/uploads.*");

    /** Requests that only read, among them searches. */
    static final RequestMatcher READS = request -> request.method().equals("GET") || SEARCHES.matches(request);

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

    /**
     * Only requests whose path has this beginning, such as {@code /v1/conversations}.
     *
     * @throws IllegalArgumentException if it does not begin with a slash
     */
    public NextRequest to(String pathPrefix) {
        return new NextRequest(simulator, step, matcher.and(RequestMatcher.path(pathPrefix)), times);
    }

    /**
     * Only requests of a method, so that a fault of a delete does not hit the read before it.
     *
     * @param name such as {@code DELETE}
     * @throws IllegalArgumentException if it is not in upper case
     */
    public NextRequest method(String name) {
        if (!name.matches("[A-Z]+")) {
            throw new IllegalArgumentException(
                    "a method is in upper case, such as DELETE, unlike \"%s\"".formatted(name));
        }
        return new NextRequest(simulator, step, matcher.and(RequestMatcher.method(name)), times);
    }

    /**
     * The next requests instead of only one.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public NextRequest times(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("times needs at least 1, not " + number);
        }
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

    /**
     * Waits before the answer.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public void delayTheAnswer(Duration duration) {
        inject(Fault.stall(step, required(duration)));
    }

    /**
     * Answers as a proxy does, with an HTML page.
     *
     * @param status an HTTP status, such as 503
     * @throws IllegalArgumentException if the status is not between 200 and 599
     */
    public void answer(int status) {
        inject(Fault.html(step, required(status)));
    }

    /**
     * Answers with JSON.
     *
     * @param status an HTTP status, such as 400
     * @param json sent as it is, also if it is not JSON
     * @throws IllegalArgumentException if the status is not between 200 and 599
     */
    public void answer(int status, String json) {
        inject(Fault.json(step, required(status), Objects.requireNonNull(json, "json")));
    }

    /**
     * Answers 429 with {@code Retry-After} in whole seconds, rounded up, as Kustomer may do over its rate limit.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public void askToWait(Duration duration) {
        long seconds = required(duration).plusNanos(999_999_999).toSeconds();
        inject(Fault.status(step, 429, Map.of("Retry-After", String.valueOf(seconds))));
    }

    private static Duration required(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a duration is 0 or more, not " + duration);
        }
        return duration;
    }

    private static int required(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("a status is between 200 and 599, not " + status);
        }
        return status;
    }

    private void inject(Fault fault) {
        simulator.inject(fault, matcher, times);
    }
}
