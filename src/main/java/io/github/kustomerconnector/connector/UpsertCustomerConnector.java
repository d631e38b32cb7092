package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.customer.UpsertCustomer;

/** Create or Update Kustomer Customer: see {@link UpsertCustomer}. */
@MessageLike
@OutboundConnector(
        name = "Create or Update Kustomer Customer",
        type = "kustomer:upsert-customer:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.UpsertCustomer.v1",
        name = "Create or Update Kustomer Customer",
        version = 1,
        description = "Creates a customer in Kustomer, or updates the one with the same identifier",
        inputDataClass = UpsertCustomer.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "create or update customer",
                            "upsert customer",
                            "sync customer",
                            "crm",
                            "contact",
                            "customer service"
                        }),
        propertyGroups = {
            @PropertyGroup(id = "customer", label = "Customer"),
            @PropertyGroup(id = "moreFields", label = "More fields")
        },
        defaultResultExpression = "={customerId: id, customerOutcome: outcome}")
public final class UpsertCustomerConnector extends KustomerConnector<UpsertCustomer> {

    /** The constructor for the connector runtime. */
    public UpsertCustomerConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    UpsertCustomerConnector(ConnectorEnvironment environment) {
        super(UpsertCustomer.class, UpsertCustomer.roles(), environment);
    }
}
