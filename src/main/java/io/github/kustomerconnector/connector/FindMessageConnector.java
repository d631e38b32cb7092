package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.message.FindMessage;

/** Find Kustomer Messages: see {@link FindMessage}. */
@OutboundConnector(name = "Find Kustomer Messages", type = "kustomer:find-message:1", inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.FindMessage.v1",
        name = "Find Kustomer Messages",
        version = 1,
        description = "Finds the messages of a conversation or customer in Kustomer, with their files",
        inputDataClass = FindMessage.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "find messages",
                            "get messages",
                            "read messages",
                            "last message",
                            "attachments",
                            "download",
                            "customer service"
                        }),
        propertyGroups = {
            @PropertyGroup(id = "message", label = "Messages"),
            @PropertyGroup(id = "attachments", label = "Attachments")
        },
        defaultResultExpression = "={messageFound: found, messageId: id, messageText: text}")
public final class FindMessageConnector extends KustomerConnector<FindMessage> {

    /** The constructor for the connector runtime. */
    public FindMessageConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    FindMessageConnector(ConnectorEnvironment environment) {
        super(FindMessage.class, FindMessage.roles(), environment);
    }
}
