package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.workflow.StartWorkflow;

/** Start Kustomer Workflow: see {@link StartWorkflow}. */
@OutboundConnector(
        name = "Start Kustomer Workflow",
        type = "kustomer:start-workflow:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.StartWorkflow.v1",
        name = "Start Kustomer Workflow",
        version = 1,
        description = "Starts a workflow in Kustomer by sending data to its inbound hook",
        inputDataClass = StartWorkflow.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "start workflow",
                            "run workflow",
                            "trigger workflow",
                            "inbound hook",
                            "automation",
                            "customer service"
                        }),
        propertyGroups = @PropertyGroup(id = "workflow", label = "Workflow"),
        defaultResultExpression = "={workflowTransactionId: id}")
public final class StartWorkflowConnector extends KustomerConnector<StartWorkflow> {

    /** The constructor for the connector runtime. */
    public StartWorkflowConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    StartWorkflowConnector(ConnectorEnvironment environment) {
        super(StartWorkflow.class, StartWorkflow.roles(), environment);
    }
}
