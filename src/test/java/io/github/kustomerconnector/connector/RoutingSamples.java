package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.connector.OperationSample.AfterLoss;
import io.github.kustomerconnector.connector.OperationSample.Loss;
import io.github.kustomerconnector.connector.OperationSample.Refused;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The samples of the operations for routing, workflows and look-ups. */
final class RoutingSamples {

    private static final String HOOK = "0123456789abcdef";

    private static final Set<String> ROUTED = Set.of(
            "id",
            "outcome",
            "conversationId",
            "status",
            "paused",
            "queueId",
            "agentId",
            "queuedCount",
            "enteredQueueAt",
            "queueSeconds",
            "firstQueueSeconds",
            "firstAssignSeconds",
            "handleSeconds",
            "wrapUpSeconds",
            "completedAt");

    private RoutingSamples() {}

    static List<OperationSample> all() {
        return List.of(
                new OperationSample(
                        RouteConversationConnector::new,
                        (task, kustomer) -> {
                            kustomer.seedRecord("queue", "{\"name\":\"Complaints\",\"key\":\"complaints\"}");
                            return task.with("route.conversation", conversation(kustomer))
                                    .with("route.queue", "complaints");
                        },
                        role("routing.create", "routing.write"),
                        new Loss("POST", AfterLoss.RETRIED),
                        new Refused("route.queue", "5f9f1a2b3c4d5e6f7a8b9c"),
                        ROUTED),
                new OperationSample(
                        RouteConversationConnector::new,
                        (task, kustomer) -> {
                            String conversation = conversation(kustomer);
                            kustomer.routeConversation(
                                    "{\"resource\":{\"id\":\"%s\",\"type\":\"conversation\"}}".formatted(conversation));
                            return task.with("route.conversation", conversation).with("route.action", "pause");
                        },
                        role("routing.update", "routing.write"),
                        new Loss("PUT", AfterLoss.RETRIED),
                        new Refused("route.action", "nonsense"),
                        ROUTED),
                new OperationSample(
                        StartWorkflowConnector::new,
                        (task, kustomer) -> {
                            kustomer.seedRecord("web_hook", "{\"title\":\"Orders\",\"hash\":\"%s\"}".formatted(HOOK));
                            return task.with("workflow.hook", HOOK).with("workflow.data", Map.of("order", 7));
                        },
                        new Role("org.hooks", ""),
                        new Loss("POST", AfterLoss.OUTCOME_UNKNOWN),
                        new Refused("workflow.hook", "https://evil.example.org/v1/hooks/web/0123456789abcdef"),
                        Set.of("id", "type", "outcome")),
                new OperationSample(
                        FindRecordConnector::new,
                        (task, kustomer) -> task.with("record.kind", "company")
                                .with("record.name", "Acme")
                                .with("options.ifAbsent", "continue"),
                        role("company.read", "company.read"),
                        new Loss("GET", AfterLoss.RETRIED),
                        new Refused("record.kind", "nonsense"),
                        Set.of("found", "id", "type", "attributes", "relationships", "url", "ids")));
    }

    /** At a fixed time, so that two simulators return the same times. */
    private static String conversation(KustomerSimulator kustomer) {
        kustomer.settings().clock(Clock.fixed(Instant.parse("2026-01-31T09:30:00Z"), ZoneOffset.UTC));
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
        return kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));
    }

    private static Role role(String permission, String legacy) {
        return new Role("org.permission." + permission, "org.user." + legacy);
    }
}
