package io.github.kustomerconnector.operation.message;

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
 * The fields of a message as the form gives them, named as in the Kustomer API; null means not set. Which values they take:
 * {@link MessageMapping}.
 *
 * @param parent which of {@code conversation} and {@code customer} the form shows
 */
public record MessageFields(
        @TemplateProperty(
                label = "Record it",
                description = "A customer without a conversation gets a new one",
                group = "message",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "conversation", label = "In a conversation"),
                    @DropdownPropertyChoice(value = "customer", label = "For a customer, in a new conversation")
                },
                defaultValue = "conversation")
        @Nullable String parent,

        @TemplateProperty(
                label = "Conversation ID",
                description = "Where the message belongs; the result of \"Create Kustomer Conversation\"",
                group = "message",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=conversationId",
                condition = @PropertyCondition(property = "message.parent", equals = "conversation"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json conversation,

        @TemplateProperty(
                label = "Customer ID",
                description = "Whose message it is; the result of \"Create Kustomer Customer\"",
                group = "message",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
                condition = @PropertyCondition(property = "message.parent", equals = "customer"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json customer,

        @TemplateProperty(
                label = "Channel",
                description = "How the message came or went. It is only recorded: nothing is sent",
                group = "message",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "email", label = "E-mail"),
                    @DropdownPropertyChoice(value = "sms", label = "SMS"),
                    @DropdownPropertyChoice(value = "whatsapp", label = "WhatsApp"),
                    @DropdownPropertyChoice(value = "chat", label = "Chat"),
                    @DropdownPropertyChoice(value = "voice", label = "Voice"),
                    @DropdownPropertyChoice(value = "facebook", label = "Facebook"),
                    @DropdownPropertyChoice(value = "instagram", label = "Instagram"),
                    @DropdownPropertyChoice(value = "twitter-dm", label = "Twitter direct message"),
                    @DropdownPropertyChoice(value = "twitter-tweet", label = "Tweet")
                },
                defaultValue = "email")
        @Nullable Json channel,

        @TemplateProperty(
                label = "Direction",
                description = "Who wrote the message",
                group = "message",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "in", label = "From the customer"),
                    @DropdownPropertyChoice(value = "out", label = "To the customer")
                },
                defaultValue = "in")
        @Nullable Json direction,

        @TemplateProperty(
                label = "Subject",
                description = "At most 256 characters",
                group = "message",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Question about order 4711")
        @Nullable Json subject,

        @TemplateProperty(
                label = "Text",
                description = "What agents read on the timeline. At most 10,240 characters",
                group = "message",
                type = PropertyType.Text,
                feel = FeelMode.optional,
                exampleValue = "Where is my order?")
        @Nullable Json preview,

        @TemplateProperty(
                label = "Attachments",
                description = "Documents of Camunda, such as [invoice, receipt]: at most 20, each up to 25 MB",
                tooltip =
                        "For documents the API key also needs the role org.permission.message.update. Files that Kustomer has are given by their IDs, or as objects with _id, name, contentType and contentLength.",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json attachments,

        @TemplateProperty(
                label = "App",
                description = "What brought the message: a name of your own, or an app such as postmark",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "camunda",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json app,

        @TemplateProperty(
                label = "External ID",
                description = "The message's number in your own system",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "M-4711")
        @Nullable Json externalId,

        @TemplateProperty(
                label = "Message ID",
                description = "Leave empty for an ID derived from the task, or give 24 digits from 0-9 and a-f",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json id,

        @TemplateProperty(
                label = "Status",
                description = "sent, received or error",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "received",
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|sent|received|error|undefined)?$",
                                                message = "must be sent, received or error")))
        @Nullable Json status,

        @TemplateProperty(
                label = "Sent at",
                description = "Date and time at which it was sent",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json sentAt,

        @TemplateProperty(
                label = "Language",
                description = "The language of the text",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "en_us")
        @Nullable Json lang,

        @TemplateProperty(
                label = "Sentiment",
                description =
                        "What the customer feels, such as ={polarity: 1, confidence: 0.5}; polarity is -1, 0 or 1",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.optional)
        @Nullable Json sentiment,

        @TemplateProperty(
                label = "Custom attributes",
                description = "Your own fields in Kustomer, such as {orderNumberStr: \"4711\"}",
                tooltip =
                        "Names end in what they hold: Str, Txt, Num, At, Bool, Url or Id. Attributes must be defined in Kustomer.",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json custom,

        @TemplateProperty(
                label = "Meta",
                description = "What the channel tells, such as {from: \"ada@example.org\", to: \"help@example.org\"}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json meta,

        @TemplateProperty(
                label = "Related",
                description = "The Kustomer ID of a related message",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json related,

        @TemplateProperty(
                label = "Refers to",
                description =
                        "Which message it answers, such as {message: messageId, type: \"reply\"}; type is reply, replyAll or forward",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json reference,

        @TemplateProperty(
                label = "Automatic",
                description = "Whether it is an automatic answer, which reports leave out, such as true",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.required)
        @Nullable Json auto,

        @TemplateProperty(
                label = "Source",
                description = "bulk or satisfaction: what brought it about",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "bulk",
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|bulk|satisfaction|undefined)?$",
                                                message = "must be bulk or satisfaction")))
        @Nullable Json source,

        @TemplateProperty(
                label = "Queue",
                description = "A queue's Kustomer ID",
                tooltip = "<code>amazon-connect</code>, or an object with id or external, is possible.",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json queue,

        @TemplateProperty(
                label = "Shortcuts",
                description = "The ID of a shortcut in the text, or a list of IDs",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json shortcuts,

        @TemplateProperty(
                label = "Knowledge base articles",
                description = "The ID of a knowledge base article in the text, or a list of IDs",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json kbArticles,

        @TemplateProperty(
                label = "Location",
                description = "Where it was written, such as {cityName: \"Berlin\", countryCode: \"DE\"}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json location,

        @TemplateProperty(
                label = "Size",
                description = "The length of the whole message",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2048")
        @Nullable Json size,

        @TemplateProperty(
                label = "Error",
                description = "Why it could not be sent, such as {code: \"bounced\", title: \"No such address\"}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json error,

        @TemplateProperty(
                label = "Error at",
                description = "Date and time of the error",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json errorAt,

        @TemplateProperty(
                label = "Imported at",
                description = "Date and time. Marks the record as imported",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json importedAt,

        @TemplateProperty(
                label = "Created at",
                description = "Date and time. The API key needs the role org.admin",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json createdAt,

        @TemplateProperty(
                label = "Created by",
                description = "A user's Kustomer ID. The API key needs the role org.admin",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json createdBy,

        @TemplateProperty(
                label = "Modified at",
                description = "Date and time. The API key needs the role org.admin",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json modifiedAt,

        @TemplateProperty(
                label = "Modified by",
                description = "A user's Kustomer ID. The API key needs the role org.admin",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json modifiedBy,

        @TemplateProperty(
                label = "Additional fields",
                description = "Fields of the Kustomer API that this form lacks, such as {rev: 1}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json additionalFields) {}
