package io.github.kustomerconnector.connector.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Micrometer's meter of webhooks: the timer {@code kustomer.webhook.requests} with the tag {@code result}, the code
 * of the answer such as {@code stored} or {@code wrong-signature}. A registry or a filter that fails does not fail a
 * request. Only this class of the package uses Micrometer, so the connector runs without it.
 */
final class WebhookMicrometerMeters implements WebhookMeters {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookMicrometerMeters.class);

    private final MeterRegistry registry;
    private final ConcurrentMap<Answer, Timer> timers = new ConcurrentHashMap<>();
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    WebhookMicrometerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The meters of Micrometer's global registry. Spring Boot adds the connector runtime's registry to it. */
    static WebhookMeters global() {
        return new WebhookMicrometerMeters(Metrics.globalRegistry);
    }

    /** Catches failures of a meter, because a request that fails after its event is stored would be repeated. */
    @Override
    public void record(Answer answer, Duration took) {
        try {
            timers.computeIfAbsent(answer, this::timer).record(took);
        } catch (RuntimeException | LinkageError e) {
            if (hasFailed.compareAndSet(false, true)) {
                LOG.warn(
                        "Metrics can't be recorded ({}). Requests are not affected. This warning appears only once",
                        e.getClass().getName());
            }
        }
    }

    private Timer timer(Answer answer) {
        return registry.timer("kustomer.webhook.requests", "result", answer.code());
    }
}
