package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.attributes;
import static io.github.kustomerconnector.simulator.ResourceParts.related;
import static io.github.kustomerconnector.simulator.ResourceParts.relationships;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The endpoints of figures: the times of a conversation, for the timers v1 (seconds) and v2 (milliseconds), and the
 * latest wait of queues (seconds, or null in a quiet queue).
 */
final class MetricsOperations {

    private static final String TIMES = "org.permission.conversation.read org.user.conversation.read";
    private static final String METRICS = "org.permission.queue.read org.user org.admin";
    private static final int LARGEST_PAGE = 1000;
    private static final int MOST_QUEUES = 100;

    private final Function<String, Records> records;
    private final Store store;
    private final ReplyBodies replies;

    /** @param records returns the records of a kind */
    MetricsOperations(Function<String, Records> records, Store store, ReplyBodies replies) {
        this.records = records;
        this.store = store;
        this.replies = replies;
    }

    List<Route> all() {
        return List.of(
                Route.of("GET", "/v1/conversations/*/times", TIMES, routed -> times(routed, false)),
                Route.of("GET", "/v2/conversations/*/times", TIMES, routed -> times(routed, true)),
                Route.of("GET", "/v1/chat/queues/metrics/*", METRICS, this::queueMetrics));
    }

    /** Each timer has its own records, so the list of the other timer may be empty. */
    private Reply times(RoutedRequest routed, boolean isV2) {
        String conversation = routed.argument();
        if (store.conversation(conversation).isEmpty()) {
            throw ApiErrorException.notFound("id");
        }
        List<ObjectNode> times = records.apply("conversation_time")
                .all(time -> time.at("/attributes/timerVersion").asText().equals("v2") == isV2
                        && related(time, "conversation").equals(conversation));
        times.forEach(MetricsOperations::relateAgent);
        return replies.page(times, routed, LARGEST_PAGE);
    }

    /** The agent of a time is a related record, not an attribute. */
    private static void relateAgent(ObjectNode time) {
        JsonNode agent = attributes(time).remove("createdBy");
        if (agent != null) {
            ResourceLinks.relate(relationships(time), "createdBy", "user", agent.asText());
        }
    }

    /** Kustomer does not document the answer for an unknown id. The simulator leaves the queue out. */
    private Reply queueMetrics(RoutedRequest routed) {
        List<String> ids = List.of(routed.argument().split(",", -1));
        if (ids.size() > MOST_QUEUES) {
            throw new ApiErrorException(
                    ApiError.of(400, ErrorCode.INVALID, "Too many queues").at("ids"));
        }
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        ids.stream()
                .flatMap(id -> records.apply("queue").find(id).stream())
                .map(this::metrics)
                .forEach(data::add);
        return Reply.json(200, body);
    }

    private ObjectNode metrics(ObjectNode queue) {
        String id = queue.path("id").asText();
        ObjectNode metrics = Json.object().put("type", "session_queue").put("id", id);
        ObjectNode attributes = metrics.putObject("attributes");
        attributes.set("name", queue.at("/attributes/name"));
        Optional<ObjectNode> latest = latest(id);
        for (String name : List.of(
                "latestWaitTimeSeconds",
                "latestWaitTimeSinceQueueEntryOrLastUnpauseSeconds",
                "latestWaitTimeBeforeOrAfterLastPauseSeconds")) {
            latest.ifPresentOrElse(
                    item -> attributes.put(
                            name, item.at("/attributes/lastRevision/queueTime").asLong() / 1000.0),
                    () -> attributes.putNull(name));
        }
        ObjectNode relationships = metrics.putObject("relationships");
        ResourceLinks.relate(relationships, "queue", "queue", id);
        latest.ifPresent(item -> ResourceLinks.relate(
                relationships,
                "latestWaitTimeWorkItem",
                "work-item",
                item.path("id").asText()));
        return metrics;
    }

    /** The work item that was taken from the queue last. */
    private Optional<ObjectNode> latest(String queue) {
        return records
                .apply(WorkItems.TYPE)
                .all(item -> related(item, "queue").equals(queue)
                        && item.at("/attributes/lastRevision/queueTime").isNumber())
                .stream()
                .max(Comparator.comparing(
                        item -> item.at("/attributes/lastRevision/assignedAt").asText()));
    }
}
