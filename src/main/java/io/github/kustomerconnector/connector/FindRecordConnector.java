package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.record.FindRecord;

/** Find Kustomer Record: see {@link FindRecord}. */
@OutboundConnector(name = "Find Kustomer Record", type = "kustomer:find-record:1", inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.FindRecord.v1",
        name = "Find Kustomer Record",
        version = 1,
        description = "Finds a queue, user, team, company, tag or klass in Kustomer by its name or another identifier",
        inputDataClass = FindRecord.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "find record",
                            "find user",
                            "find team",
                            "find queue",
                            "find company",
                            "find tag",
                            "find klass",
                            "look up id",
                            "customer service"
                        }),
        propertyGroups = @PropertyGroup(id = "record", label = "Record"),
        defaultResultExpression = "={recordFound: found, recordId: id}")
public final class FindRecordConnector extends KustomerConnector<FindRecord> {

    /** The constructor for the connector runtime. */
    public FindRecordConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    FindRecordConnector(ConnectorEnvironment environment) {
        super(FindRecord.class, FindRecord.roles(), environment);
    }
}
