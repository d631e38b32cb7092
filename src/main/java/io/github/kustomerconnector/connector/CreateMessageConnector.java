package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.message.CreateMessage;

/** Add Kustomer Message: see {@link CreateMessage}. */
@MessageLike
@OutboundConnector(name = "Add Kustomer Message", type = "kustomer:create-message:1", inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.CreateMessage.v1",
        name = "Add Kustomer Message",
        version = 1,
        description = "Records a message on the Kustomer timeline without sending it",
        inputDataClass = CreateMessage.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "add message",
                            "create message",
                            "record message",
                            "log message",
                            "timeline"
                        }),
        propertyGroups = {
            @PropertyGroup(id = "message", label = "Message"),
            @PropertyGroup(id = "moreFields", label = "More fields")
        },
        defaultResultExpression = "={messageId: id}")
public final class CreateMessageConnector extends KustomerConnector<CreateMessage> {

    /** The constructor for the connector runtime. */
    public CreateMessageConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    CreateMessageConnector(ConnectorEnvironment environment) {
        super(CreateMessage.class, CreateMessage.roles(), environment);
    }
}
