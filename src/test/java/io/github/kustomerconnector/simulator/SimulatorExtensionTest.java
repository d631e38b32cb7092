package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

final class SimulatorExtensionTest {

    private static final List<KustomerSimulator> STARTED = new ArrayList<>();

    /** The tests that the extension watches. They run only through {@link #run}. */
    static final class Watched {
        @RegisterExtension
        private final SimulatorExtension simulator = new SimulatorExtension();

        private final KustomerSimulator kustomer = simulator.kustomer();

        Watched() {
            STARTED.add(kustomer);
        }

        @Test
        void known() throws IOException {
            assertThat(get(kustomer, "/v1/customers/5f0000000000000000000001")).isEqualTo(404);
        }

        @Test
        void unknown() throws IOException {
            assertThat(get(kustomer, "/v1/nowhere")).isEqualTo(404);
        }

        @Test
        void unknown_in_a_further_simulator() throws IOException {
            KustomerSimulator other = simulator.start(Dialect.REQUESTED);
            STARTED.add(other);

            assertThat(get(other, "/v1/nowhere")).isEqualTo(404);
        }

        @Test
        void expected() throws IOException {
            simulator.expectUnknown(RequestMatcher.path("/v1/nowhere"));

            assertThat(get(kustomer, "/v1/nowhere")).isEqualTo(404);
        }

        @Test
        void another_than_expected() throws IOException {
            simulator.expectUnknown(RequestMatcher.path("/v1/elsewhere"));

            assertThat(get(kustomer, "/v1/nowhere")).isEqualTo(404);
        }

        @Test
        void expected_but_not_sent() {
            simulator.expectUnknown(RequestMatcher.path("/v1/nowhere"));

            assertThat(kustomer.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"known", "expected"})
    void a_test_whose_requests_are_known_or_expected_passes(String method) {
        TestExecutionSummary summary = run(method);

        assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "unknown, GET /v1/nowhere",
        "unknown_in_a_further_simulator, GET /v1/nowhere",
        "another_than_expected, GET /v1/nowhere",
        "expected_but_not_sent, expected unknown requests that were not sent: [a request]"
    })
    void a_request_that_the_simulator_does_not_know_fails_the_test(String method, String problem) {
        TestExecutionSummary summary = run(method);

        assertThat(summary.getTestsFailedCount()).isEqualTo(1);
        assertThat(summary.getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException())
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining(problem));
    }

    @ParameterizedTest
    @CsvSource({"known, 1", "unknown, 1", "unknown_in_a_further_simulator, 2"})
    void each_simulator_is_closed_after_the_test_also_if_the_test_fails(String method, int simulators) {
        run(method);

        assertThat(STARTED)
                .hasSize(simulators)
                .allSatisfy(simulator -> assertThatThrownBy(() -> get(simulator, "/v1/customers"))
                        .isInstanceOf(IOException.class));
    }

    private static int get(KustomerSimulator simulator, String path) throws IOException {
        try (TestClient client = new TestClient(simulator)) {
            return client.get(path).statusCode();
        }
    }

    private static TestExecutionSummary run(String method) {
        STARTED.clear();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(Watched.class, method))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }
}
