package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.kobject.FindKObject;

/** Find Kustomer KObject: see {@link FindKObject}. */
@OutboundConnector(name = "Find Kustomer KObject", type = "kustomer:find-kobject:1", inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.FindKObject.v1",
        name = "Find Kustomer KObject",
        version = 1,
        description = "Finds a KObject in Kustomer, or all KObjects of a customer or company",
        inputDataClass = FindKObject.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "find kobject",
                            "get kobject",
                            "find custom object",
                            "find order",
                            "customer service"
                        }),
        propertyGroups = {@PropertyGroup(id = "kobject", label = "KObject")},
        defaultResultExpression =
                "={kobjectFound: found, kobjectId: if count = 1 then id else null, kobjectCount: count, kobjectRecords: records}")
public final class FindKObjectConnector extends KustomerConnector<FindKObject> {

    /** The constructor for the connector runtime. */
    public FindKObjectConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    FindKObjectConnector(ConnectorEnvironment environment) {
        super(FindKObject.class, FindKObject.roles(), environment);
    }
}
