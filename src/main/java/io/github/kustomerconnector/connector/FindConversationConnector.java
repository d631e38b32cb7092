package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.conversation.FindConversation;

/** Find Kustomer Conversation: see {@link FindConversation}. */
@OutboundConnector(
        name = "Find Kustomer Conversation",
        type = "kustomer:find-conversation:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.FindConversation.v1",
        name = "Find Kustomer Conversation",
        version = 1,
        description = "Finds a conversation in Kustomer, or all conversations of a customer",
        inputDataClass = FindConversation.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "find conversation",
                            "get conversation",
                            "open conversations",
                            "look up conversation",
                            "ticket",
                            "case",
                            "customer service"
                        }),
        propertyGroups = {@PropertyGroup(id = "conversation", label = "Conversation")},
        defaultResultExpression =
                "={conversationFound: found, conversationId: if count = 1 then id else null, conversationCount: count, conversationRecords: records}")
public final class FindConversationConnector extends KustomerConnector<FindConversation> {

    /** The constructor for the connector runtime. */
    public FindConversationConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    FindConversationConnector(ConnectorEnvironment environment) {
        super(FindConversation.class, FindConversation.roles(), environment);
    }
}
