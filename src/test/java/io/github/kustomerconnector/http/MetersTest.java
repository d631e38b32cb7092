package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.NoDocuments;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.call.Upload;
import io.github.kustomerconnector.client.KustomerClient;
import io.github.kustomerconnector.connector.LogWatch;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The meters of calls, with and without Micrometer on the class path. */
final class MetersTest {

    private static final Role ROLE = new Role("any", "any");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final KustomerClient client = new KustomerClient(
            new RequestSessions(
                    new Transport(() -> new ProxySettings(Map.of())),
                    Clock.systemUTC(),
                    RateLimiter.WINDOW,
                    new MicrometerMeters(registry),
                    () -> AllowedHosts.of(Map.of())),
            Clock.systemUTC());

    @Test
    void counts_attempts_by_method_path_template_and_class_of_status() {
        create(1, "crm-7");
        create(2, "crm-7");

        assertThat(attempts("POST", "/v1/customers", "2xx")).isEqualTo(1);
        assertThat(attempts("POST", "/v1/customers", "4xx")).isEqualTo(1);
        assertThat(attempts("GET", "/v1/customers/externalId={externalId}", "2xx"))
                .isEqualTo(1);
    }

    @Test
    void counts_a_request_that_is_not_sent() {
        Endpoint closedPort = new Endpoint(URI.create("http://127.0.0.1:1"), ApiKey.of("key"));

        assertThatExceptionOfType(KustomerException.class)
                .isThrownBy(() -> client.carryOut(closedPort, call(1, "crm-7"), NoDocuments.NONE));

        assertThat(attempts("POST", "/v1/customers", "not-sent")).isEqualTo(1);
    }

    @Test
    void counts_uploads_without_their_path() {
        Upload upload = new Upload(
                "note.attachments[0]",
                Request.get(Path.of("/v1/attachments"), ROLE),
                "a.txt",
                "text/plain",
                0,
                Json.NULL);

        UploadReply reply = session(new RateLimiter(Clock.systemUTC(), RateLimiter.WINDOW), upload.request())
                .upload(URI.create("http://127.0.0.1:1/bucket"), upload, Json.NULL, InputStream.nullInputStream());

        assertThat(reply).isInstanceOf(UploadReply.Failed.class);
        assertThat(attempts("POST", "upload", "not-sent")).isEqualTo(1);
    }

