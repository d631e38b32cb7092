package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.kobject.UpdateKObject;

/** Update Kustomer KObject: see {@link UpdateKObject}. */
@OutboundConnector(
        name = "Update Kustomer KObject",
        type = "kustomer:update-kobject:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.UpdateKObject.v1",
        name = "Update Kustomer KObject",
        version = 1,
        description = "Updates a KObject in Kustomer. Its owner cannot be changed",
        inputDataClass = UpdateKObject.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "update kobject",
                            "update custom object",
                            "update order",
                            "customer service"
                        }),
        propertyGroups = {
            @PropertyGroup(id = "target", label = "KObject"),
            @PropertyGroup(id = "kobject", label = "Fields to update"),
            @PropertyGroup(id = "moreFields", label = "More fields")
        },
        defaultResultExpression = "={kobjectId: id}")
public final class UpdateKObjectConnector extends KustomerConnector<UpdateKObject> {

    /** The constructor for the connector runtime. */
    public UpdateKObjectConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    UpdateKObjectConnector(ConnectorEnvironment environment) {
        super(UpdateKObject.class, UpdateKObject.roles(), environment);
    }
}
