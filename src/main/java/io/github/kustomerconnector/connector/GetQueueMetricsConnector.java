package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.metrics.GetQueueMetrics;

/** Get Kustomer Queue Metrics: see {@link GetQueueMetrics}. */
@OutboundConnector(
        name = "Get Kustomer Queue Metrics",
        type = "kustomer:get-queue-metrics:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.GetQueueMetrics.v1",
        name = "Get Kustomer Queue Metrics",
        version = 1,
        description = "Reads waits, waiting conversations and available agents of queues in Kustomer",
        inputDataClass = GetQueueMetrics.class,
        metadata =
                @Metadata(keywords = {"kustomer", "queue metrics", "waiting time", "queue length", "available agents"}),
        propertyGroups = {
            @PropertyGroup(id = "queue", label = "Queues"),
            @PropertyGroup(id = "metrics", label = "Metrics")
        },
        defaultResultExpression = "={queueMetrics: queues}")
public final class GetQueueMetricsConnector extends KustomerConnector<GetQueueMetrics> {

    /** The constructor for the connector runtime. */
    public GetQueueMetricsConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    GetQueueMetricsConnector(ConnectorEnvironment environment) {
        super(GetQueueMetrics.class, GetQueueMetrics.roles(), environment);
    }
}
