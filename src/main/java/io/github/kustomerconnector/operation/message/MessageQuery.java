package io.github.kustomerconnector.operation.message;

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

/** The messages to find, as the form sets them; null means not set. {@link FindMessage} checks the values. */
public record MessageQuery(
        @TemplateProperty(
                label = "Find by",
                description = "How to find the messages",
                group = "message",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "conversation", label = "Messages of a conversation"),
                    @DropdownPropertyChoice(value = "customer", label = "Messages of a customer"),
                    @DropdownPropertyChoice(value = "id", label = "Message ID"),
                    @DropdownPropertyChoice(value = "externalId", label = "External ID")
                },
                defaultValue = "conversation",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String by,

        @TemplateProperty(
                label = "Conversation ID",
                description = "The Kustomer ID of the conversation, such as conversationId of an earlier task",
                group = "message",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=conversationId",
                condition = @PropertyCondition(property = "message.by", equals = "conversation"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json conversation,

        @TemplateProperty(
                label = "Customer ID",
                description = "The Kustomer ID of the customer, such as customerId of an earlier task",
                group = "message",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
                condition = @PropertyCondition(property = "message.by", equals = "customer"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json customer,

        @TemplateProperty(
                label = "Message ID",
                description = "The Kustomer ID, such as messageId of an earlier task",
                group = "message",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=messageId",
                condition = @PropertyCondition(property = "message.by", equals = "id"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json id,

        @TemplateProperty(
                label = "External ID",
                description = "The message's ID in your system",
                group = "message",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "M-4711",
                condition = @PropertyCondition(property = "message.by", equals = "externalId"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json externalId,

        @TemplateProperty(
                label = "Direction",
                description = "Whose messages to find",
                group = "message",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "any", label = "All messages"),
                    @DropdownPropertyChoice(value = "in", label = "Messages from the customer"),
                    @DropdownPropertyChoice(value = "out", label = "Messages to the customer")
                },
                defaultValue = "any",
                condition =
                        @PropertyCondition(
                                property = "message.by",
                                oneOf = {"conversation", "customer"}))
        @Nullable String direction,

        @TemplateProperty(
                label = "Channel",
                description = "Channels, separated by commas, or a list. Empty: any",
                group = "message",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "email, chat",
                condition =
                        @PropertyCondition(
                                property = "message.by",
                                oneOf = {"conversation", "customer"}))
        @Nullable Json channel,

        @TemplateProperty(
                label = "Order",
                description = "Newest and oldest first read the whole list, because Kustomer documents no order",
                group = "message",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "newestFirst", label = "Newest first"),
                    @DropdownPropertyChoice(value = "oldestFirst", label = "Oldest first"),
                    @DropdownPropertyChoice(value = "kustomer", label = "In the order of Kustomer")
                },
                defaultValue = "newestFirst",
                condition =
                        @PropertyCondition(
                                property = "message.by",
                                oneOf = {"conversation", "customer"}))
        @Nullable String order,

        @TemplateProperty(
                label = ListSizeField.LABEL,
                description = "The maximum number of messages, 1 to 500",
                group = "message",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = ListSizeField.DEFAULT,
                condition =
                        @PropertyCondition(
                                property = "message.by",
                                oneOf = {"conversation", "customer"}),
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = ListSizeField.PATTERN,
                                                message = ListSizeField.PATTERN_MESSAGE)))
        @Nullable Json most,

        @TemplateProperty(
                label = "Attachments",
                description = "Whether to copy the files of the messages into Camunda's document store",
                group = "attachments",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "none", label = "Leave in Kustomer"),
                    @DropdownPropertyChoice(value = "documents", label = "Copy as Camunda documents")
                },
                defaultValue = "none")
        @Nullable String attachments,

        @TemplateProperty(
                label = "If a file can't be copied",
                description = "It has more than 25 MB, was removed, or is one of more than 20",
                group = "attachments",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "fail", label = "Fail with KUSTOMER_INVALID_INPUT"),
                    @DropdownPropertyChoice(value = "leaveOut", label = "Continue, and name the reason in the result")
                },
                defaultValue = "fail",
                condition = @PropertyCondition(property = "message.attachments", equals = "documents"))
        @Nullable String ifNotCopied) {}
