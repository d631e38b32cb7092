package io.github.kustomerconnector.simulator;

import java.util.concurrent.atomic.AtomicInteger;

/** Chooses the requests that a fault strikes. Before the body is read, a request's body is empty. */
@FunctionalInterface
public interface RequestMatcher {

    /** Whether the request is meant. Asked once for each request and fault in turn, until a fault is found. */
    boolean matches(RecordedRequest request);

    /** Every request. */
    static RequestMatcher any() {
        return request -> true;
    }

    /** Requests of one method. */
    static RequestMatcher method(String method) {
        return request -> request.method().equals(method);
    }

    /** Requests whose raw path begins in one way. */
    static RequestMatcher path(String prefix) {
        return request -> request.path().startsWith(prefix);
    }

    /** What this and the other one mean. */
    default RequestMatcher and(RequestMatcher other) {
        return request -> matches(request) && other.matches(request);
    }

    /** Only the nth, from 1, of the requests that this one means. */
    default RequestMatcher nth(int n) {
        AtomicInteger seen = new AtomicInteger();
        return request -> matches(request) && seen.incrementAndGet() == n;
    }
}
