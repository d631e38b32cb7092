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
        inputVariables = {"authentication", "server", "customer", "options"})
@ElementTemplate(
        id = "io.github.kustomerconnector.UpsertCustomer.v1",
        name = "Create or Update Kustomer Customer",
        version = 1,
        description = "Creates a customer in Kustomer, or updates the one with this external ID, e-mail or phone",
        documentationRef =
                "https://github.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/docs/operations.md#create-or-update-kustomer-customer",
        engineVersion = "^8.8",
        icon = "kustomer-connector-icon.svg",
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
            @PropertyGroup(id = "connection", label = "Authentication and server"),
            @PropertyGroup(id = "customer", label = "Customer"),
            @PropertyGroup(id = "moreFields", label = "More fields"),
            @PropertyGroup(id = "options", label = "Time")
        },
        defaultResultExpression = "={customerId: id, customerOutcome: outcome}")
public final class UpsertCustomerConnector extends KustomerConnector<UpsertCustomer> {

    /** As the connector runtime makes it. */
    public UpsertCustomerConnector() {
        this(Surroundings.ofProcess());
    }

    UpsertCustomerConnector(Surroundings surroundings) {
        super(UpsertCustomer.class, surroundings);
    }
}
