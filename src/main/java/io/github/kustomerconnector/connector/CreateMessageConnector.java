package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.message.CreateMessage;

/** Add Kustomer Message: see {@link CreateMessage}. */
@MessageLike
@OutboundConnector(
        name = "Add Kustomer Message",
        type = "kustomer:create-message:1",
        inputVariables = {"authentication", "server", "message", "options"})
@ElementTemplate(
        id = "io.github.kustomerconnector.CreateMessage.v1",
        name = "Add Kustomer Message",
        version = 1,
        description = "Records a message on the Kustomer timeline; it does not send it",
        documentationRef =
                "https://github.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/docs/operations.md#add-kustomer-message",
        engineVersion = "^8.8",
        icon = "kustomer-connector-icon.svg",
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
            @PropertyGroup(id = "connection", label = "Authentication and server"),
            @PropertyGroup(id = "message", label = "Message"),
            @PropertyGroup(id = "moreFields", label = "More fields"),
            @PropertyGroup(id = "options", label = "Duplicates and time")
        },
        defaultResultExpression = "={messageId: id}")
public final class CreateMessageConnector extends KustomerConnector<CreateMessage> {

    /** As the connector runtime makes it. */
    public CreateMessageConnector() {
        this(Surroundings.ofProcess());
    }

    CreateMessageConnector(Surroundings surroundings) {
        super(CreateMessage.class, surroundings);
    }
}
