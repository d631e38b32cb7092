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
 * Micrometer's meters: the timer {@code kustomer.attempts} with the tags {@code method}, {@code path} (the template, without
 * values, see {@link PathTags}; {@code upload} for a file) and {@code outcome} ({@code 2xx}, ..., {@code broken},
 * {@code unanswered}, {@code not-sent}), the counter {@code kustomer.duplicates.avoided} and the timer
 * {@code kustomer.rate.limit.waits}, both with {@code method} and {@code path}. A registry or a filter that fails disturbs no
 * call. The only class that knows Micrometer; loaded only where it is on the class path.
 */
final class MicrometerMeters implements Meters {

    private static final Logger LOG = LoggerFactory.getLogger(MicrometerMeters.class);

    /** In place of a path: where a file goes to is not Kustomer's. */
    private static final String UPLOAD = "upload";

    private record Attempt(String method, String path, String outcome) {}

    private final MeterRegistry registry;
    private final ConcurrentMap<Attempt, Timer> attempts = new ConcurrentHashMap<>();
    private final PathTags paths = new PathTags();
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    MicrometerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** In the registry that collects from all of a process; Spring Boot adds the runtime's own to it. */
    static Meters global() {
        return new MicrometerMeters(Metrics.globalRegistry);
    }

    @Override
    public void attempted(Request request, Reply reply, Duration took) {
        record(new Attempt(request.method(), paths.of(request.path()), outcome(reply)), took);
    }

    @Override
    public void uploaded(Reply reply, Duration took) {
        record(new Attempt("POST", UPLOAD, outcome(reply)), took);
    }

    @Override
    public void avoidedDuplicate(Request create) {
        undisturbed(() ->
                registry.counter("kustomer.duplicates.avoided", tags(create)).increment());
    }

    @Override
    public void waits(Request request, Duration wait) {
        undisturbed(
                () -> registry.timer("kustomer.rate.limit.waits", tags(request)).record(wait));
    }

    private void record(Attempt attempt, Duration took) {
        undisturbed(() -> attempts.computeIfAbsent(attempt, this::timer).record(took));
    }

    /** The answer is there already: if it were lost on a meter, the job would be repeated, and its request with it. */
    private void undisturbed(Runnable counting) {
        try {
            counting.run();
        } catch (RuntimeException | LinkageError e) {
            if (hasFailed.compareAndSet(false, true)) {
                LOG.warn(
                        "A meter could not be counted ({}); calls go on without, and it is not said again",
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
            case Reply.Answered answered -> answered.status() / 100 + "xx";
            case Reply.Broken ignored -> "broken";
            case Reply.Unanswered ignored -> "unanswered";
            case Reply.NotSent ignored -> "not-sent";
        };
    }
}
