package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.attributes;
import static io.github.kustomerconnector.simulator.ResourceParts.related;
import static io.github.kustomerconnector.simulator.ResourceParts.relationships;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.Function;

/**
 * Builds and changes work items. A conversation has at most one open work item. An update makes
 * only the first of its changes in a fixed order and drops the rest silently. Times are in milliseconds.
 */
final class WorkItems {

    /** The kind of the records. */
    static final String TYPE = "work_item";

    private final Settings settings;
    private final Resources resources;
    private final Function<String, Records> records;

    /** @param records returns the records of a kind */
    WorkItems(Settings settings, Resources resources, Function<String, Records> records) {
        this.settings = settings;
        this.resources = resources;
        this.records = records;
    }

    static String status(ObjectNode item) {
        return item.at("/attributes/status").asText();
    }

    /**
     * The open work item of a conversation, else a new one. The rest of the body does not change an open one.
     *
     * @param body of the create
     */
    ObjectNode open(ObjectNode body) {
        String conversation = body.at("/resource/id").asText();
        return records.apply(TYPE)
                .findOrAdd(
                        item -> related(item, "resource").equals(conversation)
                                && !status(item).equals("completed"),
                        () -> created(conversation, body));
    }

    private ObjectNode created(String conversation, ObjectNode body) {
        ObjectNode item = resources.other(TYPE, body.deepCopy().retain("id"));
        ObjectNode attributes = attributes(item);
        attributes.put("status", "ivr").put("paused", false).put("queuedCount", 0);
        attributes.put("channel", body.path("channel").asText("email"));
        attributes.put("priority", 3).put("itemSize", 1).put("resourceType", "conversation");
        attributes.put("workItemNumber", records.apply(TYPE).all(any -> true).size() + 1);
        attributes.putObject("lastRevision");
        relate(item, "resource", "conversation", conversation);
        ((ObjectNode) item.get("links"))
                .put("self", "/v1/routing/work-items/" + item.path("id").asText());
        if (body.has("queue")) {
            enter(item, body.get("queue"));
        }
        if (body.path("assignedTo").isTextual()) {
            assign(item, body.path("assignedTo").asText());
        }
        return item;
    }

    /**
     * The work item with the one change that Kustomer makes of an update.
     *
     * @param body of the update
     */
    ObjectNode changed(ObjectNode old, ObjectNode body) {
        ObjectNode item = old.deepCopy();
        change(item, body);
        boolean travels = body.has("queue") || body.has("assignedTo");
        if (travels && body.has("paused")) {
            attributes(item).set("paused", body.get("paused"));
        }
        if (!item.equals(old)) {
            attributes(item)
                    .put("rev", old.at("/attributes/rev").asInt() + 1)
                    .put("updatedAt", Resources.time(settings.now()));
        }
        return item;
    }

    /** The changes in the order in which Kustomer looks for them. */
    private void change(ObjectNode item, ObjectNode body) {
        JsonNode routed = body.path("routed");
        if (body.has("queue")) {
            enter(item, body.get("queue"));
        } else if (body.path("assignedTo").isNull()) {
            unassign(item);
        } else if (routed.has("to")) {
            relate(item, "routedTo", "user", routed.path("to").asText());
            to(item, "routed");
            lastRevision(item).put("routedAt", Resources.time(settings.now()));
        } else if (body.has("accepted")) {
            accept(item, body.at("/accepted/by").asText());
        } else if (body.has("assignedTo")) {
            assign(item, body.path("assignedTo").asText());
        } else if (routed.has("rejectedBy") || routed.has("timedout")) {
            relate(item, "routedTo", "user", "");
            backToQueue(item);
        } else if (body.has("status")) {
            advance(item, body.path("status").asText());
        } else if (body.has("paused")) {
            attributes(item).set("paused", body.get("paused"));
        }
    }

    /** An assigned work item only notes the queue. Any other leaves its agent and waits in the queue. */
    private void enter(ObjectNode item, JsonNode queue) {
        String id = queue.path("id").asText("");
        relate(item, "queue", "queue", id);
        if (!status(item).equals("assigned") && !status(item).equals("completed")) {
            relate(item, "assignedTo", "user", "");
            relate(item, "routedTo", "user", "");
            backToQueue(item);
        }
    }

    private void backToQueue(ObjectNode item) {
        if (related(item, "queue").isEmpty()) {
            to(item, "ivr");
            return;
        }
        ObjectNode attributes = attributes(item);
        String now = Resources.time(settings.now());
        to(item, "queued");
        attributes.put("queuedCount", attributes.path("queuedCount").asInt() + 1);
        if (!attributes.has("firstEnterQueueAt")) {
            attributes.put("firstEnterQueueAt", now).put("resourceFirstQueueTime", sinceCreation(item));
        }
        lastRevision(item).put("enteredQueueAt", now);
    }

    /** Kustomer is known to unassign less reliably in wrap-up. The simulator leaves such a work item as it is. */
    private void unassign(ObjectNode item) {
        if (!status(item).equals("wrap-up") && !status(item).equals("completed")) {
            relate(item, "assignedTo", "user", "");
            relate(item, "acceptedBy", "user", "");
            backToQueue(item);
        }
    }

    private void accept(ObjectNode item, String user) {
        relate(item, "acceptedBy", "user", user);
        lastRevision(item).put("acceptedAt", Resources.time(settings.now()));
        assign(item, user);
    }

    private void assign(ObjectNode item, String user) {
        ObjectNode last = lastRevision(item);
        if (last.has("enteredQueueAt")) {
            last.put("queueTime", since(last.path("enteredQueueAt").asText()));
        }
        if (!attributes(item).has("resourceFirstAssignTime")) {
            attributes(item).put("resourceFirstAssignTime", sinceCreation(item));
        }
        relate(item, "routedTo", "user", "");
        relate(item, "assignedTo", "user", user);
        to(item, "assigned");
        last.put("assignedAt", Resources.time(settings.now()));
        records
                .apply("work_session")
                .all(session -> session.at("/attributes/user").asText().equals(user))
                .stream()
                .findFirst()
                .ifPresent(session -> relate(
                        item, "workSession", "work_session", session.path("id").asText()));
    }

    /** Wrap-up follows an assignment. A completed work item stays completed. */
    private void advance(ObjectNode item, String status) {
        String before = status(item);
        boolean isPossible =
                switch (status) {
                    case "wrap-up" -> before.equals("assigned");
                    case "assigned" -> before.equals("wrap-up");
                    default -> !before.equals("completed");
                };
        if (!isPossible) {
            return;
        }
        if (before.equals("assigned")) {
            String assignedAt = lastRevision(item).path("assignedAt").asText();
            attributes(item).putObject("handle").put("time", assignedAt.isEmpty() ? 0 : since(assignedAt));
        }
        if (status.equals("completed")) {
            attributes(item).put("completedAt", Resources.time(settings.now()));
        }
        to(item, status);
    }

    private static void to(ObjectNode item, String status) {
        attributes(item).put("status", status);
    }

    private long sinceCreation(ObjectNode item) {
        return since(item.at("/attributes/createdAt").asText());
    }

    /** Milliseconds since a time. */
    private long since(String time) {
        return Math.max(
                0, Duration.between(Resources.instant(time), settings.now()).toMillis());
    }

    private static void relate(ObjectNode item, String relation, String type, String id) {
        ResourceLinks.relate(relationships(item), relation, type, id);
    }

    private static ObjectNode lastRevision(ObjectNode item) {
        return attributes(item).withObject("/lastRevision");
    }
}
