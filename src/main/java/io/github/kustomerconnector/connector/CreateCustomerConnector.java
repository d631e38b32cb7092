package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.customer.CreateCustomer;

/** Create Kustomer Customer: see {@link CreateCustomer}. */
@MessageLike
@OutboundConnector(
        name = "Create Kustomer Customer",
        type = "kustomer:create-customer:1",
        inputVariables = {"authentication", "server", "customer", "options"})
@ElementTemplate(
        id = "io.github.kustomerconnector.CreateCustomer.v1",
        name = "Create Kustomer Customer",
        version = 1,
        description = "Creates a customer in Kustomer, or returns the one that is there",
        documentationRef =
                "https://github.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/docs/operations.md#create-kustomer-customer",
        engineVersion = "^8.8",
        icon = "kustomer-connector-icon.svg",
        inputDataClass = CreateCustomer.class,
        metadata = @Metadata(keywords = {"kustomer", "create customer", "crm", "contact", "customer service"}),
        propertyGroups = {
            @PropertyGroup(id = "connection", label = "Authentication and server"),
            @PropertyGroup(id = "customer", label = "Customer"),
            @PropertyGroup(id = "moreFields", label = "More fields"),
            @PropertyGroup(id = "options", label = "Duplicates and time")
        },
        defaultResultExpression = "={customerId: id}")
public final class CreateCustomerConnector extends KustomerConnector<CreateCustomer> {

    /** As the connector runtime makes it. */
    public CreateCustomerConnector() {
        this(Surroundings.ofProcess());
    }

    CreateCustomerConnector(Surroundings surroundings) {
        super(CreateCustomer.class, surroundings);
    }
}
