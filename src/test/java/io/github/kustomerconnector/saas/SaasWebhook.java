package io.github.kustomerconnector.saas;

import io.camunda.connector.api.annotation.InboundConnector;
import io.camunda.connector.api.inbound.webhook.WebhookConnectorExecutable;
import io.camunda.connector.api.inbound.webhook.WebhookProcessingPayload;
import io.camunda.connector.api.inbound.webhook.WebhookResult;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import org.jspecify.annotations.Nullable;

/**
 * Kustomer Webhook for Camunda SaaS: only templates, for Camunda's own HTTP webhook connector, whose settings for
 * signatures are hidden. It is not part of the jar, and its code is the vendor's.
 */
@InboundConnector(name = "Kustomer Webhook", type = "io.camunda:webhook:1")
@ElementTemplate(
        id = "io.github.kustomerconnector.SaasWebhook.v1",
        name = "Kustomer Webhook",
        version = 1,
        description = "Receives signed events of Kustomer by Camunda's HTTP webhook, which Camunda SaaS has",
        inputDataClass = SaasWebhook.Properties.class,
        metadata = @Metadata(keywords = {"kustomer", "webhook in saas", "event in saas"}),
        propertyGroups = @PropertyGroup(id = "webhook", label = "Webhook"))
public final class SaasWebhook implements WebhookConnectorExecutable {

    /** The folder of the templates. */
    public static final String FOLDER = "saas";

    /** The beginning of the names of the templates' files. */
    public static final String FILE = "kustomer-webhook-saas";

    /** The event's conversation. An event of a conversation has no relationship to itself; a key must not be null. */
    public static final String CORRELATION_KEY = """
            =if request.body.data.relationships.conversation.data.id = null
              then request.body.data.id
              else request.body.data.relationships.conversation.data.id""";

    /** The variables of Kustomer Webhook, without {@code own}. */
    public static final String RESULT = """
            ={
              event: {
                id: request.body.id,
                name: request.body.name,
                type: request.body.data.type,
                recordId: request.body.data.id,
                customerId: if request.body.data.type = "customer" then request.body.data.id
                  else request.body.data.relationships.customer.data.id,
                conversationId: if request.body.data.type = "conversation" then request.body.data.id
                  else request.body.data.relationships.conversation.data.id,
                changedFields: if request.body.changes = null then []
                  else concatenate(
                    if request.body.changes.attributes = null then [] else get entries(request.body.changes.attributes).key,
                    if request.body.changes.relationships = null then [] else get entries(request.body.changes.relationships).key)
              },
              record: request.body.data
            }""";

    /** The properties of Camunda's HTTP webhook. */
    record Properties(Inbound inbound) {

        record Inbound(
                @TemplateProperty(type = PropertyType.Hidden, defaultValue = "post") @Nullable String method,

                @TemplateProperty(
                        label = "Path",
                        description = "Last part of the webhook's address, after /inbound/, such as kustomer-events."
                                + " One process per path",
                        exampleValue = "kustomer-events",
                        group = "webhook",
                        type = PropertyType.String,
                        feel = FeelMode.disabled,
                        constraints =
                                @PropertyConstraints(
                                        notEmpty = true,
                                        pattern =
                                                @TemplateProperty.Pattern(
                                                        value = "^[a-zA-Z0-9]+([-_][a-zA-Z0-9]+)*$",
                                                        message =
                                                                "must contain only letters, digits, and single - or _ between them")))
                @Nullable String context,

                @TemplateProperty(type = PropertyType.Hidden, defaultValue = "enabled") @Nullable String shouldValidateHmac,

                @TemplateProperty(
                        label = "Signing token",
                        description = "The webhook's token in Kustomer. Keep it in a secret of the cluster",
                        group = "webhook",
                        type = PropertyType.String,
                        feel = FeelMode.disabled,
                        defaultValue = "{{secrets.KUSTOMER_WEBHOOK_TOKEN}}",
                        constraints = @PropertyConstraints(notEmpty = true))
                @Nullable String hmacSecret,

                @TemplateProperty(type = PropertyType.Hidden, defaultValue = "X-Kustomer-Webhook-Signature") @Nullable String hmacHeader,

                @TemplateProperty(type = PropertyType.Hidden, defaultValue = "sha_256") @Nullable String hmacAlgorithm) {}
    }

    @Override
    public WebhookResult triggerWebhook(WebhookProcessingPayload payload) {
        throw new UnsupportedOperationException("The templates have no connector of their own");
    }
}
