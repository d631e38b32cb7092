package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.conversation.UpdateConversation;

/** Update Kustomer Conversation: see {@link UpdateConversation}. */
@OutboundConnector(
        name = "Update Kustomer Conversation",
        type = "kustomer:update-conversation:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.UpdateConversation.v1",
        name = "Update Kustomer Conversation",
        version = 1,
        description = "Updates a conversation in Kustomer: status, snooze, queue, assignment, tags, customer",
        inputDataClass = UpdateConversation.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "update conversation",
                            "close conversation",
                            "snooze",
                            "assign",
                            "route",
                            "tag",
                            "ticket",
                            "case",
                            "customer service"
                        }),
        propertyGroups = {
            @PropertyGroup(id = "conversation", label = "Conversation"),
            @PropertyGroup(id = "moreFields", label = "More fields")
        },
        defaultResultExpression = "={conversationId: id}")
public final class UpdateConversationConnector extends KustomerConnector<UpdateConversation> {

    /** The constructor for the connector runtime. */
    public UpdateConversationConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    UpdateConversationConnector(ConnectorEnvironment environment) {
        super(UpdateConversation.class, UpdateConversation.roles(), environment);
    }
}
