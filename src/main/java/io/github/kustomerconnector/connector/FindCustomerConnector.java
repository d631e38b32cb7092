package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.customer.FindCustomer;

/** Find Kustomer Customer: see {@link FindCustomer}. */
@OutboundConnector(name = "Find Kustomer Customer", type = "kustomer:find-customer:1", inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.FindCustomer.v1",
        name = "Find Kustomer Customer",
        version = 1,
        description = "Finds a customer in Kustomer by e-mail, phone, external ID or ID",
        inputDataClass = FindCustomer.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "find customer",
                            "get customer",
                            "look up customer",
                            "crm",
                            "contact",
                            "customer service"
                        }),
        propertyGroups = {@PropertyGroup(id = "customer", label = "Customer")},
        defaultResultExpression = "={customerFound: found, customerId: id}")
public final class FindCustomerConnector extends KustomerConnector<FindCustomer> {

    /** The constructor for the connector runtime. */
    public FindCustomerConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    FindCustomerConnector(ConnectorEnvironment environment) {
        super(FindCustomer.class, FindCustomer.roles(), environment);
    }
}
