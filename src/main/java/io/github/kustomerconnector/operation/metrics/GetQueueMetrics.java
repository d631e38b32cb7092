package io.github.kustomerconnector.operation.metrics;

import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.Formats.separated;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.ReadPart;
import io.github.kustomerconnector.call.ReadParts;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.JsonTexts;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads figures of queues: {@code GET /v1/chat/queues/metrics/{ids}}, and for each queue its waiting work items and
 * the work sessions of available agents. The operation only reads, so a repeat is safe.
 *
 * <p>The paths of a queue's work items and work sessions are assumptions; Kustomer's documentation does not show them.
 */
public record GetQueueMetrics(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable QueueFields queue,
        @Nullable QueueMetricsFields metrics,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Parts> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(MetricsApi.QUEUE_METRICS, MetricsApi.ROUTING);
    }

    @Override
    public ReadParts call(TaskIdentity task) {
        QueueParts parts = new QueueParts(task.derived(), TimeoutOptions.timeout(options));
        refuseNothing();
        if (isByKey()) {
            List<String> keys = keys();
            List<ReadPart> lookups = IntStream.range(0, keys.size())
                    .mapToObj(i -> parts.key(keys.size() == 1 ? "queue.keys" : "queue.keys[" + i + "]", keys.get(i)))
                    .toList();
            return new ReadParts(parts.task(), lookups, found -> figures(parts, ids(found)), parts.timeout());
        }
        return new ReadParts(parts.task(), figures(parts, ids()), parts.timeout());
    }

    @Override
    public QueueMetrics result(CallResult.Parts result) {
        return QueueMetrics.of(isByKey() ? ids(result) : ids(), isByKey() ? keys() : List.of(), result);
    }

    private List<ReadPart> figures(QueueParts parts, List<String> queues) {
        List<String> distinct = queues.stream().distinct().toList();
        List<ReadPart> figures = new ArrayList<>();
        if (reads(QueueParts.WAITS)) {
            figures.add(parts.waits(distinct));
        }
        if (reads(QueueParts.WAITING)) {
            distinct.stream().map(parts::waiting).forEach(figures::add);
        }
        if (reads(QueueParts.AGENTS)) {
            distinct.stream().map(parts::agents).forEach(figures::add);
        }
        return figures;
    }

    /** Counts all, because an unknown choice is refused before anything is sent. */
    private void refuseNothing() {
        if (Stream.of(QueueParts.WAITS, QueueParts.WAITING, QueueParts.AGENTS)
                        .filter(this::reads)
                        .count()
                == 0) {
            throw Failure.invalid("metrics.waits", "leaves out the last figure: read at least one");
        }
    }

    private boolean isByKey() {
        return switch (Choice.orElse(queue == null ? null : queue.by(), "keys")) {
            case "keys" -> true;
            case "ids" -> false;
            default -> throw Choice.unknown("queue.by", "keys", "ids");
        };
    }

    private List<String> keys() {
        return texts("keys", queue == null ? null : queue.keys(), identifier(256));
    }

    private List<String> ids() {
        return texts("ids", queue == null ? null : queue.ids(), objectId());
    }

    /** The ids of the queues that the keys led to. */
    private List<String> ids(CallResult.Parts found) {
        return keys().stream()
                .flatMap(key -> found.value(QueueParts.KEY + key).flatMap(Json::text).stream())
                .toList();
    }

    private static List<String> texts(String name, @Nullable Json given, Format format) {
        Map<String, Json> checked = new BodyBuilder("queue")
                .require(name, given, separated(QueueParts.MOST_QUEUES, format))
                .checked();
        List<String> texts = JsonTexts.texts(checked.getOrDefault(name, Json.NULL));
        if (texts.isEmpty()) {
            throw Failure.invalid("queue." + name, "is missing");
        }
        return texts;
    }

    private boolean reads(String figure) {
        QueueMetricsFields chosen = metrics == null ? new QueueMetricsFields(null, null, null) : metrics;
        String given =
                switch (figure) {
                    case QueueParts.WAITS -> chosen.waits();
                    case QueueParts.WAITING -> chosen.waiting();
                    default -> chosen.agents();
                };
        return Choice.isTrue("metrics." + figure, Choice.orElse(given, "true"));
    }
}
