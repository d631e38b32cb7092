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
        inputVariables = {"authentication", "server", "target", "conversation", "change", "options"})
@ElementTemplate(
        id = "io.github.kustomerconnector.UpdateConversation.v1",
        name = "Update Kustomer Conversation",
        version = 1,
        description = "Changes a conversation in Kustomer: status, snooze, queue, assignment, tags, customer",
        documentationRef =
                "https://github.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/docs/operations.md#update-kustomer-conversation",
        engineVersion = "^8.8",
        icon = "kustomer-connector-icon.svg",
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
            @PropertyGroup(id = "connection", label = "Authentication and server"),
            @PropertyGroup(id = "conversation", label = "Conversation"),
            @PropertyGroup(id = "moreFields", label = "More fields"),
            @PropertyGroup(id = "options", label = "Time")
        },
        defaultResultExpression = "={conversationId: id}")
public final class UpdateConversationConnector extends KustomerConnector<UpdateConversation> {

    /** As the connector runtime makes it. */
    public UpdateConversationConnector() {
        this(Surroundings.ofProcess());
    }

    UpdateConversationConnector(Surroundings surroundings) {
        super(UpdateConversation.class, surroundings);
    }
}
