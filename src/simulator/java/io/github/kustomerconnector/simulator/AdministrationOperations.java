package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The endpoints with which an administrator sets up queues and users, and reads workflows. */
final class AdministrationOperations {

    private static final String QUEUES = "org.permission.queue.create org.admin.routing.write";
    private static final String USERS = "org.permission.user.create org.admin.user.write";
    private static final String WORKFLOWS = "org.permission.workflow.read org.admin.workflow.read";

    private final Function<String, Records> records;
    private final Resources resources;
    private final ReplyBodies replies;

    /** @param records returns the records of a kind */
    AdministrationOperations(Function<String, Records> records, Resources resources, ReplyBodies replies) {
        this.records = records;
        this.resources = resources;
        this.replies = replies;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", "/v1/routing/queues", QUEUES, routed -> create("queue", routed)),
                Route.of("POST", "/v1/users", USERS, routed -> create("user", routed)),
                Route.of("GET", "/v1/workflows", WORKFLOWS, this::workflows),
                Route.of("GET", "/v1/workflows/*", WORKFLOWS, this::workflow));
    }

    private Reply create(String type, RoutedRequest routed) {
        ObjectNode record = resources.other(type, LookupOperations.withDefaults(type, routed.body()));
        records.apply(type).add(record);
        return replies.created(record);
    }

    private Reply workflows(RoutedRequest routed) {
        Optional<String> enabled = routed.request().query("enabled");
        return replies.page(
                records.apply("workflow")
                        .all(workflow -> enabled.filter(wanted -> !workflow.at("/attributes/enabled")
                                        .asText()
                                        .equals(wanted))
                                .isEmpty()),
                routed);
    }

    private Reply workflow(RoutedRequest routed) {
        return replies.found(records.apply("workflow").find(routed.argument()), "id");
    }
}
