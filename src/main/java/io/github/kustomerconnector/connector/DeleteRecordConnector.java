package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.record.DeleteRecord;

/** Delete Kustomer Record: see {@link DeleteRecord}. */
@OutboundConnector(name = "Delete Kustomer Record", type = "kustomer:delete-record:1", inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.DeleteRecord.v1",
        name = "Delete Kustomer Record",
        version = 1,
        description = "Deletes a KObject, conversation, note or company in Kustomer. This cannot be undone",
        inputDataClass = DeleteRecord.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "delete record",
                            "delete kobject",
                            "delete conversation",
                            "delete note",
                            "delete company",
                            "customer service"
                        }),
        propertyGroups = {@PropertyGroup(id = "record", label = "Record")},
        defaultResultExpression = "={recordDeletion: outcome}")
public final class DeleteRecordConnector extends KustomerConnector<DeleteRecord> {

    /** The constructor for the connector runtime. */
    public DeleteRecordConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    DeleteRecordConnector(ConnectorEnvironment environment) {
        super(DeleteRecord.class, DeleteRecord.roles(), environment);
    }
}
