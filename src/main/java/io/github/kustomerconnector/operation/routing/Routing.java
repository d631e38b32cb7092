package io.github.kustomerconnector.operation.routing;

import static io.github.kustomerconnector.field.Formats.objectId;

import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.TransitionStep;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.PortableNames;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The state that a task asks for, and the next change on the way to it. */
sealed interface Routing {

    /** The next change; empty if the work item has the state. */
    Optional<Change> next(WorkItem item);

    /** The field of a create with its value; empty if the action needs an open work item. */
    default Optional<Change> created() {
        return Optional.empty();
    }

    /** Whether a conversation without an open work item has the state. */
    default boolean isEnd() {
        return false;
    }

    /** One field of a work item with its new value. */
    record Change(String field, Json value) {

        TransitionStep of(WorkItem item) {
            Request request = RoutingApi.update(item.resource().id(), item.rev(), field, value);
            return new TransitionStep(field, request);
        }
    }

    /**
     * In a queue. An assigned work item only notes its new queue, so it leaves its agent by another change, and by the
     * same one in wrap-up.
     *
     * @param value the queue as Kustomer expects it: {@code {id}} or {@code {external}}
     */
    record InQueue(Json value, boolean takeFromAgent) implements Routing {
        @Override
        public Optional<Change> next(WorkItem item) {
            boolean isInWrapUp = item.status().equals("wrap-up");
            if (!isIn(item) || (takeFromAgent && isInWrapUp)) {
                return created();
            }
            return takeFromAgent && item.agent().isPresent() ? Optional.of(UNASSIGN) : Optional.empty();
        }

        private boolean isIn(WorkItem item) {
            Optional<String> id = value.field("id").flatMap(Json::text);
            return id.isPresent()
                    ? item.queue().equals(id)
                    : item.externalQueue().equals(value.field("external").flatMap(Json::text));
        }

        @Override
        public Optional<Change> created() {
            return Optional.of(new Change("queue", value));
        }
    }

    /** With an agent. */
    record WithAgent(String user) implements Routing {
        @Override
        public Optional<Change> next(WorkItem item) {
            boolean isAtWork = item.status().equals("assigned") || item.status().equals("wrap-up");
            return isAtWork && item.agent().filter(user::equals).isPresent() ? Optional.empty() : created();
        }

        @Override
        public Optional<Change> created() {
            return Optional.of(new Change("assignedTo", Json.of(user)));
        }
    }

    /** Without an agent. Kustomer unassigns less reliably in wrap-up, so there the same queue takes it back. */
    record WithoutAgent() implements Routing {
        @Override
        public Optional<Change> next(WorkItem item) {
            if (item.status().equals("wrap-up") && item.queue().isPresent()) {
                Json queue = Json.object(Map.of("id", Json.of(item.queue().get())));
                return Optional.of(new Change("queue", queue));
            }
            return item.agent().isPresent() ? Optional.of(UNASSIGN) : Optional.empty();
        }
    }

    /** Paused, or not. */
    record Paused(boolean paused) implements Routing {
        @Override
        public Optional<Change> next(WorkItem item) {
            return item.isPaused() == paused ? Optional.empty() : Optional.of(new Change("paused", Json.of(paused)));
        }
    }

    /** In wrap-up, or completed. */
    record AtStatus(String status) implements Routing {
        @Override
        public Optional<Change> next(WorkItem item) {
            return item.status().equals(status) ? Optional.empty() : Optional.of(new Change("status", Json.of(status)));
        }

        @Override
        public boolean isEnd() {
            return status.equals(COMPLETED);
        }
    }

    String COMPLETED = "completed";

    Change UNASSIGN = new Change("assignedTo", Json.NULL);

    /**
     * The state that the fields ask for.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if a field is invalid
     */
    static Routing of(RouteFields fields, PortableNames names) {
        return switch (Choice.orElse(fields.action(), "queue")) {
            case "queue" -> {
                Map<String, Json> given = new BodyBuilder("route")
                        .require("queue", fields.queue(), names.queue())
                        .checked();
                yield new InQueue(
                        Objects.requireNonNull(given.get("queue")),
                        Choice.isTrue("route.takeFromAgent", fields.takeFromAgent()));
            }
            case "agent" ->
                new WithAgent(BodyBuilder.required("route", "assignedTo", fields.assignedTo(), names.user()));
            case "back" -> new WithoutAgent();
            case "pause" -> new Paused(true);
            case "resume" -> new Paused(false);
            case "wrapUp" -> new AtStatus("wrap-up");
            case "complete" -> new AtStatus(COMPLETED);
            default ->
                throw Choice.unknown("route.action", "queue", "agent", "back", "pause", "resume", "wrapUp", "complete");
        };
    }

    /** The id of the conversation. */
    static String conversation(RouteFields fields) {
        return BodyBuilder.required("route", "conversation", fields.conversation(), objectId());
    }
}
