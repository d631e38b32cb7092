package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.github.kustomerconnector.operation.connection.CheckConnection;
import io.github.kustomerconnector.operation.connection.Connection;

/** Check Kustomer Connection: see {@link CheckConnection}. */
@OutboundConnector(
        name = "Check Kustomer Connection",
        type = "kustomer:check-connection:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.CheckConnection.v1",
        name = "Check Kustomer Connection",
        version = 1,
        description = "Shows the owner, region and permissions of the API key",
        inputDataClass = CheckConnection.class,
        metadata = @Metadata(keywords = {"kustomer", "connection test", "api key", "roles", "permissions", "health"}),
        propertyGroups = {},
        defaultResultExpression =
                "={kustomerConnection: {name: name, region: region, regionMatches: regionMatches, roles: roles, operations: operations}}")
public final class CheckConnectionConnector extends KustomerConnector<CheckConnection> {

    /** The constructor for the connector runtime. */
    public CheckConnectionConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    CheckConnectionConnector(ConnectorEnvironment environment) {
        super(CheckConnection.class, CheckConnection.roles(), environment);
    }

    /** Adds the operations, because only the edge knows all of them. */
    @Override
    Object completed(Object result, JobDocuments documents) {
        return result instanceof Connection connection ? connection.withOperations(Operations.roles()) : result;
    }
}
