package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.message.SendMessage;

/** Send Kustomer Message: see {@link SendMessage}. */
@MessageLike
@OutboundConnector(name = "Send Kustomer Message", type = "kustomer:send-message:1", inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.SendMessage.v1",
        name = "Send Kustomer Message",
        version = 1,
        description = "Sends a message to a Kustomer customer by e-mail, SMS, WhatsApp or chat",
        inputDataClass = SendMessage.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "send message",
                            "send email",
                            "reply",
                            "e-mail",
                            "sms",
                            "whatsapp",
                            "chat",
                            "social media"
                        }),
        propertyGroups = {
            @PropertyGroup(id = "draft", label = "Message"),
            @PropertyGroup(id = "moreFields", label = "More fields")
        },
        defaultResultExpression = "={draftId: id}")
public final class SendMessageConnector extends KustomerConnector<SendMessage> {

    /** The constructor for the connector runtime. */
    public SendMessageConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    SendMessageConnector(ConnectorEnvironment environment) {
        super(SendMessage.class, SendMessage.roles(), environment);
    }
}
