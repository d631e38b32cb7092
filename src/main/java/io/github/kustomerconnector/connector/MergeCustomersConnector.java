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
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.MergeCustomers.v1",
        name = "Merge Kustomer Customers",
        version = 1,
        description = "Merges one customer into another in Kustomer. This cannot be undone",
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
        propertyGroups = {@PropertyGroup(id = "merge", label = "Customers")},
        defaultResultExpression = "={customerId: customerId, mergeStatus: status}")
public final class MergeCustomersConnector extends KustomerConnector<MergeCustomers> {

    /** The constructor for the connector runtime. */
    public MergeCustomersConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    MergeCustomersConnector(ConnectorEnvironment environment) {
        super(MergeCustomers.class, MergeCustomers.roles(), environment);
    }
}
