package io.github.kustomerconnector.simulator;

import io.github.kustomerconnector.simulator.WebhookDelivery.Attempt;
import io.github.kustomerconnector.simulator.WebhookDelivery.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state of a delivery, for {@link WebhookQueue}. */
final class WebhookJob {

    private final String webhook;
    private final String url;
    private final String event;
    private final String eventId;
    private final String body;
    private final List<Attempt> attempts = new ArrayList<>();
    private Status status = Status.PENDING;
    private Optional<Instant> due = Optional.empty();
    private boolean running;

    WebhookJob(String webhook, String url, String event, String eventId, String body) {
        this.webhook = webhook;
        this.url = url;
        this.event = event;
        this.eventId = eventId;
        this.body = body;
    }

    /** A second delivery of the same event. */
    WebhookJob copy() {
        return new WebhookJob(webhook, url, event, eventId, body);
    }

    String webhook() {
        return webhook;
    }

    String event() {
        return event;
    }

    String body() {
        return body;
    }

    synchronized int attempts() {
        return attempts.size();
    }

    synchronized void dueAt(Instant time) {
        due = Optional.of(time);
    }

    /** Whether an attempt is due and none is running. */
    synchronized boolean isDue(Instant now) {
        return !running && due.isPresent() && !due.get().isAfter(now);
    }

    synchronized boolean isPending() {
        return status == Status.PENDING;
    }

    synchronized void begin() {
        running = true;
        due = Optional.empty();
    }

    synchronized void add(Attempt attempt) {
        attempts.add(attempt);
    }

    synchronized void retryAt(Instant time) {
        running = false;
        due = Optional.of(time);
    }

    synchronized void end(Status last) {
        running = false;
        due = Optional.empty();
        status = last;
    }

    synchronized WebhookDelivery delivery() {
        return new WebhookDelivery(webhook, url, event, eventId, body, status, attempts, due);
    }
}
