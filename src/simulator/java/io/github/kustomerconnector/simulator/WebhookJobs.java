package io.github.kustomerconnector.simulator;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** Deliveries, oldest first, with the memory of their bodies. It is not thread-safe. */
final class WebhookJobs {

    private final SequencedSet<WebhookJob> jobs = new LinkedHashSet<>();
    private long weight;

    void add(WebhookJob job) {
        jobs.add(job);
        weight += job.body().length();
    }

    void remove(WebhookJob job) {
        if (jobs.remove(job)) {
            weight -= job.body().length();
        }
    }

    WebhookJob removeOldest() {
        WebhookJob oldest = jobs.getFirst();
        remove(oldest);
        return oldest;
    }

    /** Whether there are too many, or their bodies are too long. The latest one stays in any case. */
    boolean isOver(int most, long largest) {
        return jobs.size() > most || (weight > largest && jobs.size() > 1);
    }

    Stream<WebhookJob> all() {
        return jobs.stream();
    }

    boolean isEmpty() {
        return jobs.isEmpty();
    }

    void clear() {
        jobs.clear();
        weight = 0;
    }
}
