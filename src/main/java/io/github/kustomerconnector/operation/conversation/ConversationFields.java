package io.github.kustomerconnector.operation.conversation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a conversation as the form gives them, named as in the Kustomer API; null means not set. Which values they
 * take: {@link ConversationMapping}.
 */
public record ConversationFields(
        @TemplateProperty(
                label = "Customer ID",
                description = "Whom the conversation is with: the result of \"Create Kustomer Customer\"",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json customer,

        @TemplateProperty(
                label = "Subject",
                description = "A few words that tell what it is about",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Question about order 4711")
        @Nullable Json name,

        @TemplateProperty(
                label = "Status",
                description = "open or done",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "open",
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|open|done|snoozed|undefined)?$",
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
                description = "Your own fields in Kustomer, such as {orderNumberStr: \"4711\"}",
                tooltip =
                        "Names end in what they hold: Str, Txt, Num, At, Bool, Url or Id. Attributes must be defined in Kustomer.",
                group = "conversation",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json custom,

        @TemplateProperty(
                label = "External ID",
                description = "The conversation's number in your own system",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "T-4711")
        @Nullable Json externalId,

        @TemplateProperty(
                label = "Direction",
                description = "in if the customer began, out if your team did",
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
                description = "The channel that agents answer on",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "email")
        @Nullable Json replyChannel,

        @TemplateProperty(
                label = "Assigned users",
                description = "One user's Kustomer ID, or a list: =[user1, user2]. At most 10",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json assignedUsers,

        @TemplateProperty(
                label = "Assigned teams",
                description = "One team's Kustomer ID, or a list: =[team1, team2]. At most 10",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json assignedTeams,

        @TemplateProperty(
                label = "Queue",
                description = "The Kustomer ID of a queue",
                tooltip = "<code>amazon-connect</code>, or an object with id or external, is possible.",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json queue,

        @TemplateProperty(
                label = "Language",
                description = "The language of the conversation",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "en_us")
        @Nullable Json defaultLang,

        @TemplateProperty(
                label = "Channel",
                description = "Leave empty unless your Kustomer takes one here, such as email",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional)
        @Nullable Json channel,

        @TemplateProperty(
                label = "Conversation ID",
                description = "24 digits from 0-9 and a-f. Empty: one is derived from the task",
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
                description = "When it began in the system it comes from: date and time",
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
                description = "Fields of the Kustomer API that this form lacks, such as {rev: 1}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json additionalFields) {}
