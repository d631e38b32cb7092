package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.RateLimit;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Simulates jobs on several runtimes in virtual time, each with a {@link RateLimiter} and ten job threads. The engine delivers
 * a job after its wait to any runtime. Kustomer counts in fixed windows and answers after about a tenth of a second, unless
 * set otherwise.
 */
final class RateLimitSimulation {

    private static final RateLimitKey KEY =
            new RateLimitKey(new Endpoint(URI.create("https://a.example"), ApiKey.of("key")), RateLimit.ORGANIZATION);
    private static final Duration WINDOW = RateLimiter.WINDOW;
    private static final int JOB_THREADS = 10;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-31T09:30:00.250Z"));
    private final Random random = new Random(1);
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private final List<SimulatedRuntime> runtimes = new ArrayList<>();
    private final int limit;
    private final int jobs;
    private int[] deliveries;
    private Duration way = Duration.ofMillis(50);
    private long nextEvent;
    private Instant windowEnd = Instant.MIN;
    private int usedInWindow;
    private int requests;
    private int refused;
    private Instant lastSuccess = Instant.MIN;

    private record Event(Instant at, long number, Runnable action) {}

    /**
     * The counts of a run.
     *
     * @param windows the time from the first request to the last, in windows
     * @param mostDeliveries the number of deliveries of the job that was delivered most often
     */
    record Counts(int requests, int refused, int succeeded, double windows, int deliveries, int mostDeliveries) {

        double refusedShare() {
            return (double) refused / requests;
        }
    }

    /** @param limit the requests that Kustomer allows in a window */
    RateLimitSimulation(int numberOfRuntimes, int jobs, int limit) {
        this.limit = limit;
        this.jobs = jobs;
        this.deliveries = new int[jobs];
        for (int i = 0; i < numberOfRuntimes; i++) {
            runtimes.add(new SimulatedRuntime());
        }
    }

    /** A request, and its answer, are on their way for half of {@code mean} to three halves of it. */
    RateLimitSimulation way(Duration mean) {
        way = mean;
        return this;
    }

    /** Each job that succeeds is followed by another one, as the second task of a process. */
    RateLimitSimulation withSecondTask() {
        deliveries = new int[2 * jobs];
        return this;
    }

    /** Starts all jobs at once and runs them to their end. */
    Counts run() {
        Instant start = clock.instant();
        for (int job = 0; job < jobs; job++) {
            deliver(job, Duration.ZERO);
        }
        while (!events.isEmpty()) {
            Event event = events.poll();
            clock.set(event.at());
            event.action().run();
        }
        return new Counts(
                requests,
                refused,
                requests - refused,
                (double) Duration.between(start, lastSuccess).toMillis() / WINDOW.toMillis(),
                Arrays.stream(deliveries).sum(),
                Arrays.stream(deliveries).max().orElse(0));
    }

    private void in(Duration wait, Runnable action) {
        events.add(new Event(clock.instant().plus(wait), nextEvent++, action));
    }

    private void deliver(int job, Duration wait) {
        in(wait, () -> {
            deliveries[job]++;
            SimulatedRuntime runtime = runtimes.get(random.nextInt(runtimes.size()));
            runtime.queue.add(job);
            runtime.work();
        });
    }

    private final class SimulatedRuntime {
        private final RateLimiter limiter = new RateLimiter(clock, WINDOW);
        private final Deque<Integer> queue = new ArrayDeque<>();
        private int busy;

        void work() {
            while (busy < JOB_THREADS && !queue.isEmpty()) {
                busy++;
                handle(queue.poll());
            }
        }

        private void handle(int job) {
            Identity task = Identity.ofTask("", 1, job, "create");
            Optional<Duration> wait = limiter.waitOf(KEY, task).or(() -> limiter.start(KEY));
            if (wait.isPresent()) {
                in(Duration.ofMillis(2), this::free);
                deliver(job, wait.get());
            } else {
                in(latency(), () -> request(job, task));
            }
        }

        private void request(int job, Identity task) {
            requests++;
            if (!clock.instant().isBefore(windowEnd)) {
                windowEnd = clock.instant().plus(WINDOW);
                usedInWindow = 0;
            }
            usedInWindow++;
            boolean ok = usedInWindow <= limit;
            refused += ok ? 0 : 1;
            HttpHeaders headers = headers();
            in(latency(), () -> {
                limiter.observe(KEY, ok ? 201 : 429, headers);
                limiter.end(KEY);
                if (ok) {
                    lastSuccess = clock.instant();
                    if (job + jobs < deliveries.length) {
                        deliver(job + jobs, Duration.ZERO);
                    }
                } else {
                    deliver(job, limiter.waitOf(KEY, task).orElse(Duration.ofSeconds(30)));
                }
                free();
            });
        }

        private void free() {
            busy--;
            work();
        }
    }

    private Duration latency() {
        int mean = (int) way.toMillis();
        return Duration.ofMillis(mean / 2 + random.nextInt(mean));
    }

    private HttpHeaders headers() {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("x-ratelimit-limit", List.of(Integer.toString(limit)));
        headers.put("x-ratelimit-remaining", List.of(Integer.toString(Math.max(0, limit - usedInWindow))));
        if (usedInWindow > limit) {
            headers.put(
                    "x-ratelimit-reset",
                    List.of(Long.toString(windowEnd.plusMillis(999).getEpochSecond())));
        }
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
