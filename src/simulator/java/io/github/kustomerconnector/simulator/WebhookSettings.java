package io.github.kustomerconnector.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The settings of the outbound webhooks: what Kustomer does not document, and what a test has to scale. A setting can
 * be changed at any time. {@link KustomerSimulator#reset()} does not change it.
 */
@ForOwnTests
public final class WebhookSettings {

    /** The events that Kustomer documents: create and update of six kinds of records. */
    static final List<String> EVENTS = Stream.of("customer", "conversation", "message", "user", "team", "tag")
            .flatMap(kind -> Stream.of("kustomer." + kind + ".create", "kustomer." + kind + ".update"))
            .toList();

    private static final List<Duration> INTERVALS =
            Stream.of(1, 1, 2, 5, 10, 15, 30).map(Duration::ofMinutes).toList();

    private volatile double retryScale = 1;
    private volatile Duration timeout = Duration.ofSeconds(5);
    private volatile int disableAfter = 3;
    private volatile int concurrency = 1;
    private volatile boolean anyTarget = false;
    private volatile Set<String> moreEvents = Set.of();

    /**
     * Multiplies the intervals between the attempts of a delivery: 0.001 turns one minute into 60 ms. Default: 1, so
     * that the retries follow after 1, 1, 2, 5, 10, 15 and 30 minutes of the simulator's clock.
     */
    public void retryScale(double value) {
        retryScale = value;
    }

    /** The time after which an attempt without an answer counts as failed. Kustomer names none. Default: 5 s. */
    public void timeout(Duration value) {
        timeout = value;
    }

    /**
     * The number of deliveries in a row that fail with all their retries before the webhook is disabled. Kustomer does
     * not document the number. Default: 3.
     */
    public void disableAfter(int value) {
        disableAfter = value;
    }

    /** The maximum number of attempts at the same time. With 1 (default), events are sent in their order. */
    public void concurrency(int value) {
        concurrency = value;
    }

    /** Whether events are sent to addresses other than loopback addresses. Default: no. */
    public void anyTarget(boolean value) {
        anyTarget = value;
    }

    /** Events in addition to the documented ones to which a webhook may subscribe. Default: none. */
    public void moreEvents(String... names) {
        moreEvents = Set.of(names);
    }

    /** All events to which a webhook may subscribe. */
    List<String> events() {
        return Stream.concat(EVENTS.stream(), moreEvents.stream().sorted()).toList();
    }

    /** The waits before the retries of a delivery, in their order. */
    List<Duration> intervals() {
        return INTERVALS.stream()
                .map(interval -> Duration.ofNanos((long) (interval.toNanos() * retryScale)))
                .toList();
    }

    Duration timeout() {
        return timeout;
    }

    int disableAfter() {
        return disableAfter;
    }

    int concurrency() {
        return concurrency;
    }

    boolean anyTarget() {
        return anyTarget;
    }
}
