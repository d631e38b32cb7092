package io.github.kustomerconnector.connector.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.connector.LogWatch;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The meter of webhook requests, with and without Micrometer on the class path. */
final class WebhookMetersTest {

    private static final Duration TOOK = Duration.ofMillis(3);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WebhookMeters meters = new WebhookMicrometerMeters(registry);

    @Test
    void counts_requests_by_answer() {
        meters.record(Answer.STORED, TOOK);
        meters.record(Answer.STORED, TOOK);
        meters.record(Answer.WRONG_SIGNATURE, TOOK);

        assertThat(requests("stored")).isEqualTo(2);
        assertThat(requests("wrong-signature")).isEqualTo(1);
        assertThat(registry.getMeters()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_failing_registry_is_logged_once_and_fails_no_request(boolean isError) {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                if (isError) {
                    throw new NoSuchMethodError("value");
                }
                throw new IllegalStateException("value");
            }
        });

        try (LogWatch log = LogWatch.open()) {
            meters.record(Answer.STORED, TOOK);
            meters.record(Answer.STORED, TOOK);

            List<String> lines = log.lines(WebhookMicrometerMeters.class.getName());
            assertThat(lines).singleElement().satisfies(line -> assertThat(line).doesNotContain("value"));
        }
    }

    @Test
    void uses_micrometer_if_it_is_on_the_class_path() {
        assertThat(WebhookMeters.ofClassPath()).isInstanceOf(WebhookMicrometerMeters.class);
    }

    @Test
    void counts_nothing_without_micrometer() throws Exception {
        try (URLClassLoader without = withoutMicrometer()) {
            var ofClassPath = without.loadClass(WebhookMeters.class.getName()).getDeclaredMethod("ofClassPath");
            ofClassPath.setAccessible(true);

            Object none = ofClassPath.invoke(null);

            assertThat(none.getClass().getClassLoader()).isSameAs(without);
            assertThat(none.getClass().getName()).startsWith(WebhookMeters.class.getName() + "$");
        }
    }

    private long requests(String result) {
        return registry.get("kustomer.webhook.requests")
                .tag("result", result)
                .timer()
                .count();
    }

    private static URLClassLoader withoutMicrometer() {
        URL[] places = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(WebhookMetersTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(places, ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (name.startsWith("io.micrometer")) {
                    throw new ClassNotFoundException(name);
                }
                return super.findClass(name);
            }
        };
    }

    private static URL url(String place) {
        try {
            return new File(place).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(place, e);
        }
    }
}
