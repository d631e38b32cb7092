package io.github.kustomerconnector.operation.conversation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.IdField;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a conversation in the form, named as in the Kustomer API; null means not set.
 * {@link ConversationMapping} checks their values.
 */
public record ConversationFields(
        @TemplateProperty(
                label = "Customer ID",
                description = "The Kustomer ID of the customer, such as customerId of an earlier task",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json customer,

        @TemplateProperty(
                label = "Subject",
                description = "What the conversation is about, in a few words",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Question about order 4711")
        @Nullable Json name,

        @TemplateProperty(
                label = "Status",
                description = "open or done. To snooze it, use Update Kustomer Conversation afterwards",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "open",
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|open|done|undefined)?$",
                                                message = "must be open or done")))
        @Nullable Json status,

        @TemplateProperty(
                label = "Priority",
                description = "1 (lowest) to 5 (highest)",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "3",
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|[1-5]|undefined)?$",
                                                message = "must be a number from 1 to 5")))
        @Nullable Json priority,

        @TemplateProperty(
                label = "Tags",
                description = "Separated by commas, or a list: =[\"billing\", \"urgent\"]. At most 20",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "billing, urgent")
        @Nullable Json tags,

        @TemplateProperty(
                label = "Custom attributes",
                description = "Fields that you defined in Kustomer, such as {orderNumberStr: \"4711\"}",
                tooltip =
                        "The end of a name is its type: Str, Txt, Num, At, Bool, Url or Id. Define the attributes in Kustomer first.",
                group = "conversation",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json custom,

        @TemplateProperty(
                label = "External ID",
                description = "The conversation's ID in your system",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "T-4711")
        @Nullable Json externalId,

        @TemplateProperty(
                label = "Direction",
                description = "Who started the conversation",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "", label = "Not set"),
                    @DropdownPropertyChoice(value = "in", label = "From the customer"),
                    @DropdownPropertyChoice(value = "out", label = "From your team")
                })
        @Nullable Json direction,

        @TemplateProperty(
                label = "Reply channel",
                description = "The channel for replies, such as email",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "email")
        @Nullable Json replyChannel,

        @TemplateProperty(
                label = "Assigned users",
                description = "E-mails or Kustomer IDs of users, separated by commas, or a list. At most 10",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "ada@example.org")
        @Nullable Json assignedUsers,

        @TemplateProperty(
                label = "Assigned teams",
                description = "Kustomer IDs of teams, separated by commas, or a list. At most 10",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                constraints =
                        @PropertyConstraints(
                                pattern = @Pattern(value = IdField.LIST_PATTERN, message = IdField.LIST_MESSAGE)))
        @Nullable Json assignedTeams,

        @TemplateProperty(
                label = "Queue",
                description = "The queue's key, which is the same in each environment, or its Kustomer ID",
                tooltip =
                        "A key costs one request more than an ID, and the API key needs the role org.permission.queue.read. Other values: <code>amazon-connect</code>, or an object with id or external.",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "complaints")
        @Nullable Json queue,

        @TemplateProperty(
                label = "Language",
                description = "The language of the conversation, such as en_us",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "en_us")
        @Nullable Json defaultLang,

        @TemplateProperty(
                label = "Channel",
                description = "Leave empty, unless your Kustomer API accepts a channel here, such as email",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional)
        @Nullable Json channel,

        @TemplateProperty(
                label = "Conversation ID",
                description = "24 digits from 0-9 and a-f. Empty: derived from the task",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json id,

        @TemplateProperty(
                label = "Campaign ID",
                description = "The Kustomer ID of a campaign",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json campaign,

        @TemplateProperty(
                label = "Created at",
                description = "When it started in its original system, such as =now() - duration(\"P2D\")",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json createdAt,

        @TemplateProperty(
                label = "Imported at",
                description = "When it was imported, such as =now(). Marks the record as imported",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json importedAt,

        @TemplateProperty(
                label = "Additional fields",
                description =
                        "Fields of the Kustomer API that this form lacks, such as {newFieldOfKustomer: \"value\"}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json additionalFields) {}
