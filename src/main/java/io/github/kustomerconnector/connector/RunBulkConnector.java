package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.bulk.RunBulk;

/** Run Kustomer Bulk: see {@link RunBulk}. */
@OutboundConnector(name = "Run Kustomer Bulk", type = "kustomer:run-bulk:1", inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.RunBulk.v1",
        name = "Run Kustomer Bulk",
        version = 1,
        description = "Creates, updates or deletes many Kustomer records, each effectively once",
        inputDataClass = RunBulk.class,
        metadata = @Metadata(keywords = {"kustomer", "bulk", "run bulk", "import", "create many", "update many"}),
        propertyGroups = {
            @PropertyGroup(id = "bulk", label = "Bulk"),
            @PropertyGroup(id = "moreFields", label = "More fields")
        },
        defaultResultExpression = "={kustomerBulk: response}")
public final class RunBulkConnector extends KustomerConnector<RunBulk> {

    /** The constructor for the connector runtime. */
    public RunBulkConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    RunBulkConnector(ConnectorEnvironment environment) {
        super(RunBulk.class, RunBulk.roles(), environment);
    }
}
