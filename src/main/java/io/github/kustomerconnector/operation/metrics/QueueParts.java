package io.github.kustomerconnector.operation.metrics;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.ReadPart;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.DirectoryApi;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.operation.Seconds;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The requests for figures of queues, and what is kept of their answers. */
record QueueParts(Identity task, Duration timeout) {

    static final String KEY = "key.";
    static final String WAITS = "waits";
    static final String WAITING = "waiting";
    static final String AGENTS = "agents";

    /** The maximum number of queues in one request for their metrics. */
    static final int MOST_QUEUES = 100;

    /** The maximum number of work items or sessions that are counted for one queue. */
    private static final int MOST = 1000;

    /**
     * Reads the queue with a key.
     *
     * @param field the field that contains the key
     */
    ReadPart key(String field, String key) {
        Request request = DirectoryApi.queuesWithKey(key);
        Query.ListAll queues = new Query.ListAll(
                task,
                page -> Request.get(request.path().with("page", page), request.role()),
                PortableNames.having("key", key),
                2,
                timeout);
        return new ReadPart(KEY + key, queues, found -> only(field, found.resources()), true, "");
    }

    /** Reads the latest wait of all queues in one request. */
    ReadPart waits(List<String> queues) {
        Request request = Request.get(MetricsApi.queueMetrics(queues), MetricsApi.QUEUE_METRICS);
        Query.ListAll metrics = new Query.ListAll(task, page -> request, found -> true, queues.size(), timeout);
        return new ReadPart(WAITS, metrics, QueueParts::waits, false, "");
    }

    /** Counts the work items that wait in a queue. */
    ReadPart waiting(String queue) {
        return count(WAITING + "." + queue, MetricsApi.workItemsOfQueue(queue), "status", "queued");
    }

    /** Counts the work sessions of a queue whose agents are available. */
    ReadPart agents(String queue) {
        return count(AGENTS + "." + queue, MetricsApi.workSessionsOfQueue(queue), "statusType", "available");
    }

    private ReadPart count(String name, Path path, String attribute, String wanted) {
        Path pages = path.with(attribute, wanted).with("pageSize", Path.LARGEST_PAGE);
        Role role = MetricsApi.ROUTING;
        Query.ListAll records = new Query.ListAll(
                task,
                page -> Request.get(pages.with("page", page), role),
                found -> found.attribute(attribute).map(wanted::equals).orElse(true),
                MOST,
                timeout);
        return new ReadPart(name, records, QueueParts::count, false, MetricsApi.ASSUMED_PATH);
    }

    private static Json count(CallResult.Query found) {
        return Json.object(Map.of("count", Json.of(found.resources().size()), "complete", Json.of(found.complete())));
    }

    private static Json waits(CallResult.Query found) {
        Map<String, Json> waits = new LinkedHashMap<>();
        found.resources().forEach(queue -> waits.put(queue.id(), wait(queue)));
        return Json.object(waits);
    }

    private static Json wait(Resource queue) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("name", queue.attribute("name").map(Json::of).orElse(Json.NULL));
        fields.put(
                "waitSeconds", Seconds.json(Seconds.ofSeconds(queue.attributes().field("latestWaitTimeSeconds"))));
        return Json.object(fields);
    }

    private static Json only(String field, List<Resource> queues) {
        if (queues.isEmpty()) {
            throw new KustomerException(
                    new Failure.NotFound(FailureDetails.ofField(field), field + " is the key of no queue"));
        }
        if (queues.size() > 1) {
            throw new KustomerException(new Failure.Duplicate(
                    FailureDetails.ofField(field),
                    field + " is the key of several queues: use their IDs",
                    queues.stream().map(Resource::id).toList()));
        }
        return Json.of(queues.getFirst().id());
    }
}
