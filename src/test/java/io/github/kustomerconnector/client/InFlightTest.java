package io.github.kustomerconnector.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.http.ApiKey;
import io.github.kustomerconnector.http.Endpoint;
import io.github.kustomerconnector.http.OfflineSessions;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class InFlightTest {

    private static final Endpoint ENDPOINT = new Endpoint(URI.create("https://a.example"), ApiKey.of("key"));
    private static final Identity ONE = Identity.ofTask("", 1, 1, "create");
    private static final Identity OTHER = Identity.ofTask("", 1, 2, "create");
    private static final Identity ORDER = Identity.ofKey("", "order", "create");

    private final InFlight inFlight = new InFlight();
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch finish = new CountDownLatch(1);

    @Test
    void a_second_delivery_returns_the_result_of_the_first() throws Exception {
        Background first = inBackground(() -> create(call(ONE, ONE), this::slowly));
        begun.await();
        Background second = inBackground(() -> create(call(ONE, ONE), this::slowly));
        awaitWaiting(second);

        finish.countDown();

        assertThat(second.result().get()).isSameAs(first.result().get());
        assertThat(runs).hasValue(1);
    }

    @Test
    void a_second_delivery_fails_with_the_failure_of_the_first() throws Exception {
        Background first = inBackground(() -> create(call(ONE, ONE), () -> {
            slowly();
            throw Failure.invalid("x", "is wrong");
        }));
        begun.await();
        Background second = inBackground(() -> create(call(ONE, ONE), this::slowly));
        awaitWaiting(second);

        finish.countDown();

        assertThat(first.result()).failsWithin(Duration.ofMinutes(1));
        assertThat(second.result())
                .failsWithin(Duration.ofMinutes(1))
                .withThrowableThat()
                .withMessageContaining("is wrong");
        assertThat(runs).hasValue(1);
    }

    @Test
    void another_task_with_the_same_identity_waits_and_then_runs() throws Exception {
        Background first = inBackground(() -> create(call(ONE, ORDER), this::slowly));
        begun.await();
        Background second = inBackground(() -> create(call(OTHER, ORDER), this::slowly));
        awaitWaiting(second);
        assertThat(runs).hasValue(1);

        finish.countDown();

        first.result().get();
        second.result().get();
        assertThat(runs).hasValue(2);
    }

    @Test
    void different_identities_do_not_wait_for_each_other() throws Exception {
        inBackground(() -> create(call(ONE, ONE), this::slowly));
        begun.await();

        create(call(OTHER, OTHER), InFlightTest::written);

        finish.countDown();
        assertThat(runs).hasValue(1);
    }

    @Test
    void a_delivery_after_the_end_runs_again() {
        create(call(ONE, ONE), this::counted);
        create(call(ONE, ONE), this::counted);

        assertThat(runs).hasValue(2);
    }

    @Test
    void a_second_delivery_that_waits_too_long_can_be_retried() throws Exception {
        inBackground(() -> create(call(ONE, ONE), this::slowly));
        begun.await();
        Call.Create call = call(ONE, ONE);
        RequestSession expired = OfflineSessions.expired(ENDPOINT, call);

        assertThatExceptionOfType(KustomerException.class)
                .isThrownBy(() -> inFlight.once(expired, call, this::slowly))
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class));

        finish.countDown();
    }

    @Test
    void another_task_with_the_same_identity_that_waits_too_long_does_not_run() throws Exception {
        inBackground(() -> create(call(ONE, ORDER), this::slowly));
        begun.await();
        Call.Create call = call(OTHER, ORDER);
        RequestSession expired = OfflineSessions.expired(ENDPOINT, call);

        assertThatExceptionOfType(KustomerException.class)
                .isThrownBy(() -> inFlight.once(expired, call, this::counted))
                .withMessage("GET / was not sent: an earlier delivery of the same request still runs")
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class));

        assertThat(runs).hasValue(1);
        finish.countDown();
    }

    @Test
    void another_task_runs_after_the_failure_of_the_first() throws Exception {
        Background first = inBackground(() -> create(call(ONE, ORDER), () -> {
            slowly();
            throw Failure.invalid("x", "is wrong");
        }));
        begun.await();
        Background second = inBackground(() -> create(call(OTHER, ORDER), this::counted));
        awaitWaiting(second);

        finish.countDown();

        assertThat(second.result().get().outcome()).isEqualTo(Outcome.CREATED);
        assertThat(first.result()).failsWithin(Duration.ofMinutes(1));
        assertThat(runs).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_interrupted_wait_ends_without_a_run_and_keeps_the_flag(boolean sameTask) throws Exception {
        inBackground(() -> create(call(ONE, ORDER), this::slowly));
        begun.await();
        AtomicBoolean flag = new AtomicBoolean();
        Background second = inBackground(() -> {
            try {
                return create(call(sameTask ? ONE : OTHER, ORDER), this::counted);
            } finally {
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        awaitWaiting(second);

        second.thread().interrupt();

        assertThat(second.result())
                .failsWithin(Duration.ofMinutes(1))
                .withThrowableThat()
                .withMessageContaining("the wait for it was interrupted");
        assertThat(flag).isTrue();
        assertThat(runs).hasValue(1);
        finish.countDown();
    }

    @Test
    void a_second_delivery_can_be_retried_after_a_defect_in_the_first() throws Exception {
        inBackground(() -> create(call(ONE, ONE), () -> {
            slowly();
            throw new IllegalStateException("defect");
        }));
        begun.await();
        Background second = inBackground(() -> create(call(ONE, ONE), this::counted));
        awaitWaiting(second);

        finish.countDown();

        assertThat(second.result())
                .failsWithin(Duration.ofMinutes(1))
                .withThrowableThat()
                .withMessageContaining("an earlier delivery of the same request failed")
                .withMessageNotContaining("defect");
    }

    private CallResult.Written create(Call.Create call, Supplier<CallResult.Written> create) {
        return inFlight.once(OfflineSessions.open(ENDPOINT, call), call, create);
    }

    private CallResult.Written counted() {
        runs.incrementAndGet();
        return written();
    }

    @RepeatedTest(25)
    void a_redelivery_after_a_shared_failure_runs_again() throws Exception {
        Background first = inBackground(() -> create(call(ONE, ONE), () -> {
            slowly();
            throw Failure.invalid("x", "is wrong");
        }));
        begun.await();
        Background second = inBackground(() -> {
            try {
                return create(call(ONE, ONE), InFlightTest::written);
            } catch (KustomerException e) {
                return create(call(ONE, ONE), InFlightTest::written);
            }
        });
        awaitWaiting(second);

        finish.countDown();

        assertThat(second.result().get().outcome()).isEqualTo(Outcome.CREATED);
        assertThat(first.result()).failsWithin(Duration.ofMinutes(1));
    }

    private CallResult.Written slowly() {
        runs.incrementAndGet();
        begun.countDown();
        try {
            finish.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return written();
    }

    private static CallResult.Written written() {
        return new CallResult.Written(
                new Resource("1", "t", Json.object(Map.of()), Json.object(Map.of())), Outcome.CREATED);
    }

    private record Background(Thread thread, CompletableFuture<CallResult.Written> result) {}

    private static Background inBackground(Supplier<CallResult.Written> work) {
        CompletableFuture<CallResult.Written> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(work.get());
            } catch (KustomerException | IllegalStateException e) {
                result.completeExceptionally(e);
            }
        });
        thread.start();
        return new Background(thread, result);
    }

    private static void awaitWaiting(Background background) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> background.thread().getState() == Thread.State.TIMED_WAITING);
    }

    private static Call.Create call(Identity task, Identity identity) {
        Request request = Request.get(Path.of("/"), new Role("any", "any"));
        IdempotencyPolicy policy = new IdempotencyPolicy(
                Protection.NONE,
                List.of(),
                OnDuplicate.FAIL,
                found -> false,
                (lookup, found) -> Optional.empty(),
                found -> Optional.of(request));
        return new Call.Create(task, identity, request, Duration.ofSeconds(1), policy);
    }
}
