package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

final class KustomerExtensionTest {

    private static final List<String> ADDRESSES = new ArrayList<>();
    private static final List<Integer> CUSTOMERS = new ArrayList<>();

    /** Runs only through {@link #run}. Each test leaves a customer behind. */
    @KustomerTest(world = "/simulator/world.json")
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static final class Users {

        @BeforeAll
        static void start(SimulatedKustomer kustomer) {
            ADDRESSES.add(kustomer.baseUrl());
        }

        @BeforeEach
        void look(SimulatedKustomer kustomer) {
            CUSTOMERS.add(kustomer.customers().size());
        }

        @Test
        void one(SimulatedKustomer kustomer) {
            ADDRESSES.add(kustomer.baseUrl());
            assertThat(kustomer.add("customer", Map.of("name", "Ada"))).isNotEmpty();
        }

        @Test
        void two(SimulatedKustomer kustomer) {
            ADDRESSES.add(kustomer.baseUrl());
            assertThat(kustomer.add("customer", Map.of("name", "Ada"))).isNotEmpty();
        }

        @Nested
        final class Inner {
            @Test
            void three(SimulatedKustomer kustomer) {
                ADDRESSES.add(kustomer.baseUrl());
                assertThat(kustomer.customers()).hasSize(1);
            }
        }
    }

    /** JUnit makes the only instance before it calls an extension. */
    @KustomerTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static final class OneInstance {

        private final SimulatedKustomer ofConstructor;

        OneInstance(SimulatedKustomer kustomer) {
            ofConstructor = kustomer;
        }

        @Test
        void has_the_simulator_in_its_constructor_too(SimulatedKustomer kustomer) {
            ADDRESSES.add(kustomer.baseUrl());
            assertThat(ofConstructor).isSameAs(kustomer);
        }
    }

    @KustomerTest(world = "/simulator/world.json")
    static final class Outer {

        @Test
        void has_its_world(SimulatedKustomer kustomer) {
            ADDRESSES.add(kustomer.baseUrl());
            assertThat(kustomer.customers()).hasSize(1);
        }

        @Nested
        @KustomerTest
        final class Other {
            @Test
            void has_a_simulator_without_a_world(SimulatedKustomer kustomer) {
                ADDRESSES.add(kustomer.baseUrl());
                assertThat(kustomer.customers()).isEmpty();
            }
        }
    }

    @KustomerTest
    static final class Lost {
        @Test
        void asks_for_what_kustomer_does_not_know(SimulatedKustomer kustomer) throws IOException {
            ADDRESSES.add(kustomer.baseUrl());
            assertThat(status(kustomer.baseUrl() + "/v1/nowhere")).isEqualTo(404);
        }
    }

    @KustomerTest(world = "/simulator/none.json")
    static final class Worldless {
        @Test
        void needs_its_world(SimulatedKustomer kustomer) {
            assertThat(kustomer.customers()).isEmpty();
        }
    }

    @KustomerTest(world = "/simulator/world-latin1.json")
    static final class Foreign {
        @Test
        void needs_its_world(SimulatedKustomer kustomer) {
            assertThat(kustomer.customers()).isEmpty();
        }
    }

    /** Without the annotation, each test has a simulator of its own. */
    static final class Registered {
        @RegisterExtension
        final KustomerExtension extension = new KustomerExtension();

        @Test
        void has_one_for_a_test(SimulatedKustomer kustomer) {
            ADDRESSES.add(kustomer.baseUrl());
            assertThat(kustomer.customers()).isEmpty();
        }
    }

    @Test
    void one_simulator_serves_the_class_and_starts_each_test_with_the_world() {
        assertThat(run(Users.class).getTestsSucceededCount()).isEqualTo(3);

        assertThat(ADDRESSES).hasSize(4).containsOnly(ADDRESSES.getFirst());
        assertThat(CUSTOMERS).containsExactly(1, 1, 1);
        assertClosed();
    }

    @Test
    void a_request_that_kustomer_does_not_know_fails_the_test() {
        TestExecutionSummary summary = run(Lost.class);

        assertThat(summary.getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException())
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("GET /v1/nowhere"));
        assertClosed();
    }

    @Test
    void a_missing_world_is_named() {
        assertThat(run(Worldless.class).getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException())
                        .hasMessageContaining("there is no file /simulator/none.json")
                        .hasMessageEndingWith("a name without / is in the folder of the class"));
    }

    @Test
    void a_world_in_another_encoding_is_named() {
        assertThat(run(Foreign.class).getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException())
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("/simulator/world-latin1.json for")
                        .hasMessageEndingWith("is not UTF-8 text"));
    }

    @Test
    void the_extension_can_be_registered_for_single_tests() {
        assertThat(run(Registered.class).getTestsSucceededCount()).isEqualTo(1);

        assertClosed();
    }

    @Test
    void a_constructor_can_have_the_simulator() {
        assertThat(run(OneInstance.class).getTestsSucceededCount()).isEqualTo(1);

        assertClosed();
    }

    @Test
    void a_nested_class_with_the_annotation_has_a_simulator_and_a_world_of_its_own() {
        assertThat(run(Outer.class).getTestsSucceededCount()).isEqualTo(2);

        assertThat(ADDRESSES).hasSize(2).doesNotHaveDuplicates();
        assertClosed();
    }

    private static void assertClosed() {
        assertThat(ADDRESSES)
                .isNotEmpty()
                .allSatisfy(address -> assertThatThrownBy(() -> status(address)).isInstanceOf(IOException.class));
    }

    private static int status(String address) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        return connection.getResponseCode();
    }

    private static TestExecutionSummary run(Class<?> tests) {
        ADDRESSES.clear();
        CUSTOMERS.clear();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(tests))
                                .filters(EngineFilter.includeEngines("junit-jupiter"))
                                .build(),
                        listener);
        return listener.getSummary();
    }
}
