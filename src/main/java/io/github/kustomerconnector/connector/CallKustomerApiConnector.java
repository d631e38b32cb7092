package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.api.CallKustomerApi;

/** Call Kustomer API: see {@link CallKustomerApi}. */
@OutboundConnector(
        name = "Call Kustomer API",
        type = "kustomer:call-api:1",
        inputVariables = {"authentication", "server", "request", "options"})
@ElementTemplate(
        id = "io.github.kustomerconnector.CallKustomerApi.v1",
        name = "Call Kustomer API",
        version = 1,
        description = "Calls any method and path of the Kustomer API",
        documentationRef =
                "https://github.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/docs/operations.md#call-kustomer-api",
        engineVersion = "^8.8",
        icon = "kustomer-connector-icon.svg",
        inputDataClass = CallKustomerApi.class,
        metadata = @Metadata(keywords = {"kustomer", "api", "rest", "http", "request", "kobject", "company"}),
        propertyGroups = {
            @PropertyGroup(id = "connection", label = "Authentication and server"),
            @PropertyGroup(id = "request", label = "Request"),
            @PropertyGroup(id = "options", label = "Repeats and time")
        },
        defaultResultExpression = "={kustomerStatus: status, kustomerData: data}")
public final class CallKustomerApiConnector extends KustomerConnector<CallKustomerApi> {

    /** As the connector runtime makes it. */
    public CallKustomerApiConnector() {
        this(Surroundings.ofProcess());
    }

    CallKustomerApiConnector(Surroundings surroundings) {
        super(CallKustomerApi.class, surroundings);
    }
}
