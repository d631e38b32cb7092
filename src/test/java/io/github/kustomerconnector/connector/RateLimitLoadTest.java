package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.client.KustomerClient;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Runs many process instances at once, each with both create tasks. Kustomer allows half as many requests in a window of ten
 * seconds. With {@code -Dload.instances=2000} that is the vendor's limit of a thousand requests. A timer with the ten threads
 * of the official runtime runs each job again after its back-off, as the engine does.
 */
final class RateLimitLoadTest {

    private static final int INSTANCES = Integer.getInteger("load.instances", 200);
    private static final int REQUESTS_PER_WINDOW = INSTANCES / 2;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int JOB_THREADS = 10;

    /** Bulk work needs more than the three retries of a form, because each wait costs one. */
    private static final int RETRIES = Integer.getInteger("load.retries", 10);

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final Queue<String> incidents = new ConcurrentLinkedQueue<>();
    private final Map<Integer, String> conversations = new ConcurrentHashMap<>();
    private final CountDownLatch result = new CountDownLatch(INSTANCES);

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void all_instances_complete_and_few_requests_are_wasted() throws InterruptedException {
        try (ScheduledExecutorService engine = Executors.newScheduledThreadPool(JOB_THREADS)) {
            kustomer.settings().window(WINDOW);
            kustomer.settings().rateLimit(REQUESTS_PER_WINDOW);
            ConnectorEnvironment shared =
                    ConnectorEnvironment.of(KustomerClient.create(Map.of(), WINDOW), "load", new Random(1));
            JobHandling customers = JobHandling.of(new CreateCustomerConnector(shared), kustomer);
            JobHandling openings = JobHandling.of(new CreateConversationConnector(shared), kustomer);
            long start = System.nanoTime();

            for (int i = 0; i < INSTANCES; i++) {
                engine.execute(new Instance(i, engine, customers, openings)::createCustomer);
            }
            result.await();

            long wasted = kustomer.requests().stream()
                    .filter(request -> request.status().orElse(0) == 429)
                    .count();
            int requests = kustomer.requests().size();
            System.out.printf(
                    "%d instances in %d s: %d requests, %d refused with 429 (%.1f %%), %d incidents%n",
                    INSTANCES,
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
                    requests,
                    wasted,
                    100.0 * wasted / requests,
                    incidents.size());
            assertThat(incidents).isEmpty();
            assertThat(kustomer.customers()).hasSize(INSTANCES);
            assertThat(kustomer.conversations()).hasSize(INSTANCES);
            assertThat(conversations).hasSize(INSTANCES);
            assertThat(wasted).isLessThan(requests * 5L / 100);
            assertThat(wasted).as("the limit was met").isPositive();
        }
    }

    private final class Instance {
        private final int number;
        private final ScheduledExecutorService engine;
        private final JobHandling customers;
        private final JobHandling openings;

        Instance(int number, ScheduledExecutorService engine, JobHandling customers, JobHandling openings) {
            this.number = number;
            this.engine = engine;
            this.customers = customers;
            this.openings = openings;
        }

        void createCustomer() {
            Task task = customers
                    .task()
                    .withElementInstanceKey(2L * number)
                    .withRetries(RETRIES)
                    .with("customer.name", "Customer " + number)
                    .with("customer.emails", "customer" + number + "@example.org");
            attempt(
                    customers,
                    task,
                    done -> createConversation(
                            done.variables().path("customerId").asText()));
        }

        private void createConversation(String customer) {
            Task task = openings.task()
                    .withElementInstanceKey(2L * number + 1)
                    .withRetries(RETRIES)
                    .with("conversation.customer", customer);
            attempt(openings, task, done -> {
                conversations.put(
                        number, done.variables().path("conversationId").asText());
                result.countDown();
            });
        }

        private void attempt(JobHandling jobs, Task task, Consumer<JobEnding.Completed> next) {
            switch (jobs.run(task)) {
                case JobEnding.Completed done -> engine.execute(() -> next.accept(done));
                case JobEnding.ErrorThrown error -> end(error.message());
                case JobEnding.Failed failed -> failed(jobs, task.withRetries(failed.retries()), next, failed);
            }
        }

        private void failed(JobHandling jobs, Task again, Consumer<JobEnding.Completed> next, JobEnding.Failed failed) {
            if (failed.retries() == 0) {
                end(failed.message());
            } else {
                long wait = failed.askedWait().toMillis();
                Future<?> unused = engine.schedule(() -> attempt(jobs, again, next), wait, TimeUnit.MILLISECONDS);
            }
        }

        private void end(String incident) {
            incidents.add(incident);
            result.countDown();
        }
    }
}
