package io.github.kustomerconnector.connector.inbound;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a webhook element. All are optional here, because a check that throws while the runtime activates
 * the webhook would block its path until the runtime restarts. {@link WebhookSettings} checks them.
 */
record WebhookProperties(@Nullable Inbound inbound) {

    /** The properties whose names start with {@code inbound.}. All elements with one path need the same values. */
    record Inbound(
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
                                                    value =
                                                            "^([a-zA-Z0-9]+([-_][a-zA-Z0-9]+)*|\\{\\{secrets\\.[a-zA-Z0-9_]+\\}\\})$",
                                                    message =
                                                            "must contain only letters, digits, and single - or _ between them")))
            @Nullable String context,

            @TemplateProperty(
                    label = "Signing token",
                    description = "The webhook's token in Kustomer, as a connector secret",
                    tooltip = "The runtime's list of webhooks shows a token that is no secret."
                            + " Two secrets with a blank between them accept both tokens.",
                    group = "webhook",
                    type = PropertyType.String,
                    feel = FeelMode.disabled,
                    defaultValue = "{{secrets.KUSTOMER_WEBHOOK_TOKEN}}",
                    constraints = @PropertyConstraints(notEmpty = true))
            @Nullable String signingToken,

            @TemplateProperty(
                    label = "Own user ID",
                    description = "The Kustomer ID of your API key's user, to recognize events of your processes",
                    tooltip = "All elements with this path need the same value.",
                    exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                    group = "webhook",
                    type = PropertyType.String,
                    feel = FeelMode.disabled,
                    optional = true)
            @Nullable String ownUser,

            @TemplateProperty(
                    label = "Own events",
                    description = "What happens to events that this user causes."
                            + " Same choice on all elements with this path",
                    group = "webhook",
                    type = PropertyType.Dropdown,
                    defaultValue = WebhookSettings.IGNORE,
                    choices = {
                        @DropdownPropertyChoice(label = "Ignore them", value = WebhookSettings.IGNORE),
                        @DropdownPropertyChoice(label = "Deliver them", value = WebhookSettings.DELIVER)
                    })
            @Nullable String ownEvents) {

        /** Without the values, because the token is a secret. */
        @Override
        public String toString() {
            return "Inbound[REDACTED]";
        }
    }
}
