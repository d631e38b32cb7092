package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.routing.RouteConversation;

/** Route Kustomer Conversation: see {@link RouteConversation}. */
@OutboundConnector(
        name = "Route Kustomer Conversation",
        type = "kustomer:route-conversation:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.RouteConversation.v1",
        name = "Route Kustomer Conversation",
        version = 1,
        description = "Puts a conversation in Kustomer into a queue, assigns it to an agent, pauses or completes it",
        inputDataClass = RouteConversation.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "route conversation",
                            "queue",
                            "assign agent",
                            "work item",
                            "pause conversation",
                            "wrap-up",
                            "complete work item",
                            "ticket",
                            "case",
                            "customer service"
                        }),
        propertyGroups = @PropertyGroup(id = "route", label = "Routing"),
        defaultResultExpression = "={workItemId: id, workItemStatus: status, queueId: queueId}")
public final class RouteConversationConnector extends KustomerConnector<RouteConversation> {

    /** The constructor for the connector runtime. */
    public RouteConversationConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    RouteConversationConnector(ConnectorEnvironment environment) {
        super(RouteConversation.class, RouteConversation.roles(), environment);
    }
}
