package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.metrics.GetConversationMetrics;

/** Get Kustomer Conversation Metrics: see {@link GetConversationMetrics}. */
@OutboundConnector(
        name = "Get Kustomer Conversation Metrics",
        type = "kustomer:get-conversation-metrics:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.GetConversationMetrics.v1",
        name = "Get Kustomer Conversation Metrics",
        version = 1,
        description = "Reads handle times, queue times and satisfaction of a conversation in Kustomer",
        inputDataClass = GetConversationMetrics.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "conversation metrics",
                            "handle time",
                            "queue time",
                            "satisfaction",
                            "csat",
                            "kpi"
                        }),
        propertyGroups = {@PropertyGroup(id = "metrics", label = "Metrics")},
        defaultResultExpression =
                "={conversationMetrics: {handleSeconds: handleSeconds, queueSeconds: queueSeconds, firstResponseSeconds: firstResponseSeconds, messagesSent: messagesSent, satisfaction: satisfaction}}")
public final class GetConversationMetricsConnector extends KustomerConnector<GetConversationMetrics> {

    /** The constructor for the connector runtime. */
    public GetConversationMetricsConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    GetConversationMetricsConnector(ConnectorEnvironment environment) {
        super(GetConversationMetrics.class, GetConversationMetrics.roles(), environment);
    }
}
