package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.api.CallKustomerApi;

/** Call Kustomer API: see {@link CallKustomerApi}. */
@OutboundConnector(name = "Call Kustomer API", type = "kustomer:call-api:1", inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.CallKustomerApi.v1",
        name = "Call Kustomer API",
        version = 1,
        description = "Calls any method and path of the Kustomer API",
        inputDataClass = CallKustomerApi.class,
        metadata = @Metadata(keywords = {"kustomer", "api", "rest", "http", "request", "kobject", "company"}),
        propertyGroups = {@PropertyGroup(id = "request", label = "Request")},
        defaultResultExpression = "={kustomerStatus: status, kustomerData: data}")
public final class CallKustomerApiConnector extends KustomerConnector<CallKustomerApi> {

    /** The constructor for the connector runtime. */
    public CallKustomerApiConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    CallKustomerApiConnector(ConnectorEnvironment environment) {
        super(CallKustomerApi.class, CallKustomerApi.roles(), environment);
    }
}
