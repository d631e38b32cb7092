package io.github.kustomerconnector.operation.metrics;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The figures of queues. A figure is null if Kustomer has no value for it, or if its part was not read.
 *
 * @param queues in the order of the task, each with {@code id}, {@code key}, {@code name}, {@code waitSeconds},
 *     {@code waiting} and {@code agentsAvailable}. The wait is that of the customer who left the queue last; null if no
 *     customer left it for a day
 * @param complete whether all records were counted; false if a queue has more than 1000
 * @param missing the parts that the key may not read, each with {@code part} and {@code role}
 */
public record QueueMetrics(List<Json> queues, boolean complete, List<Json> missing) {

    public QueueMetrics {
        queues = List.copyOf(queues);
        missing = List.copyOf(missing);
    }

    /** @param keys the keys of the queues in the same order; empty if the task names ids */
    static QueueMetrics of(List<String> ids, List<String> keys, CallResult.Parts parts) {
        List<Json> queues = IntStream.range(0, ids.size())
                .mapToObj(i -> queue(ids.get(i), keys.isEmpty() ? Json.NULL : Json.of(keys.get(i)), parts))
                .toList();
        boolean complete = parts.values().values().stream()
                .noneMatch(part -> part.field("complete")
                        .flatMap(Json::scalar)
                        .filter("false"::equals)
                        .isPresent());
        return new QueueMetrics(queues, complete, missing(parts));
    }

    private static Json queue(String id, Json key, CallResult.Parts parts) {
        Optional<Json> wait = parts.value(QueueParts.WAITS).flatMap(waits -> waits.field(id));
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("id", Json.of(id));
        fields.put("key", key);
        fields.put("name", wait.flatMap(found -> found.field("name")).orElse(Json.NULL));
        fields.put(
                "waitSeconds", wait.flatMap(found -> found.field("waitSeconds")).orElse(Json.NULL));
        fields.put("waiting", count(parts, QueueParts.WAITING + "." + id));
        fields.put("agentsAvailable", count(parts, QueueParts.AGENTS + "." + id));
        return Json.object(fields);
    }

    private static Json count(CallResult.Parts parts, String part) {
        return parts.value(part).flatMap(value -> value.field("count")).orElse(Json.NULL);
    }

    /** Each kind of part once, because the same role is missing for all queues. */
    private static List<Json> missing(CallResult.Parts parts) {
        Map<String, Json> missing = new TreeMap<>();
        parts.missing().forEach((part, role) -> {
            String kind = part.replaceFirst("\\..*", "");
            missing.put(kind, ConversationMetrics.missing(kind, role));
        });
        return List.copyOf(missing.values());
    }
}
