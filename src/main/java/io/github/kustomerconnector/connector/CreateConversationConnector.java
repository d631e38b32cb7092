package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.conversation.CreateConversation;

/** Create Kustomer Conversation: see {@link CreateConversation}. */
@MessageLike
@OutboundConnector(
        name = "Create Kustomer Conversation",
        type = "kustomer:create-conversation:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.CreateConversation.v1",
        name = "Create Kustomer Conversation",
        version = 1,
        description = "Opens a conversation with a Kustomer customer",
        inputDataClass = CreateConversation.class,
        metadata = @Metadata(keywords = {"kustomer", "create conversation", "ticket", "case", "customer service"}),
        propertyGroups = {
            @PropertyGroup(id = "conversation", label = "Conversation"),
            @PropertyGroup(id = "moreFields", label = "More fields")
        },
        defaultResultExpression = "={conversationId: id}")
public final class CreateConversationConnector extends KustomerConnector<CreateConversation> {

    /** The constructor for the connector runtime. */
    public CreateConversationConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    CreateConversationConnector(ConnectorEnvironment environment) {
        super(CreateConversation.class, CreateConversation.roles(), environment);
    }
}
