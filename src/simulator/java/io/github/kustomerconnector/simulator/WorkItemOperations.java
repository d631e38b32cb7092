package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.related;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The endpoints of work items and work sessions. Kustomer does not document the statuses of their answers, the role
 * of an update and the path of the sessions.
 */
final class WorkItemOperations {

    private static final String READ = "org.permission.routing.read org.user.routing.read";
    private static final String CREATE = "org.permission.routing.create org.user.routing.write";
    private static final String UPDATE = "org.permission.routing.update org.user.routing.write";

    private final Function<String, Records> records;
    private final Store store;
    private final WorkItems workItems;
    private final ReplyBodies replies;
    private final Hook hook;

    /** @param records returns the records of a kind */
    WorkItemOperations(
            Function<String, Records> records, Store store, WorkItems workItems, ReplyBodies replies, Hook hook) {
        this.records = records;
        this.store = store;
        this.workItems = workItems;
        this.replies = replies;
        this.hook = hook;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", "/v1/routing/work-items", CREATE, this::create),
                Route.of("GET", "/v1/routing/work-items/*", READ, this::byId),
                Route.of("PUT", "/v1/routing/work-items/*", UPDATE, this::update),
                Route.of("GET", "/v1/routing/conversations/*/work-items", READ, this::ofConversation),
                Route.of("GET", "/v1/routing/queues/*/work-items", READ, this::ofQueue),
                Route.of("GET", "/v1/routing/queues/*/work-sessions", READ, this::sessions));
    }

    private Reply create(RoutedRequest routed) {
        String conversation = routed.body().at("/resource/id").asText();
        require(store.conversation(conversation).isPresent(), "resource");
        requireReferences(routed.body());
        hook.run(routed.request());
        return replies.created(workItems.open(routed.body()));
    }

    private Reply byId(RoutedRequest routed) {
        return replies.found(items().find(routed.argument()), "id");
    }

    private Reply update(RoutedRequest routed) {
        requireReferences(routed.body());
        hook.run(routed.request());
        return replies.ok(items().update(routed.argument(), item -> {
            routed.checkRevision(item);
            return workItems.changed(item, routed.body());
        }));
    }

    private Reply ofConversation(RoutedRequest routed) {
        require(store.conversation(routed.argument()).isPresent(), "id");
        return list("resource", routed);
    }

    private Reply ofQueue(RoutedRequest routed) {
        require(records.apply("queue").find(routed.argument()).isPresent(), "id");
        return list("queue", routed);
    }

    private Reply list(String relation, RoutedRequest routed) {
        Optional<String> status = routed.request().query("status");
        return replies.page(
                items().all(item -> related(item, relation).equals(routed.argument())
                        && status.filter(wanted -> !isAt(item, wanted)).isEmpty()),
                routed);
    }

    /** {@code !wrap-up} stands for every other status. */
    private static boolean isAt(ObjectNode item, String wanted) {
        return wanted.startsWith("!")
                ? !WorkItems.status(item).equals(wanted.substring(1))
                : WorkItems.status(item).equals(wanted);
    }

    private Reply sessions(RoutedRequest routed) {
        require(records.apply("queue").find(routed.argument()).isPresent(), "id");
        return replies.page(
                records.apply("work_session")
                        .all(session -> related(session, "queue").equals(routed.argument())
                                && routed.accepts("statusType", session)
                                && routed.accepts("routable", session)),
                routed);
    }

    private void requireReferences(ObjectNode body) {
        String queue = body.at("/queue/id").asText();
        String user = body.path("assignedTo").asText("");
        require(queue.isEmpty() || records.apply("queue").find(queue).isPresent(), "queue");
        require(
                body.path("assignedTo").isNull()
                        || user.isEmpty()
                        || records.apply("user").find(user).isPresent(),
                "assignedTo");
    }

    private Records items() {
        return records.apply(WorkItems.TYPE);
    }

    private static void require(boolean exists, String parameter) {
        if (!exists) {
            throw ApiErrorException.notFound(parameter);
        }
    }
}
