package io.github.kustomerconnector.operation.metrics;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Role;
import java.util.List;

/**
 * The endpoints of figures, and the roles that they need ("Core resources", "Core resources v2" and "Queues and
 * routing", developer.kustomer.com).
 */
final class MetricsApi {

    /** Reads a conversation and its times. */
    static final Role CONVERSATION = new Role("org.permission.conversation.read", "org.user.conversation.read");

    /** Reads work items. That it also reads work sessions is an assumption. */
    static final Role ROUTING = new Role("org.permission.routing.read", "org.user.routing.read");

    /** Reads the metrics of queues. */
    static final Role QUEUE_METRICS = new Role("org.permission.queue.read", "org.user", List.of("org.admin"));

    /** What an error adds if a path is refused that Kustomer's documentation does not show. */
    static final String ASSUMED_PATH = "The path is an assumption, because Kustomer's documentation does not show it";

    private MetricsApi() {}

    static Path conversation(String id) {
        return Path.of("/v1/conversations/{id}", id);
    }

    /** In seconds. */
    static Path timesV1(String conversation) {
        return Path.of("/v1/conversations/{id}/times", conversation);
    }

    /** In milliseconds. */
    static Path timesV2(String conversation) {
        return Path.of("/v2/conversations/{id}/times", conversation);
    }

    static Path workItemsOfConversation(String conversation) {
        return Path.of("/v1/routing/conversations/{id}/work-items", conversation);
    }

    /** @param queues ids of at most 100 queues */
    static Path queueMetrics(List<String> queues) {
        String template = "/v1/chat/queues/metrics/{ids}";
        return new Path(template, template.replace("{ids}", String.join(",", queues)));
    }

    static Path workItemsOfQueue(String queue) {
        return Path.of("/v1/routing/queues/{id}/work-items", queue);
    }

    static Path workSessionsOfQueue(String queue) {
        return Path.of("/v1/routing/queues/{id}/work-sessions", queue);
    }
}
