package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.operation.webhook.RegisterWebhook;
import io.github.kustomerconnector.operation.webhook.WebhookWithToken;
import java.io.IOException;

/** Register Kustomer Webhook: see {@link RegisterWebhook}. */
@OutboundConnector(
        name = "Register Kustomer Webhook",
        type = "kustomer:register-webhook:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.RegisterWebhook.v1",
        name = "Register Kustomer Webhook",
        version = 1,
        description = "Lets Kustomer send its events to an address: creates the webhook, or changes and enables it",
        inputDataClass = RegisterWebhook.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "register webhook",
                            "outbound webhook",
                            "subscribe",
                            "events",
                            "enable webhook"
                        }),
        propertyGroups = {@PropertyGroup(id = "webhook", label = "Webhook")},
        defaultResultExpression = "={webhookId: id, webhookOutcome: outcome}")
public final class RegisterWebhookConnector extends KustomerConnector<RegisterWebhook> {

    /** The constructor for the connector runtime. */
    public RegisterWebhookConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    RegisterWebhookConnector(ConnectorEnvironment environment) {
        super(RegisterWebhook.class, RegisterWebhook.roles(), environment);
    }

    /** Writes the signing token to a document, if the task asks for it. A variable never contains the token. */
    @Override
    Object completed(Object result, JobDocuments documents) {
        return result instanceof WebhookWithToken whole ? written(whole, documents) : result;
    }

    private static Object written(WebhookWithToken whole, JobDocuments documents) {
        try {
            return whole.webhook()
                    .with(documents.write(
                            "kustomer-signing-token.txt", whole.token().reveal()));
        } catch (IOException e) {
            throw new KustomerException(new Failure.Unavailable(
                    FailureDetails.NOTHING,
                    "The webhook " + whole.webhook().id() + " is registered, but its signing token is not written: "
                            + e.getMessage(),
                    null));
        }
    }
}
