package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.customer.UpdateCustomer;

/** Update Kustomer Customer: see {@link UpdateCustomer}. */
@OutboundConnector(
        name = "Update Kustomer Customer",
        type = "kustomer:update-customer:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.UpdateCustomer.v1",
        name = "Update Kustomer Customer",
        version = 1,
        description = "Updates a customer in Kustomer. Fields that are not set stay unchanged",
        inputDataClass = UpdateCustomer.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "update customer",
                            "change customer",
                            "crm",
                            "contact",
                            "customer service"
                        }),
        propertyGroups = {
            @PropertyGroup(id = "target", label = "Customer"),
            @PropertyGroup(id = "customer", label = "Fields to update"),
            @PropertyGroup(id = "moreFields", label = "More fields")
        },
        defaultResultExpression = "={customerId: id}")
public final class UpdateCustomerConnector extends KustomerConnector<UpdateCustomer> {

    /** The constructor for the connector runtime. */
    public UpdateCustomerConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    UpdateCustomerConnector(ConnectorEnvironment environment) {
        super(UpdateCustomer.class, UpdateCustomer.roles(), environment);
    }
}
