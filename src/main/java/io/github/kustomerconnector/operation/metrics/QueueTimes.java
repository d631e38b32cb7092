package io.github.kustomerconnector.operation.metrics;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Seconds;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The times that a conversation waited in queues, from its work items. A work item has the time of its last stay in a
 * queue. That these times are in milliseconds is an assumption; Kustomer's documentation names no unit.
 */
final class QueueTimes {

    private QueueTimes() {}

    /** The sums of a list of work items: {@code seconds}, {@code businessSeconds}, and the {@code workItems}. */
    static Json of(CallResult.Query workItems) {
        List<Resource> items = workItems.resources();
        Map<String, Json> sums = new LinkedHashMap<>();
        sums.put("seconds", Seconds.json(sum(items, "queueTime")));
        sums.put("businessSeconds", Seconds.json(sum(items, "queueBusinessTime")));
        sums.put("workItems", Json.list(items.stream().map(QueueTimes::workItem).toList()));
        return Json.object(sums);
    }

    private static Json workItem(Resource item) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("id", Json.of(item.id()));
        fields.put("status", item.attribute("status").map(Json::of).orElse(Json.NULL));
        fields.put("queueId", item.related("queue").map(Json::of).orElse(Json.NULL));
        fields.put("queueSeconds", Seconds.json(time(item, "queueTime")));
        fields.put("queueBusinessSeconds", Seconds.json(time(item, "queueBusinessTime")));
        return Json.object(fields);
    }

    private static Optional<BigDecimal> sum(List<Resource> items, String time) {
        return items.stream().flatMap(item -> time(item, time).stream()).reduce(BigDecimal::add);
    }

    private static Optional<BigDecimal> time(Resource item, String time) {
        return Seconds.ofMillis(item.attributes().at("lastRevision", time));
    }
}
