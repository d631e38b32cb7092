package io.github.kustomerconnector.operation.routing;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * The endpoints of work items ("Queues and routing", developer.kustomer.com). Kustomer's documentation does not name
 * the role of an update. It is assumed.
 */
final class RoutingApi {

    static final Role READ = new Role("org.permission.routing.read", "org.user.routing.read");
    static final Role CREATE = new Role("org.permission.routing.create", "org.user.routing.write");
    static final Role UPDATE = new Role("org.permission.routing.update", "org.user.routing.write");

    private static final String INPUT = "route";

    private RoutingApi() {}

    static Request ofConversation(String conversation) {
        Path path = Path.of("/v1/routing/conversations/{id}/work-items", conversation);
        return Request.get(path.with("pageSize", Path.LARGEST_PAGE), READ);
    }

    static Request read(String id) {
        return Request.get(byId(id), READ);
    }

    /** Kustomer answers with the open work item if the conversation has one. */
    static Request create(String conversation, String field, Json value) {
        Map<String, Json> body = new TreeMap<>(Map.of(
                "resource",
                Json.object(new TreeMap<>(Map.of("id", Json.of(conversation), "type", Json.of("conversation")))),
                field,
                value));
        return new Request("POST", Path.of("/v1/routing/work-items"), BodyBuilder.bounded(INPUT, body), CREATE);
    }

    /** Contains one change, because Kustomer makes only one and drops the others silently. */
    static Request update(String id, Json rev, String field, Json value) {
        Map<String, Json> body = new TreeMap<>(Map.of("rev", rev, field, value));
        return new Request("PUT", byId(id), BodyBuilder.bounded(INPUT, body), UPDATE);
    }

    private static Path byId(String id) {
        return Path.of("/v1/routing/work-items/{id}", id);
    }
}
