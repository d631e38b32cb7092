package io.github.kustomerconnector.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts a simulator for each test, in an instance field with {@code @RegisterExtension}. After the test it closes the
 * simulator, and fails the test for each request that the simulator did not know.
 */
public final class SimulatorExtension implements AfterEachCallback {

    private final List<KustomerSimulator> started = new ArrayList<>();
    private final List<RequestMatcher> expected = new ArrayList<>();
    private final KustomerSimulator kustomer = start(Dialect.LIVE);

    /** The simulator of the live API. */
    public KustomerSimulator kustomer() {
        return kustomer;
    }

    /** Starts a further simulator, which is checked and closed in the same way. */
    public KustomerSimulator start(Dialect dialect) {
        KustomerSimulator simulator = KustomerSimulator.start(dialect);
        started.add(simulator);
        return simulator;
    }

    /** Declares that the test sends a request that the simulator does not know. The test fails if there is none. */
    public void expectUnknown(RequestMatcher matcher) {
        expected.add(matcher);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            check(started.stream().flatMap(each -> each.unexpected().stream()).toList());
        } finally {
            started.forEach(KustomerSimulator::close);
        }
    }

    private void check(List<RecordedRequest> unknown) {
        List<RecordedRequest> unexpected = unknown.stream()
                .filter(request -> expected.stream().noneMatch(matcher -> matcher.matches(request)))
                .toList();
        if (!unexpected.isEmpty()) {
            throw new AssertionError("requests that the simulator does not know: " + unexpected);
        }
        Predicate<RequestMatcher> met = matcher -> unknown.stream().anyMatch(matcher::matches);
        if (!expected.stream().allMatch(met)) {
            throw new AssertionError("an expected unknown request was not sent");
        }
    }
}
