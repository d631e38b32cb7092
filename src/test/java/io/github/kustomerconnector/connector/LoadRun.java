package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.client.KustomerClient;
import io.github.kustomerconnector.http.ScaledSessions;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Process instances that all start at once, each with both create tasks, on several connector runtimes. A timer takes the
 * place of the engine: it delivers a job again after its back-off, to any of the runtimes. Each runtime has the ten job
 * threads of the official one. The clock may run faster than the machine's.
 */
final class LoadRun {

    static final int JOB_THREADS = 10;

    /** The retries of the templates. */
    private static final int RETRIES = 10;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int instances;
    private final int limit;
    private final KustomerSimulator kustomer;
    private final ScaledClock clock;
    private final List<LoadedRuntime> runtimes = new ArrayList<>();
    private final Queue<String> incidents = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Integer> deliveries = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> end = new AtomicReference<>(Instant.MIN);
    private final CountDownLatch open;

    /**
     * @param limit the requests that Kustomer allows in a minute
     * @param speed the seconds of the run in a second of the machine
     */
    LoadRun(KustomerSimulator kustomer, int instances, int limit, int speed) {
        this.kustomer = kustomer;
        this.instances = instances;
        this.limit = limit;
        this.clock = new ScaledClock(speed);
        this.open = new CountDownLatch(instances);
        kustomer.settings().clock(clock);
        kustomer.settings().window(WINDOW);
        kustomer.settings().rateLimit(limit);
        // The server's Date header has the machine's time, so a reset in epoch seconds fits only at its speed.
        kustomer.settings().retryAfter(speed == 1 ? RetryAfter.NONE : RetryAfter.SECONDS);
    }

    /**
     * The counts of a run.
     *
     * @param refused the requests that Kustomer refused with 429
     * @param windows the time from the first request to the last, in windows of the rate limit
     * @param idealWindows the windows that the requests of all instances fill
     * @param deliveries the number of deliveries of all jobs
     * @param mostDeliveries the number of deliveries of the job that was delivered most often
     */
    record Counts(
            List<String> incidents,
            int requests,
            int refused,
            double windows,
            double idealWindows,
            long deliveries,
            int mostDeliveries) {

        double refusedShare() {
            return (double) refused / requests;
        }
    }

    /** Runs all instances to their end. */
    Counts run(int numberOfRuntimes) throws InterruptedException {
        Instant start = clock.instant();
        try (ScheduledExecutorService timer = Executors.newScheduledThreadPool(1)) {
            for (int i = 0; i < numberOfRuntimes; i++) {
                runtimes.add(new LoadedRuntime(i));
            }
            for (int i = 0; i < instances; i++) {
                new Instance(i, timer).createCustomer();
            }
            open.await();
            runtimes.forEach(LoadedRuntime::close);
        }
        int refused = (int) kustomer.requests().stream()
                .filter(request -> request.status().orElse(0) == 429)
                .count();
        return new Counts(
                List.copyOf(incidents),
                kustomer.requests().size(),
                refused,
                (double) Duration.between(start, end.get()).toMillis() / WINDOW.toMillis(),
                2.0 * instances / limit,
                deliveries.values().stream().mapToLong(Integer::longValue).sum(),
                deliveries.values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private final class LoadedRuntime {
        private final ExecutorService threads = Executors.newFixedThreadPool(JOB_THREADS);
        private final JobHandling customers;
        private final JobHandling conversations;

        LoadedRuntime(int number) {
            ConnectorEnvironment shared = ConnectorEnvironment.of(
                    new KustomerClient(ScaledSessions.of(clock), clock), "load", new Random(number));
            customers = JobHandling.of(new CreateCustomerConnector(shared), kustomer);
            conversations = JobHandling.of(new CreateConversationConnector(shared), kustomer);
        }

        void close() {
            threads.close();
        }
    }

    private final class Instance {
        private final int number;
        private final ScheduledExecutorService timer;

        Instance(int number, ScheduledExecutorService timer) {
            this.number = number;
            this.timer = timer;
        }

        void createCustomer() {
            deliver(
                    runtime -> runtime.customers,
                    2 * number,
                    Map.of(
                            "customer.name",
                            "Customer " + number,
                            "customer.emails",
                            "customer" + number + "@example.org"),
                    RETRIES,
                    done -> createConversation(
                            done.variables().path("customerId").asText()));
        }

        private void createConversation(String customer) {
            deliver(
                    runtime -> runtime.conversations,
                    2 * number + 1,
                    Map.of("conversation.customer", customer),
                    RETRIES,
                    done -> close());
        }

        private void deliver(
                Function<LoadedRuntime, JobHandling> connector,
                int key,
                Map<String, String> inputs,
                int retries,
                Consumer<JobEnding.Completed> next) {
            deliveries.merge(key, 1, Integer::sum);
            LoadedRuntime runtime = runtimes.get(ThreadLocalRandom.current().nextInt(runtimes.size()));
            Future<?> unused = runtime.threads.submit(() -> {
                JobHandling jobs = connector.apply(runtime);
                Task task = jobs.task().withElementInstanceKey(key).withRetries(retries);
                for (Map.Entry<String, String> input : inputs.entrySet()) {
                    task = task.with(input.getKey(), input.getValue());
                }
                switch (jobs.run(task)) {
                    case JobEnding.Completed done -> next.accept(done);
                    case JobEnding.ErrorThrown error -> end(error.message());
                    case JobEnding.Failed failed -> failed(connector, key, inputs, failed, next);
                }
            });
        }

        private void failed(
                Function<LoadedRuntime, JobHandling> connector,
                int key,
                Map<String, String> inputs,
                JobEnding.Failed failed,
                Consumer<JobEnding.Completed> next) {
            if (failed.retries() == 0) {
                end(failed.message());
            } else {
                var unused = timer.schedule(
                        () -> deliver(connector, key, inputs, failed.retries(), next),
                        clock.real(failed.askedWait()).toNanos(),
                        TimeUnit.NANOSECONDS);
            }
        }

        private void end(String incident) {
            incidents.add(incident);
            close();
        }

        private void close() {
            end.accumulateAndGet(clock.instant(), (one, other) -> one.isAfter(other) ? one : other);
            open.countDown();
        }
    }
}
