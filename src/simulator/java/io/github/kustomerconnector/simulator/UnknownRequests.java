package io.github.kustomerconnector.simulator;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Fails a test for each request that Kustomer does not know, unless the test expects it. */
final class UnknownRequests {

    private final List<RequestMatcher> expected = new CopyOnWriteArrayList<>();

    /** Declares that a test sends such a request, at least once. */
    void expect(RequestMatcher matcher) {
        expected.add(matcher);
    }

    void clear() {
        expected.clear();
    }

    /**
     * Compares the requests of a test with the expected ones.
     *
     * @throws AssertionError if an unknown request is not expected, or an expected one was not sent
     */
    void check(Collection<KustomerSimulator> simulators) {
        List<RecordedRequest> unknown = simulators.stream()
                .flatMap(simulator -> simulator.unexpected().stream())
                .toList();
        List<RecordedRequest> unexpected = unknown.stream()
                .filter(request -> expected.stream().noneMatch(matcher -> matcher.matches(request)))
                .toList();
        if (!unexpected.isEmpty()) {
            throw new AssertionError("requests that the simulated Kustomer does not know: " + unexpected);
        }
        Predicate<RequestMatcher> isSent = matcher -> unknown.stream().anyMatch(matcher::matches);
        if (!expected.stream().allMatch(isSent)) {
            throw new AssertionError("an expected unknown request was not sent");
        }
    }
}
