package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.bulk.AwaitBulk;

/** Await Kustomer Bulk: see {@link AwaitBulk}. */
@OutboundConnector(name = "Await Kustomer Bulk", type = "kustomer:await-bulk:1", inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.AwaitBulk.v1",
        name = "Await Kustomer Bulk",
        version = 1,
        description = "Goes on with a bulk that Run Kustomer Bulk began, in a loop with a timer",
        inputDataClass = AwaitBulk.class,
        metadata = @Metadata(keywords = {"kustomer", "await bulk", "bulk progress", "import progress"}),
        propertyGroups = @PropertyGroup(id = "bulk", label = "Bulk"),
        defaultResultExpression = "={kustomerBulk: response}")
public final class AwaitBulkConnector extends KustomerConnector<AwaitBulk> {

    /** The constructor for the connector runtime. */
    public AwaitBulkConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    AwaitBulkConnector(ConnectorEnvironment environment) {
        super(AwaitBulk.class, AwaitBulk.roles(), environment);
    }
}
