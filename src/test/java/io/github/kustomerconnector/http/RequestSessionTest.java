package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks of a session before a request is sent. The server does not exist. */
class RequestSessionTest {

    /** It has characters that a path encodes. */
    private static final String KEY = "key+of/the=test";

    private static final Role ROLE = new Role("any", "any");
    private static final Endpoint ENDPOINT = new Endpoint(URI.create("http://127.0.0.1:1"), ApiKey.of(KEY));
    private static final Request CREATE = new Request("POST", Path.of("/v1/customers"), Body.EMPTY, ROLE);

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T09:30:00Z"), ZoneOffset.UTC);
    private static final HttpHeaders RETRY_AFTER_10_S =
            HttpHeaders.of(Map.of("Retry-After", List.of("10")), (name, value) -> true);

    private final RequestSession session = OfflineSessions.open(ENDPOINT, raw(CREATE));

    static List<Request> requestsWithTheKey() {
        Path customers = Path.of("/v1/customers");
        return List.of(
                new Request("GET", Path.of("/v1/" + KEY), null, ROLE),
                new Request("GET", Path.of("/v1/customers/{id}", "x" + KEY), null, ROLE),
                new Request("GET", customers.with("q", KEY + "x"), null, ROLE),
                new Request("POST", customers, Body.of(Json.object(Map.of("name", Json.of(KEY)))), ROLE));
    }

    @ParameterizedTest
    @MethodSource("requestsWithTheKey")
    void a_request_that_contains_the_api_key_is_refused(Request request) {
        assertThatExceptionOfType(KustomerException.class)
                .isThrownBy(() -> session.send(request))
                .withMessage("A field of the record contains the API key: it is not sent")
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.InvalidInput.class));
    }

    @Test
    void a_request_without_the_api_key_is_sent() {
        assertThat(session.send(CREATE))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.failure().message())
                                .isEqualTo(
                                        "POST /v1/customers was not sent: no connection to 127.0.0.1:1: the connection was refused"));
    }

    @Test
    void a_request_without_its_whole_time_is_not_sent() {
        RequestSession expired = OfflineSessions.expired(ENDPOINT, raw(CREATE));

        Verdict<Resource> verdict = expired.sendWithWholeTime(CREATE);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
            assertThat(refused.failure()).isInstanceOf(Failure.Unavailable.class);
            assertThat(refused.failure().message())
                    .isEqualTo("POST /v1/customers was not sent: too little time was left");
        });
    }

    @Test
    void a_task_that_has_to_queue_does_not_run() {
        RateLimiter used = new RateLimiter(CLOCK, RateLimiter.WINDOW);
        used.observe(new RateLimitKey(ENDPOINT, CREATE.rateLimit()), 429, RETRY_AFTER_10_S);
        AtomicInteger runs = new AtomicInteger();

        assertThatExceptionOfType(KustomerException.class)
                .isThrownBy(() -> limitedBy(used).whenAdmitted(runs::incrementAndGet))
                .satisfies(e ->
                        assertThat(e.failure()).isEqualTo(ReplyReader.heldBack(CREATE, Duration.ofMillis(10_200))));

        assertThat(runs).hasValue(0);
    }

    @Test
    void a_task_refused_with_429_waits_for_its_own_place() {
        RateLimiter limiter = new RateLimiter(CLOCK, RateLimiter.WINDOW);
        RequestSession limited = limitedBy(limiter);

        assertThatExceptionOfType(KustomerException.class)
                .isThrownBy(() -> limited.whenAdmitted(() -> {
                    limiter.observe(new RateLimitKey(ENDPOINT, CREATE.rateLimit()), 429, RETRY_AFTER_10_S);
                    throw new KustomerException(ReplyReader.heldBack(CREATE, Duration.ofSeconds(10)));
                }))
                .satisfies(e ->
                        assertThat(e.failure()).isEqualTo(ReplyReader.heldBack(CREATE, Duration.ofMillis(10_200))));
    }

    private static RequestSession limitedBy(RateLimiter limiter) {
        return session(limiter, new Deadline(System::nanoTime, Duration.ofSeconds(30)));
    }

    private static RequestSession session(RateLimiter limiter, Deadline deadline) {
        return new RequestSession(
                new Transport(() -> new ProxySettings(Map.of())),
                new ReplyReader(CLOCK),
                limiter,
                ENDPOINT,
                raw(CREATE),
                deadline,
                Meters.NONE,
                AllowedHosts.of(Map.of()));
    }

    @Test
    void a_pause_lasts_as_long_as_asked() {
        Duration before = session.elapsed();

        session.pause(Duration.ofMillis(50));

        assertThat(session.elapsed().minus(before)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void a_long_pause_is_cut() {
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> session.pause(Duration.ofHours(1)));
    }

    @Test
    void a_pause_ends_at_the_deadline_of_the_execution() {
        AtomicLong time = new AtomicLong();
        Deadline deadline = new Deadline(time::get, Duration.ofSeconds(30));
        RequestSession late = session(new RateLimiter(CLOCK, RateLimiter.WINDOW), deadline);
        time.set(Deadline.TOTAL.toNanos());
        long before = System.nanoTime();

        late.pause(Duration.ofSeconds(2));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void an_interrupted_pause_ends_and_keeps_the_flag() {
        Thread.currentThread().interrupt();

        session.pause(Duration.ofSeconds(2));

        assertThat(Thread.interrupted()).isTrue();
    }

    private static Call.Raw raw(Request request) {
        return new Call.Raw(Identity.ofTask("", 1, 1, "test"), request, true, Duration.ofSeconds(30));
    }
}
