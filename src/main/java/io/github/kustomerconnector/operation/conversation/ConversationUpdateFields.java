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
 * The fields of a conversation that an update can set, named as in the Kustomer API; null means unchanged.
 * {@link ConversationUpdateMapping} checks their values.
 */
public record ConversationUpdateFields(
        @TemplateProperty(
                label = "Status",
                description = "open, snoozed or done",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "done",
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|open|snoozed|done|undefined)?$",
                                                message = "must be open, snoozed or done")))
        @Nullable Json status,

        @TemplateProperty(
                label = "Snoozed until",
                description = "When the conversation reopens, such as =now() + duration(\"P2D\")",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2030-01-31T09:30:00Z")
        @Nullable Json snoozeUntil,

        @TemplateProperty(
                label = "Queue",
                description = "The queue's key, which is the same in each environment, or its Kustomer ID",
                tooltip =
                        "A key costs one request more than an ID, and the API key needs the role org.permission.queue.read. Other values: <code>amazon-connect</code>, or an object with id or external.",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "complaints")
        @Nullable Json queue,

        @TemplateProperty(
                label = "Change tags",
                description = "What to do with the tags below",
                tooltip = "To remove tags, the API key also needs the role org.permission.conversation.delete.",
                group = "conversation",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "add", label = "Add the tags"),
                    @DropdownPropertyChoice(value = "remove", label = "Remove the tags"),
                    @DropdownPropertyChoice(value = "replace", label = "Replace all existing tags")
                },
                defaultValue = "add",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String changeTags,

        @TemplateProperty(
                label = "Tags",
                description = "Separated by commas, or a list: =[\"billing\", \"urgent\"]. At most 20",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "billing, urgent")
        @Nullable Json tags,

        @TemplateProperty(
                label = "Priority",
                description = "1 (lowest) to 5 (highest)",
                group = "moreFields",
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
                label = "Assigned users",
                description =
                        "E-mails or Kustomer IDs of users, separated by commas, or a list. At most 10. Replaces the assigned users",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "ada@example.org")
        @Nullable Json assignedUsers,

        @TemplateProperty(
                label = "Assigned teams",
                description =
                        "Kustomer IDs of teams, separated by commas, or a list. At most 10. Replaces the assigned teams",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0f",
                constraints =
                        @PropertyConstraints(
                                pattern = @Pattern(value = IdField.LIST_PATTERN, message = IdField.LIST_MESSAGE)))
        @Nullable Json assignedTeams,

        @TemplateProperty(
                label = "Subject",
                description = "What the conversation is about, in a few words",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Question about order 4711")
        @Nullable Json name,

        @TemplateProperty(
                label = "Move to customer",
                description = "The Kustomer ID of the customer who gets the conversation",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json customer,

        @TemplateProperty(
                label = "External ID",
                description = "The conversation's ID in your system",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "T-4711")
        @Nullable Json externalId,

        @TemplateProperty(
                label = "Sub-status",
                description = "The Kustomer ID of a sub-status",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c12",
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json subStatus,

        @TemplateProperty(
                label = "Reply channel",
                description = "The channel for replies, such as email",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "email")
        @Nullable Json replyChannel,

        @TemplateProperty(
                label = "Direction",
                description = "Who started the conversation",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "", label = "Unchanged"),
                    @DropdownPropertyChoice(value = "in", label = "From the customer"),
                    @DropdownPropertyChoice(value = "out", label = "From your team")
                })
        @Nullable Json direction,

        @TemplateProperty(
                label = "Language",
                description = "The language of the conversation, such as en_us",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "en_us")
        @Nullable Json defaultLang,

        @TemplateProperty(
                label = "Locked",
                description = "Whether the conversation is locked",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "", label = "Unchanged"),
                    @DropdownPropertyChoice(value = "true", label = "Locked"),
                    @DropdownPropertyChoice(value = "false", label = "Not locked")
                })
        @Nullable Json locked,

        @TemplateProperty(
                label = "Ended",
                description = "Whether the exchange, such as a chat, has ended",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "", label = "Unchanged"),
                    @DropdownPropertyChoice(value = "true", label = "Ended"),
                    @DropdownPropertyChoice(value = "false", label = "Not ended")
                })
        @Nullable Json ended,

        @TemplateProperty(
                label = "Ended at",
                description = "When the exchange ended, such as =now()",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json endedAt,

        @TemplateProperty(
                label = "Reason for the end",
                description = "Why it ended, in a few words",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "left the chat")
        @Nullable Json endedReason,

        @TemplateProperty(
                label = "Ended by",
                description = "The Kustomer ID of the user or customer who ended it",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0e",
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json endedBy,

        @TemplateProperty(
                label = "Ended by (type)",
                description = "Whose ID the field above has",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "", label = "Unchanged"),
                    @DropdownPropertyChoice(value = "user", label = "A user"),
                    @DropdownPropertyChoice(value = "customer", label = "A customer")
                })
        @Nullable Json endedByType,

        @TemplateProperty(
                label = "Custom attributes",
                description = "Such as {orderNumberStr: \"4711\"}. Other attributes stay unchanged",
                tooltip =
                        "The end of a name is its type: Str, Txt, Num, At, Bool, Url or Id. Define the attributes in Kustomer first.",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json custom,

        @TemplateProperty(
                label = "Additional fields",
                description = "Fields of the Kustomer API that this form lacks, such as {satisfaction: 4}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json additionalFields) {}
