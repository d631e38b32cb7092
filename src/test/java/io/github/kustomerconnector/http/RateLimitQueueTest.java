package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a queue must not keep: its lock, and the places of tasks that never return. */
class RateLimitQueueTest {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Duration SPACING = Duration.ofMillis(100);
    private static final Duration EXPIRED = WINDOW.multipliedBy(61);

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-31T09:30:00Z"));
    private final RateLimitQueue queue = new RateLimitQueue(clock, WINDOW);

    static Stream<Named<Consumer<RateLimitQueue>>> methods() {
        return Stream.of(
                Named.of("close", queue -> queue.closed(WINDOW, SPACING)),
                Named.of("isIdle", RateLimitQueue::isIdle),
                Named.of("isLow", RateLimitQueue::isLow),
                Named.of("start", RateLimitQueue::start),
                Named.of("end", RateLimitQueue::end),
                Named.of("runsLow", queue -> queue.runsLow(true)),
                Named.of("enter", queue -> queue.enter(task(1))));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void other_threads_can_use_the_queue_afterwards(Consumer<RateLimitQueue> method) {
        method.accept(queue);

        assertThat(CompletableFuture.supplyAsync(queue::isIdle, command -> new Thread(command).start()))
                .succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void places_of_tasks_that_never_return_expire() {
        queue.closed(WINDOW, SPACING);
        queue.enter(task(1));
        clock.forward(WINDOW.multipliedBy(2));
        assertThat(queue.isIdle()).isFalse();

        clock.forward(EXPIRED);

        assertThat(queue.isIdle()).isTrue();
    }

    @Test
    void a_new_task_gets_the_place_of_one_that_never_returned() {
        queue.closed(WINDOW, SPACING);
        IntStream.range(0, RateLimitQueue.MAX_PLACES).forEach(number -> queue.enter(task(number)));
        clock.forward(
                SPACING.multipliedBy(RateLimitQueue.MAX_PLACES).plus(WINDOW).plus(EXPIRED));
        queue.closed(WINDOW, SPACING);
        Identity late = task(RateLimitQueue.MAX_PLACES);

        Duration wait = queue.enter(late).orElseThrow();
        queue.enter(task(RateLimitQueue.MAX_PLACES + 1));

        assertThat(queue.enter(late)).contains(wait);
    }

    private static Identity task(int number) {
        return Identity.ofTask("", 1, number, "test");
    }
}
