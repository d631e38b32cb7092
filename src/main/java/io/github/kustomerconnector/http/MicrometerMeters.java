package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Request;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Micrometer's meters: the timer {@code kustomer.attempts} with the tags {@code method}, {@code path} (the template,
 * without values, see {@link PathTags}; {@code upload} for a file) and {@code outcome} ({@code 2xx}, ...,
 * {@code broken}, {@code unanswered}, {@code not-sent}). The counter {@code kustomer.duplicates.avoided} and the timer
 * {@code kustomer.rate.limit.waits} have the tags {@code method} and {@code path}. A registry or a filter that fails
 * does not fail a call. Only this class uses Micrometer, so the connector runs without it.
 */
final class MicrometerMeters implements Meters {

    private static final Logger LOG = LoggerFactory.getLogger(MicrometerMeters.class);

    /** The path tag of an upload, because the address of the file store is not Kustomer's. */
    private static final String UPLOAD = "upload";

    private record Attempt(String method, String path, String outcome) {}

    private final MeterRegistry registry;
    private final ConcurrentMap<Attempt, Timer> attempts = new ConcurrentHashMap<>();
    private final PathTags paths = new PathTags();
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    MicrometerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The meters of Micrometer's global registry. Spring Boot adds the connector runtime's registry to it. */
    static Meters global() {
        return new MicrometerMeters(Metrics.globalRegistry);
    }

    @Override
    public void recordAttempt(Request request, Reply reply, Duration took) {
        record(new Attempt(request.method(), paths.of(request.path()), outcome(reply)), took);
    }

    @Override
    public void recordUpload(Reply reply, Duration took) {
        record(new Attempt("POST", UPLOAD, outcome(reply)), took);
    }

    @Override
    public void countAvoidedDuplicate(Request create) {
        recordSafely(() ->
                registry.counter("kustomer.duplicates.avoided", tags(create)).increment());
    }

    @Override
    public void recordWait(Request request, Duration wait) {
        recordSafely(
                () -> registry.timer("kustomer.rate.limit.waits", tags(request)).record(wait));
    }

    private void record(Attempt attempt, Duration took) {
        recordSafely(() -> attempts.computeIfAbsent(attempt, this::timer).record(took));
    }

    /** Catches failures of a meter, because a job that fails after its answer would send its request again. */
    private void recordSafely(Runnable recording) {
        try {
            recording.run();
        } catch (RuntimeException | LinkageError e) {
            if (hasFailed.compareAndSet(false, true)) {
                LOG.warn(
                        "Metrics can't be recorded ({}). Calls are not affected. This warning appears only once",
                        e.getClass().getName());
            }
        }
    }

    private Timer timer(Attempt attempt) {
        return registry.timer(
                "kustomer.attempts",
                Tags.of("method", attempt.method(), "path", attempt.path(), "outcome", attempt.outcome()));
    }

    private Tags tags(Request request) {
        return Tags.of("method", request.method(), "path", paths.of(request.path()));
    }

    private static String outcome(Reply reply) {
        return switch (reply) {
            case Reply.Complete complete -> complete.status() / 100 + "xx";
            case Reply.Incomplete ignored -> "broken";
            case Reply.NoAnswer ignored -> "unanswered";
            case Reply.NotSent ignored -> "not-sent";
        };
    }
}