    @Test
    void a_request_held_back_by_the_rate_limit_is_logged_but_not_counted() {
        RateLimiter rateLimiter = new RateLimiter(Clock.systemUTC(), RateLimiter.WINDOW);
        Request request = Request.get(Path.of("/v1/customers/{id}", "5e0a17c40000000000000001"), ROLE);
        rateLimiter.observe(
                new RateLimitKey(endpoint(), request.rateLimit()),
                429,
                HttpHeaders.of(Map.of(), (name, value) -> true));

        List<String> lines =
                lines(RequestSession.class, () -> session(rateLimiter, request).send(request));

        assertThat(lines)
                .containsExactly("GET /v1/customers/{id} was not sent:"
                        + " the requests that Kustomer allows in a minute are used up\n");
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void counts_avoided_duplicates() {
        create(1, "crm-7");
        assertThat(registry.find("kustomer.duplicates.avoided").counter()).isNull();

        create(2, "crm-7");

        assertThat(registry.get("kustomer.duplicates.avoided").counter().count())
                .isEqualTo(1);
    }

    @Test
    void counts_waits_for_the_rate_limit() {
        kustomer.settings().rateLimit(1);
        create(1, "crm-7");

        assertThatExceptionOfType(KustomerException.class).isThrownBy(() -> create(2, "crm-8"));

        assertThat(registry.get("kustomer.rate.limit.waits").timer().count()).isEqualTo(1);
    }

    @Test
    void tags_contain_no_values() {
        create(1, "crm-7");
        create(2, "crm-7");

        assertThat(registry.getMeters())
                .map(Meter::getId)
                .flatExtracting(Meter.Id::getTags)
                .map(Tag::getValue)
                .isNotEmpty()
                .noneMatch(value -> value.contains("crm-7"));
    }

    @Test
    void paths_beyond_the_maximum_share_one_tag() {
        MicrometerMeters meters = new MicrometerMeters(registry);
        Reply reply = new Reply.NotSent("no connection");

        IntStream.rangeClosed(1, PathTags.MAX_TAGS + 100)
                .mapToObj(i -> Request.get(Path.of("/v1/klasses/" + i), ROLE))
                .forEach(request -> {
                    meters.recordAttempt(request, reply, TIMEOUT);
                    meters.countAvoidedDuplicate(request);
                    meters.recordWait(request, TIMEOUT);
                });

        assertThat(registry.getMeters()).hasSize(3 * (PathTags.MAX_TAGS + 1));
        assertThat(attempts("GET", "/v1/klasses/" + PathTags.MAX_TAGS, "not-sent"))
                .isEqualTo(1);
        assertThat(attempts("GET", PathTags.OTHER, "not-sent")).isEqualTo(100);
    }

    static Stream<Throwable> failuresOfARegistry() {
        return Stream.of(new IllegalStateException("no"), new NoSuchMethodError("no"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfARegistry")
    void a_failing_registry_does_not_fail_a_call(Throwable failure) {
        registry.config().meterFilter(failing(failure));

        create(1, "crm-7");
        create(2, "crm-7");

        assertThat(kustomer.customers()).hasSize(1);
        assertThat(kustomer.requests()).extracting(RecordedRequest::method).containsExactly("POST", "POST", "GET");
    }

    @ParameterizedTest
    @MethodSource("failuresOfARegistry")
    void a_failing_registry_does_not_hide_a_wait(Throwable failure) {
        registry.config().meterFilter(failing(failure));
        kustomer.settings().rateLimit(1);
        create(1, "crm-7");

        assertThatExceptionOfType(KustomerException.class)
                .isThrownBy(() -> create(2, "crm-8"))
                .satisfies(thrown -> assertThat(thrown.failure()).isInstanceOf(Failure.RateLimited.class));
    }

    @Test
    void a_failing_registry_is_logged_once_without_values() {
        registry.config().meterFilter(failing(new IllegalStateException("crm-7")));

        List<String> lines = lines(MicrometerMeters.class, () -> {
            create(1, "crm-7");
            create(2, "crm-7");
        });

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("IllegalStateException")
                        .doesNotContain("crm-7")
                        .hasLineCount(1));
    }

    @Test
    void uses_micrometer_if_it_is_on_the_class_path() {
        assertThat(Meters.ofClassPath()).isInstanceOf(MicrometerMeters.class);
    }

    @Test
    void counts_nothing_without_micrometer() throws Exception {
        assertNoneWhereMicrometer(ClassNotFoundException::new);
    }

    @Test
    void counts_nothing_if_micrometer_cannot_be_loaded() throws Exception {
        assertNoneWhereMicrometer(name -> {
            throw new UnsupportedClassVersionError(name);
        });
    }

    private static void assertNoneWhereMicrometer(Function<String, ClassNotFoundException> fails) throws Exception {
        try (URLClassLoader without = withoutMicrometer(fails)) {
            var ofClassPath = without.loadClass(Meters.class.getName()).getDeclaredMethod("ofClassPath");
            ofClassPath.setAccessible(true);

            Object meters = ofClassPath.invoke(null);

            assertThat(meters.getClass().getClassLoader()).isSameAs(without);
            assertThat(meters.getClass().getName()).startsWith(Meters.class.getName() + "$");
        }
    }

    private static URLClassLoader withoutMicrometer(Function<String, ClassNotFoundException> fails) {
        URL[] places = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(MetersTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(places, ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (name.startsWith("io.micrometer")) {
                    throw fails.apply(name);
                }
                return super.findClass(name);
            }
        };
    }

    private RequestSession session(RateLimiter rateLimiter, Request request) {
        return new RequestSession(
                new Transport(() -> new ProxySettings(Map.of())),
                new ReplyReader(Clock.systemUTC()),
                rateLimiter,
                endpoint(),
                new Call.Raw(Identity.ofTask("", 1, 1, "any"), request, true, TIMEOUT),
                new Deadline(System::nanoTime, TIMEOUT),
                new MicrometerMeters(registry),
                AllowedHosts.of(Map.of()));
    }

    private static List<String> lines(Class<?> of, Runnable run) {
        try (LogWatch log = LogWatch.open()) {
            run.run();
            return log.lines(of.getName());
        }
    }

    private static MeterFilter failing(Throwable failure) {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                switch (failure) {
                    case RuntimeException exception -> throw exception;
                    case Error error -> throw error;
                    default -> throw new AssertionError(failure);
                }
            }
        };
    }

    private static URL url(String serverOrDefault) {
        try {
            return new File(serverOrDefault).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(serverOrDefault, e);
        }
    }

    private long attempts(String method, String path, String outcome) {
        return registry.get("kustomer.attempts")
                .tags("method", method, "path", path, "outcome", outcome)
                .timer()
                .count();
    }

    private void create(long task, String externalId) {
        client.carryOut(endpoint(), call(task, externalId), NoDocuments.NONE);
    }

    private Endpoint endpoint() {
        return new Endpoint(kustomer.baseUrl(), ApiKey.of(KustomerSimulator.API_KEY));
    }

    private static Call.Create call(long task, String externalId) {
        Json body = Json.object(Map.of("externalId", Json.of(externalId)));
        Lookup byExternalId = new Lookup(
                "external ID",
                () -> Request.get(Path.of("/v1/customers/externalId={externalId}", externalId), ROLE),
                found ->
                        found.attribute("externalId").filter(externalId::equals).isPresent());
        IdempotencyPolicy policy = new IdempotencyPolicy(
                IdempotencyPolicy.Protection.UNIQUE_IDENTIFIER,
                List.of(byExternalId),
                OnDuplicate.RETURN_EXISTING,
                found -> false,
                (lookup, found) -> Optional.empty(),
                found -> Optional.empty());
        Identity identity = Identity.ofTask("", 1, task, "test");
        return new Call.Create(
                identity,
                identity,
                new Request("POST", Path.of("/v1/customers"), Body.of(body), ROLE),
                TIMEOUT,
                policy);
    }
}
