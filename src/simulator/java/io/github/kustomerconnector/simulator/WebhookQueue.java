package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.WebhookDelivery.Attempt;
import io.github.kustomerconnector.simulator.WebhookDelivery.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The deliveries, oldest first. A thread sends what is due by the simulator's clock, so that a test can move the
 * clock. It keeps the last {@value #KEPT} deliveries, or fewer if their bodies are long; an older one that is not
 * delivered yet is discarded.
 */
final class WebhookQueue implements AutoCloseable {

    private static final int KEPT = 10_000;
    private static final Duration POLL = Duration.ofMillis(5);

    private final Settings settings;
    private final WebhookSettings limits;
    private final WebhookRegistry webhooks;
    private final WebhookSender sender;
    private final WebhookJobs jobs = new WebhookJobs();
    private final WebhookJobs pending = new WebhookJobs();
    private int running;
    private boolean isClosed;

    WebhookQueue(Settings settings, WebhookSettings limits, WebhookRegistry webhooks, WebhookSender sender) {
        this.settings = settings;
        this.limits = limits;
        this.webhooks = webhooks;
        this.sender = sender;
    }

    void start() {
        Thread.ofVirtual().name("simulator-webhooks").start(this::run);
    }

    synchronized void add(WebhookJob job) {
        job.dueAt(settings.now());
        jobs.add(job);
        pending.add(job);
        long largest = settings.values().memory / 32;
        while (jobs.isOver(KEPT, largest)) {
            jobs.removeOldest();
        }
        while (pending.isOver(KEPT, largest)) {
            pending.removeOldest().end(Status.DISCARDED);
        }
        notifyAll();
    }

    synchronized List<WebhookDelivery> deliveries() {
        return jobs.all().map(WebhookJob::delivery).toList();
    }

    synchronized void clear() {
        jobs.clear();
        pending.clear();
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        notifyAll();
    }

    private void run() {
        try {
            for (Optional<WebhookJob> due = next(); due.isPresent(); due = next()) {
                WebhookJob job = due.get();
                Thread.ofVirtual().name("simulator-webhook-delivery").start(() -> attempt(job));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the next job that is due; empty if the queue is closed. */
    private synchronized Optional<WebhookJob> next() throws InterruptedException {
        while (!isClosed) {
            Optional<WebhookJob> due = running < limits.concurrency()
                    ? pending.all().filter(job -> job.isDue(settings.now())).findFirst()
                    : Optional.empty();
            if (due.isPresent()) {
                due.get().begin();
                running++;
                return due;
            }
            wait(pending.isEmpty() ? 0 : POLL.toMillis());
        }
        return Optional.empty();
    }

    private void attempt(WebhookJob job) {
        try {
            attemptOnce(job);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended(job);
        }
    }

    private synchronized void ended(WebhookJob job) {
        running--;
        if (!job.isPending()) {
            pending.remove(job);
        }
        notifyAll();
    }

    private void attemptOnce(WebhookJob job) throws InterruptedException {
        Optional<ObjectNode> webhook = webhooks.enabled(job.webhook());
        if (webhook.isEmpty()
                || sender.isForbidden(webhook.get().at("/attributes/url").asText())) {
            job.end(Status.DISCARDED);
            return;
        }
        Attempt attempt = sender.send(webhook.get(), job);
        job.add(attempt);
        List<Duration> intervals = limits.intervals();
        if (attempt.problem().isEmpty()) {
            webhooks.succeeded(job.webhook());
            job.end(Status.DELIVERED);
        } else if (job.attempts() <= intervals.size()) {
            job.retryAt(settings.now().plus(intervals.get(job.attempts() - 1)));
        } else {
            webhooks.failed(job.webhook());
            job.end(Status.FAILED);
        }
    }
}
