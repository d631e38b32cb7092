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
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.CreateCustomer.v1",
        name = "Create Kustomer Customer",
        version = 1,
        description = "Creates a customer in Kustomer, or returns the existing one",
        inputDataClass = CreateCustomer.class,
        metadata = @Metadata(keywords = {"kustomer", "create customer", "crm", "contact", "customer service"}),
        propertyGroups = {
            @PropertyGroup(id = "customer", label = "Customer"),
            @PropertyGroup(id = "moreFields", label = "More fields")
        },
        defaultResultExpression = "={customerId: id}")
public final class CreateCustomerConnector extends KustomerConnector<CreateCustomer> {

    /** The constructor for the connector runtime. */
    public CreateCustomerConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    CreateCustomerConnector(ConnectorEnvironment environment) {
        super(CreateCustomer.class, CreateCustomer.roles(), environment);
    }
}
