package io.github.kustomerconnector.simulator;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Fails a test for each request that Kustomer does not know, unless the test expects it. */
final class UnknownRequests {

    private record Expected(String name, RequestMatcher matcher) {}

    private final List<Expected> expected = new CopyOnWriteArrayList<>();

    /**
     * Declares that a test sends such a request, at least once.
     *
     * @param name of the request in the error
     */
    void expect(String name, RequestMatcher matcher) {
        expected.add(new Expected(name, matcher));
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
                .filter(request ->
                        expected.stream().noneMatch(one -> one.matcher().matches(request)))
                .toList();
        if (!unexpected.isEmpty()) {
            throw new AssertionError("requests that the simulated Kustomer does not know: " + unexpected);
        }
        List<String> missing = expected.stream()
                .filter(one -> unknown.stream().noneMatch(one.matcher()::matches))
                .map(Expected::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError("expected unknown requests that were not sent: " + missing);
        }
    }
}
