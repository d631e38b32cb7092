package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.kobject.CreateKObject;

/** Create Kustomer KObject: see {@link CreateKObject}. */
@MessageLike
@OutboundConnector(
        name = "Create Kustomer KObject",
        type = "kustomer:create-kobject:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.CreateKObject.v1",
        name = "Create Kustomer KObject",
        version = 1,
        description = "Creates a KObject in Kustomer, such as an order of a customer",
        inputDataClass = CreateKObject.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "create kobject",
                            "create custom object",
                            "create order",
                            "customer service"
                        }),
        propertyGroups = {
            @PropertyGroup(id = "kobject", label = "KObject"),
            @PropertyGroup(id = "moreFields", label = "More fields")
        },
        defaultResultExpression = "={kobjectId: id}")
public final class CreateKObjectConnector extends KustomerConnector<CreateKObject> {

    /** The constructor for the connector runtime. */
    public CreateKObjectConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    CreateKObjectConnector(ConnectorEnvironment environment) {
        super(CreateKObject.class, CreateKObject.roles(), environment);
    }
}
