package io.github.kustomerconnector.operation.conversation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a conversation that can be changed as the form gives them, named as in the Kustomer API; null means not to be
 * changed. Which values they take: {@link ConversationUpdateMapping}.
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
                description = "When a snoozed conversation opens again, such as 2026-01-31T09:30:00Z",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json snoozeUntil,

        @TemplateProperty(
                label = "Queue",
                description = "The Kustomer ID of the queue to route it to",
                tooltip = "<code>amazon-connect</code>, or an object with id or external, is possible.",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c10")
        @Nullable Json queue,

        @TemplateProperty(
                label = "Change of tags",
                description = "What becomes of the tags below",
                group = "conversation",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "add", label = "Add them"),
                    @DropdownPropertyChoice(value = "remove", label = "Remove them"),
                    @DropdownPropertyChoice(value = "replace", label = "Replace all tags by them")
                },
                defaultValue = "add",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String changeTags,

        @TemplateProperty(
                label = "Tags",
                description = "One tag, or a list: =[\"billing\", \"urgent\"]. At most 20",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "billing")
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
                description = "One Kustomer user ID, or a list; takes the place of those there. At most 10",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0e")
        @Nullable Json assignedUsers,

        @TemplateProperty(
                label = "Assigned teams",
                description = "One Kustomer team ID, or a list; takes the place of those there. At most 10",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0f")
        @Nullable Json assignedTeams,

        @TemplateProperty(
                label = "Subject",
                description = "A short name of the conversation",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Question about order 4711")
        @Nullable Json name,

        @TemplateProperty(
                label = "Move to customer",
                description = "The Kustomer ID of another customer, to whom the conversation then belongs",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json customer,

        @TemplateProperty(
                label = "External ID",
                description = "The conversation's number in your own system",
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
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c12")
        @Nullable Json subStatus,

        @TemplateProperty(
                label = "Reply channel",
                description = "The channel that agents answer on, such as email",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "email")
        @Nullable Json replyChannel,

        @TemplateProperty(
                label = "Direction",
                description = "in if the customer began, out if the team did",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "in",
                constraints =
                        @PropertyConstraints(
                                pattern = @Pattern(value = "^(=.*|in|out|undefined)?$", message = "must be in or out")))
        @Nullable Json direction,

        @TemplateProperty(
                label = "Language",
                description = "Such as en_us",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "en_us")
        @Nullable Json defaultLang,

        @TemplateProperty(
                label = "Locked",
                description = "true or false",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "true",
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|true|false|undefined)?$",
                                                message = "must be true or false")))
        @Nullable Json locked,

        @TemplateProperty(
                label = "Ended",
                description = "true or false: whether the exchange, such as a chat, is over",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|true|false|undefined)?$",
                                                message = "must be true or false")))
        @Nullable Json ended,

        @TemplateProperty(
                label = "Ended at",
                description = "A date and time such as 2026-01-31T09:30:00Z",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional)
        @Nullable Json endedAt,

        @TemplateProperty(
                label = "Ended because of",
                description = "Why it ended, in a word or two",
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
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0e")
        @Nullable Json endedBy,

        @TemplateProperty(
                label = "Ended by a",
                description = "user or customer",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "customer",
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|user|customer|undefined)?$",
                                                message = "must be user or customer")))
        @Nullable Json endedByType,

        @TemplateProperty(
                label = "Custom attributes",
                description = "Such as {orderNumberStr: \"4711\"}. Attributes that are not named stay as they are",
                tooltip =
                        "Names end in what they hold: Str, Txt, Num, At, Bool, Url or Id. Attributes must be defined in Kustomer.",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json custom,

        @TemplateProperty(
                label = "Additional fields",
                description = "A context with fields that this form lacks, such as {satisfaction: 4}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json additionalFields) {}
