package io.github.kustomerconnector.operation.conversation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
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
                constraints = @PropertyConstraints(notEmpty = true))
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
                description = "One tag, or a list: =[\"billing\", \"urgent\"]. At most 20",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "billing")
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
                description = "in if the customer started it, out if your team did",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "in",
                constraints =
                        @PropertyConstraints(
                                pattern = @Pattern(value = "^(=.*|in|out|undefined)?$", message = "must be in or out")))
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
                description = "E-mail or Kustomer ID of a user, or a list: =[user1, user2]. At most 10",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "ada@example.org")
        @Nullable Json assignedUsers,

        @TemplateProperty(
                label = "Assigned teams",
                description = "One Kustomer team ID, or a list: =[team1, team2]. At most 10",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json assignedTeams,

        @TemplateProperty(
                label = "Queue",
                description = "The queue's key, which is the same in each environment, or its Kustomer ID",
                tooltip =
                        "A key costs one request more than an ID. Other values: <code>amazon-connect</code>, or an object with id or external.",
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
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json id,

        @TemplateProperty(
                label = "Campaign ID",
                description = "The Kustomer ID of a campaign",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json campaign,

        @TemplateProperty(
                label = "Created at",
                description = "When it started in its original system: date and time",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json createdAt,

        @TemplateProperty(
                label = "Imported at",
                description = "Date and time. Marks the record as imported",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json importedAt,

        @TemplateProperty(
                label = "Additional fields",
                description = "More fields of the Kustomer API, such as {rev: 1}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json additionalFields) {}
