package io.github.kustomerconnector.simulator;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Selects the requests into which a fault is injected. At {@link Fault.Step#BEFORE_READING}, the body of a request
 * is empty.
 */
@ForOwnTests
@FunctionalInterface
public interface RequestMatcher {

    /**
     * Whether the request matches. It is called at most once for each fault and request, and not after another
     * fault was chosen.
     */
    boolean matches(RecordedRequest request);

    /** Matches every request. */
    static RequestMatcher any() {
        return request -> true;
    }

    /**
     * Matches requests by their method.
     *
     * @param method in upper case, such as {@code POST}
     */
    static RequestMatcher method(String method) {
        return request -> request.method().equals(method);
    }

    /**
     * Matches requests by the beginning of their path.
     *
     * @param prefix of the raw path, such as {@code /v1/customers}
     * @throws IllegalArgumentException if it does not begin with a slash, or has a query or a placeholder, so that no
     *     path has it
     */
    static RequestMatcher path(String prefix) {
        if (!prefix.matches("/[^?#{}\\s]*")) {
            throw new IllegalArgumentException(
                    "a path begins with / and has no query, placeholder or blank, unlike \"%s\"".formatted(prefix));
        }
        return request -> request.path().startsWith(prefix);
    }

    /** Matches the requests that both matchers match. The other one is called only if this one matches. */
    default RequestMatcher and(RequestMatcher other) {
        return request -> matches(request) && other.matches(request);
    }

    /**
     * Matches only one of the requests that this matcher matches.
     *
     * @param n which one, from 1
     */
    default RequestMatcher nth(int n) {
        AtomicInteger seen = new AtomicInteger();
        return request -> matches(request) && seen.incrementAndGet() == n;
    }
}
