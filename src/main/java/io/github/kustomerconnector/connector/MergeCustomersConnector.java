package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.customer.MergeCustomers;

/** Merge Kustomer Customers: see {@link MergeCustomers}. */
@OutboundConnector(
        name = "Merge Kustomer Customers",
        type = "kustomer:merge-customers:1",
        inputVariables = {"authentication", "server", "merge", "options"})
@ElementTemplate(
        id = "io.github.kustomerconnector.MergeCustomers.v1",
        name = "Merge Kustomer Customers",
        version = 1,
        description = "Merges one customer into another in Kustomer. This cannot be undone",
        documentationRef =
                "https://github.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/docs/operations.md#merge-kustomer-customers",
        engineVersion = "^8.8",
        icon = "kustomer-connector-icon.svg",
        inputDataClass = MergeCustomers.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "merge customers",
                            "deduplicate",
                            "duplicate",
                            "crm",
                            "contact",
                            "customer service"
                        }),
        propertyGroups = {
            @PropertyGroup(id = "connection", label = "Authentication and server"),
            @PropertyGroup(id = "merge", label = "Customers"),
            @PropertyGroup(id = "options", label = "Time")
        },
        defaultResultExpression = "={customerId: customerId, mergeStatus: status}")
public final class MergeCustomersConnector extends KustomerConnector<MergeCustomers> {

    /** As the connector runtime makes it. */
    public MergeCustomersConnector() {
        this(Surroundings.ofProcess());
    }

    MergeCustomersConnector(Surroundings surroundings) {
        super(MergeCustomers.class, surroundings);
    }
}
