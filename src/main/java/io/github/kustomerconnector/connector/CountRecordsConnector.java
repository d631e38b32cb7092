package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.search.CountRecords;

/** Count Kustomer Records: see {@link CountRecords}. */
@OutboundConnector(name = "Count Kustomer Records", type = "kustomer:count-records:1", inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.CountRecords.v1",
        name = "Count Kustomer Records",
        version = 1,
        description = "Counts conversations, customers or any other records in Kustomer by criteria",
        inputDataClass = CountRecords.class,
        metadata = @Metadata(keywords = {"kustomer", "count", "number of conversations", "statistics", "analytics"}),
        propertyGroups = {
            @PropertyGroup(id = "count", label = "Count"),
            @PropertyGroup(id = "moreFields", label = "More fields")
        },
        defaultResultExpression = "={kustomerCounts: counts, kustomerCountsCapped: capped}")
public final class CountRecordsConnector extends KustomerConnector<CountRecords> {

    /** The constructor for the connector runtime. */
    public CountRecordsConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    CountRecordsConnector(ConnectorEnvironment environment) {
        super(CountRecords.class, CountRecords.roles(), environment);
    }
}
