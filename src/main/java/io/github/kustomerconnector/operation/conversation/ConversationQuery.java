package io.github.kustomerconnector.operation.conversation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
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
                constraints = @PropertyConstraints(notEmpty = true))
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
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json customer,

        @TemplateProperty(
                label = "Status",
                description = "open, snoozed or done, or a list: =[\"open\", \"snoozed\"]. Empty: any",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "open",
                condition = @PropertyCondition(property = "conversation.by", equals = "customer"),
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|open|snoozed|done|undefined)?$",
                                                message = "must be open, snoozed or done")))
        @Nullable Json status,

        @TemplateProperty(
                label = "Channel",
                description = "One channel with messages, such as email, or a list. Empty: any",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "email",
                condition = @PropertyCondition(property = "conversation.by", equals = "customer"))
        @Nullable Json channel,

        @TemplateProperty(
                label = "From date",
                description = "Only conversations since this date, such as 2026-01-31 or 2026-01-31T09:30:00Z",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31",
                condition = @PropertyCondition(property = "conversation.by", equals = "customer"))
        @Nullable Json fromDate,

        @TemplateProperty(
                label = "At most",
                description = "The maximum number of conversations, 1 to 500, in the order of Kustomer",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "20",
                condition = @PropertyCondition(property = "conversation.by", equals = "customer"),
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|[1-9][0-9]?|[1-4][0-9][0-9]|500|undefined)?$",
                                                message = "must be a number from 1 to 500")))
        @Nullable Json most) {}
