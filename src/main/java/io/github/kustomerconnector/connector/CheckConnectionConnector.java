package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.connection.CheckConnection;
import io.github.kustomerconnector.operation.connection.Connection;

/** Check Kustomer Connection: see {@link CheckConnection}. */
@OutboundConnector(
        name = "Check Kustomer Connection",
        type = "kustomer:check-connection:1",
        inputVariables = {"authentication", "server", "options"})
@ElementTemplate(
        id = "io.github.kustomerconnector.CheckConnection.v1",
        name = "Check Kustomer Connection",
        version = 1,
        description = "Says whose API key it is, in which region, and what it may do",
        documentationRef =
                "https://github.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/docs/operations.md#check-kustomer-connection",
        engineVersion = "^8.8",
        icon = "kustomer-connector-icon.svg",
        inputDataClass = CheckConnection.class,
        metadata = @Metadata(keywords = {"kustomer", "connection test", "api key", "roles", "permissions", "health"}),
        propertyGroups = {
            @PropertyGroup(id = "connection", label = "Authentication and server"),
            @PropertyGroup(id = "options", label = "Time")
        },
        defaultResultExpression =
                "={kustomerConnection: {name: name, region: region, regionMatches: regionMatches, operations: operations}}")
public final class CheckConnectionConnector extends KustomerConnector<CheckConnection> {

    /** As the connector runtime makes it. */
    public CheckConnectionConnector() {
        this(Surroundings.ofProcess());
    }

    CheckConnectionConnector(Surroundings surroundings) {
        super(CheckConnection.class, surroundings);
    }

    /** The edge alone knows all operations. */
    @Override
    Object completed(Object result) {
        return result instanceof Connection connection ? connection.among(Operations.all()) : result;
    }
}
