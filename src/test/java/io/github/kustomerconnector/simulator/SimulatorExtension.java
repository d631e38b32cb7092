package io.github.kustomerconnector.simulator;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts a simulator for each test of this project, in an instance field with {@code @RegisterExtension}. After the
 * test it closes the simulator and checks its requests as {@link KustomerTest} does.
 *
 * <p>These tests use this class in place of {@link KustomerTest}, because they set up a {@link KustomerSimulator}, with
 * all its settings and faults, in the fields of the test class, before JUnit calls an extension.
 */
public final class SimulatorExtension implements AfterEachCallback {

    private final List<KustomerSimulator> started = new ArrayList<>();
    private final UnknownRequests unknown = new UnknownRequests();
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
        unknown.expect("a request", matcher);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            unknown.check(started);
        } finally {
            started.forEach(KustomerSimulator::close);
        }
    }
}
