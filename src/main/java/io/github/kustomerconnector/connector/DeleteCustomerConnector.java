package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.customer.DeleteCustomer;

/** Delete Kustomer Customer: see {@link DeleteCustomer}. */
@OutboundConnector(
        name = "Delete Kustomer Customer",
        type = "kustomer:delete-customer:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.DeleteCustomer.v1",
        name = "Delete Kustomer Customer",
        version = 1,
        description = "Deletes a customer in Kustomer. This cannot be undone",
        inputDataClass = DeleteCustomer.class,
        metadata =
                @Metadata(
                        keywords = {"kustomer", "delete customer", "erase", "gdpr", "privacy", "crm", "customer service"
                        }),
        propertyGroups = {@PropertyGroup(id = "target", label = "Customer")},
        defaultResultExpression = "={customerDeletion: outcome}")
public final class DeleteCustomerConnector extends KustomerConnector<DeleteCustomer> {

    /** The constructor for the connector runtime. */
    public DeleteCustomerConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    DeleteCustomerConnector(ConnectorEnvironment environment) {
        super(DeleteCustomer.class, DeleteCustomer.roles(), environment);
    }
}
