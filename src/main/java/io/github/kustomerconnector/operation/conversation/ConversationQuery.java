package io.github.kustomerconnector.operation.conversation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.IdField;
import io.github.kustomerconnector.operation.ListSizeField;
import org.jspecify.annotations.Nullable;

/**
 * The conversations to find, as the form sets them; null means not set. {@link FindConversation} checks the values.
 */
public record ConversationQuery(
        @TemplateProperty(
                label = "Find by",
                description = "How to find the conversation",
                group = "conversation",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "id", label = "Conversation ID"),
                    @DropdownPropertyChoice(value = "externalId", label = "External ID"),
                    @DropdownPropertyChoice(value = "customer", label = "All conversations of a customer")
                },
                defaultValue = "id",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String by,

        @TemplateProperty(
                label = "Conversation ID",
                description = "The Kustomer ID, such as conversationId of an earlier task",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=conversationId",
                condition = @PropertyCondition(property = "conversation.by", equals = "id"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json id,

        @TemplateProperty(
                label = "External ID",
                description = "The conversation's ID in your system",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "T-4711",
                condition = @PropertyCondition(property = "conversation.by", equals = "externalId"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json externalId,

        @TemplateProperty(
                label = "Customer ID",
                description = "The Kustomer ID of the customer, such as customerId of an earlier task",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
                condition = @PropertyCondition(property = "conversation.by", equals = "customer"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json customer,

        @TemplateProperty(
                label = "Status",
                description = "open, snoozed, done, separated by commas, or a list. Empty: any",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "open, snoozed",
                condition = @PropertyCondition(property = "conversation.by", equals = "customer"),
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value =
                                                        "^(=.*|\\{\\{secrets.*|\\s*(open|snoozed|done)(\\s*,\\s*(open|snoozed|done))*\\s*|undefined)?$",
                                                message = "must be open, snoozed or done, separated by commas")))
        @Nullable Json status,

        @TemplateProperty(
                label = "Channel",
                description = "Channels with messages, separated by commas, or a list. Empty: any",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "email, chat",
                condition = @PropertyCondition(property = "conversation.by", equals = "customer"))
        @Nullable Json channel,

        @TemplateProperty(
                label = "From date",
                description = "Only conversations since this date or time, such as =now() - duration(\"P2D\")",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31",
                condition = @PropertyCondition(property = "conversation.by", equals = "customer"))
        @Nullable Json fromDate,

        @TemplateProperty(
                label = ListSizeField.LABEL,
                description = "The maximum number of conversations, 1 to 500, in the order of Kustomer",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = ListSizeField.DEFAULT,
                condition = @PropertyCondition(property = "conversation.by", equals = "customer"),
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = ListSizeField.PATTERN,
                                                message = ListSizeField.PATTERN_MESSAGE)))
        @Nullable Json most) {}
