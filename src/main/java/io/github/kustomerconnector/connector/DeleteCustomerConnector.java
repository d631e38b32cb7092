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
        inputVariables = {"authentication", "server", "target", "options"})
@ElementTemplate(
        id = "io.github.kustomerconnector.DeleteCustomer.v1",
        name = "Delete Kustomer Customer",
        version = 1,
        description = "Deletes a customer in Kustomer for good. This cannot be undone",
        documentationRef =
                "https://github.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/docs/operations.md#delete-kustomer-customer",
        engineVersion = "^8.8",
        icon = "kustomer-connector-icon.svg",
        inputDataClass = DeleteCustomer.class,
        metadata =
                @Metadata(
                        keywords = {"kustomer", "delete customer", "erase", "gdpr", "privacy", "crm", "customer service"
                        }),
        propertyGroups = {
            @PropertyGroup(id = "connection", label = "Authentication and server"),
            @PropertyGroup(id = "customer", label = "Customer"),
            @PropertyGroup(id = "options", label = "Time")
        },
        defaultResultExpression = "={customerDeletion: outcome}")
public final class DeleteCustomerConnector extends KustomerConnector<DeleteCustomer> {

    /** As the connector runtime makes it. */
    public DeleteCustomerConnector() {
        this(Surroundings.ofProcess());
    }

    DeleteCustomerConnector(Surroundings surroundings) {
        super(DeleteCustomer.class, surroundings);
    }
}
