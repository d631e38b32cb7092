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
        inputVariables = {"authentication", "server", "target", "customer", "change", "options"})
@ElementTemplate(
        id = "io.github.kustomerconnector.UpdateCustomer.v1",
        name = "Update Kustomer Customer",
        version = 1,
        description = "Changes a customer in Kustomer: what is given, and nothing else",
        documentationRef =
                "https://github.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/docs/operations.md#update-kustomer-customer",
        engineVersion = "^8.8",
        icon = "kustomer-connector-icon.svg",
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
            @PropertyGroup(id = "connection", label = "Authentication and server"),
            @PropertyGroup(id = "customer", label = "Customer"),
            @PropertyGroup(id = "moreFields", label = "More fields"),
            @PropertyGroup(id = "options", label = "Time")
        },
        defaultResultExpression = "={customerId: id}")
public final class UpdateCustomerConnector extends KustomerConnector<UpdateCustomer> {

    /** As the connector runtime makes it. */
    public UpdateCustomerConnector() {
        this(Surroundings.ofProcess());
    }

    UpdateCustomerConnector(Surroundings surroundings) {
        super(UpdateCustomer.class, surroundings);
    }
}
