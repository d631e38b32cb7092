package io.github.kustomerconnector.operation.webhook;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/** The fields of a webhook in the form; null means not set. {@link WebhookMapping} checks their values. */
public record WebhookFields(
        @TemplateProperty(
                label = "Address",
                description = "The public address of your connector runtime with the path of the webhook",
                tooltip =
                        "A webhook with this address is changed; without one, a new webhook is created. Kustomer allows five webhooks for each organization.",
                group = "webhook",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "https://connectors.example.org/inbound/kustomer-events",
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern =
                                        @Pattern(
                                                value = "^(=|https?://|\\{\\{secrets\\.).*$",
                                                message = "must begin with https://")))
        @Nullable Json url,

        @TemplateProperty(
                label = "Name",
                description = "The name in Kustomer's settings. Empty: Camunda, or the name that the webhook has",
                group = "webhook",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Camunda production")
        @Nullable Json name,

        @TemplateProperty(
                label = "Events",
                description = "The events that Kustomer sends to the address",
                group = "webhook",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "conversations", label = "Conversations and messages"),
                    @DropdownPropertyChoice(value = "customers", label = "Customers, conversations and messages"),
                    @DropdownPropertyChoice(value = "all", label = "All twelve that Kustomer documents"),
                    @DropdownPropertyChoice(value = "chosen", label = "Only these ...")
                },
                defaultValue = "conversations",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json choice,

        @TemplateProperty(
                label = "Names of the events",
                description = "Separated by commas, such as conversation.create, message.create, or a list",
                group = "webhook",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "conversation.create, message.create",
                condition = @PropertyCondition(property = "webhook.choice", equals = "chosen"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json events) {}
