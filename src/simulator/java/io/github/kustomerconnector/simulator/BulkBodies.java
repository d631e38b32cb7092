package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.BulkJob.BulkItemResult;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Builds the replies about bulks. */
final class BulkBodies {

    private final Settings settings;

    BulkBodies(Settings settings) {
        this.settings = settings;
    }

    /** The state of a bulk. As Kustomer does, it repeats the whole request and the roles of the key. */
    ObjectNode state(BulkJob bulk) {
        ObjectNode body = Json.object();
        ObjectNode data = body.putObject("data").put("type", "bulk").put("id", bulk.id);
        ObjectNode attributes = data.putObject("attributes")
                .put("status", bulk.isComplete ? "complete" : "queued")
                .put("context", "api")
                .put("v2", true)
                .put("completed", bulk.isComplete);
        attributes.putArray("ids");
        attributes.putObject("payload").set("api", bulk.echo);
        String now = Resources.time(settings.now());
        attributes.put("createdAt", now).put("updatedAt", now);
        ResourceLinks.relate(data.putObject("relationships"), "org", "org", ObjectIds.ORGANIZATION);
        data.putObject("links").put("self", "/v1/bulk/" + bulk.id);
        return body;
    }

    /**
     * One page of the batches of a bulk. Unlike other lists, it has {@code meta.pages} and no links.
     *
     * @param wanted which batches are in the list
     * @param newestFirst whether the last batch is the first one of the list
     */
    ObjectNode batches(BulkJob bulk, Predicate<ObjectNode> wanted, boolean newestFirst, int page, int pageSize) {
        int size = settings.values().bulkBatchSize;
        List<ObjectNode> batches = IntStream.range(0, (bulk.items.size() + size - 1) / size)
                .mapToObj(number -> batch(bulk, number, size))
                .filter(wanted)
                .toList();
        ObjectNode body = Json.object();
        body.putObject("meta")
                .put("page", page)
                .put("pages", Math.max(1, (batches.size() + pageSize - 1) / pageSize))
                .put("count", batches.size())
                .put("limit", pageSize);
        ArrayNode data = body.putArray("data");
        (newestFirst ? batches.reversed() : batches)
                .stream().skip((page - 1L) * pageSize).limit(pageSize).forEach(data::add);
        return body;
    }

    private static ObjectNode batch(BulkJob bulk, int number, int size) {
        List<BulkItemResult> results = bulk.results.stream()
                .filter(result -> result.index() / size == number)
                .toList();
        ObjectNode batch = Json.object().put("type", "bulk_batch").put("id", bulk.id + "-" + number);
        ObjectNode attributes = batch.putObject("attributes")
                .put("status", bulk.isComplete ? "complete" : "queued")
                .put("completed", bulk.isComplete)
                .put(
                        "successCount",
                        results.stream().filter(BulkItemResult::isSuccess).count())
                .put(
                        "failureCount",
                        results.stream().filter(result -> !result.isSuccess()).count());
        ArrayNode ids = attributes.putArray("objectIds");
        ArrayNode errors = attributes.putArray("errors");
        // The order of the ids promises nothing.
        results.reversed().stream().filter(BulkItemResult::isSuccess).forEach(result -> ids.add(result.objectId()));
        results.stream()
                .filter(result -> !result.isSuccess())
                .forEach(result ->
                        errors.addObject().put("id", result.objectId()).set("data", error(result)));
        if (!bulk.names.isEmpty()) {
            ArrayNode named = attributes.putArray("results");
            results.forEach(result -> named.add(result(bulk, result)));
        }
        return batch;
    }

    private static ObjectNode result(BulkJob bulk, BulkItemResult result) {
        boolean isNew = bulk.items.get(result.index()).method().equals("POST");
        ObjectNode named = Json.object().put("_clientRef", bulk.names.get(result.index()));
        if (!result.isSuccess()) {
            return named.put("status", "error").set("error", error(result));
        }
        return named.put("status", isNew ? "created" : "updated").put("objectId", result.objectId());
    }

    private static JsonNode error(BulkItemResult result) {
        return Json.parse(result.reply().body()).path("errors").path(0);
    }
}
