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
import org.jspecify.annotations.Nullable;

/**
 * The fields of a message in the form, named as in the Kustomer API; null means not set. {@link MessageMapping} checks
 * their values.
 *
 * @param parent selects which of {@code conversation} and {@code customer} the form shows
 */
public record MessageFields(
        @TemplateProperty(
                label = "Record in",
                description = "Where the message appears on the timeline",
                group = "message",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "conversation", label = "An existing conversation"),
                    @DropdownPropertyChoice(value = "customer", label = "A new conversation of a customer")
                },
                defaultValue = "conversation")
        @Nullable String parent,

        @TemplateProperty(
                label = "Conversation ID",
                description = "The Kustomer ID, such as conversationId of an earlier task",
                group = "message",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=conversationId",
                condition = @PropertyCondition(property = "message.parent", equals = "conversation"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json conversation,

        @TemplateProperty(
                label = "Customer ID",
                description = "The Kustomer ID, such as customerId of an earlier task",
                group = "message",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
                condition = @PropertyCondition(property = "message.parent", equals = "customer"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json customer,

        @TemplateProperty(
                label = "Channel",
                description = "The channel of the message. It is only recorded, not sent",
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
                description = "The text on the timeline. At most 10,240 characters",
                group = "message",
                type = PropertyType.Text,
                feel = FeelMode.optional,
                exampleValue = "Where is my order?")
        @Nullable Json preview,

        @TemplateProperty(
                label = "Attachments",
                description = "Camunda documents, such as [invoice, receipt]. At most 20, each up to 25 MB",
                tooltip =
                        "For documents, the API key also needs the role org.permission.message.update. Give files in Kustomer by their IDs, or as objects with _id, name, contentType and contentLength.",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required,
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|undefined)?$",
                                                message = "must be an expression, such as [invoice, receipt]")))
        @Nullable Json attachments,

        @TemplateProperty(
                label = "App",
                description = "The app that carried the message: your own name, or an app such as postmark",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "camunda",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json app,

        @TemplateProperty(
                label = "External ID",
                description = "The message's ID in your system",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "M-4711")
        @Nullable Json externalId,

        @TemplateProperty(
                label = "Message ID",
                description = "24 digits from 0-9 and a-f. Empty: derived from the task",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json id,

        @TemplateProperty(
                label = "Status",
                description = "The state of the message",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "", label = "Not set"),
                    @DropdownPropertyChoice(value = "sent", label = "Sent"),
                    @DropdownPropertyChoice(value = "received", label = "Received"),
                    @DropdownPropertyChoice(value = "error", label = "Error")
                })
        @Nullable Json status,

        @TemplateProperty(
                label = "Sent at",
                description = "When the message was sent, such as =now()",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json sentAt,

        @TemplateProperty(
                label = "Language",
                description = "The language of the text, such as en_us",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "en_us")
        @Nullable Json lang,

        @TemplateProperty(
                label = "Sentiment",
                description = "The customer's mood, such as {polarity: 1, confidence: 0.8}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required,
                tooltip = "Polarity is -1, 0 or 1. Confidence is a number from -1 to 1.")
        @Nullable Json sentiment,

        @TemplateProperty(
                label = "Custom attributes",
                description = "Fields that you defined in Kustomer, such as {orderNumberStr: \"4711\"}",
                tooltip =
                        "The end of a name is its type: Str, Txt, Num, At, Bool, Url or Id. Define the attributes in Kustomer first.",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json custom,

        @TemplateProperty(
                label = "Meta",
                description = "Data of the channel, such as {from: \"ada@example.org\", to: \"help@example.org\"}",
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
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json related,

        @TemplateProperty(
                label = "Refers to",
                description = "The message it answers, such as {message: messageId, type: \"reply\"}",
                tooltip = "The type is reply, replyAll or forward.",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json reference,

        @TemplateProperty(
                label = "Automatic",
                description = "Whether it is an automatic answer. Reports omit automatic answers",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "", label = "Not set"),
                    @DropdownPropertyChoice(value = "true", label = "Yes"),
                    @DropdownPropertyChoice(value = "false", label = "No")
                })
        @Nullable Json auto,

        @TemplateProperty(
                label = "Source",
                description = "Why the message was sent",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "", label = "Not set"),
                    @DropdownPropertyChoice(value = "bulk", label = "Bulk"),
                    @DropdownPropertyChoice(value = "satisfaction", label = "Satisfaction survey")
                })
        @Nullable Json source,

        @TemplateProperty(
                label = "Queue",
                description = "The Kustomer ID of a queue",
                tooltip = "Other values: <code>amazon-connect</code>, or an object with id or external.",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json queue,

        @TemplateProperty(
                label = "Shortcuts",
                description = "IDs of shortcuts in the text, separated by commas, or a list",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json shortcuts,

        @TemplateProperty(
                label = "Knowledge base articles",
                description = "IDs of knowledge base articles in the text, separated by commas, or a list",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json kbArticles,

        @TemplateProperty(
                label = "Location",
                description = "Where the message was written, such as {cityName: \"Berlin\", countryCode: \"DE\"}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json location,

        @TemplateProperty(
                label = "Size",
                description = "The size of the whole message",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2048")
        @Nullable Json size,

        @TemplateProperty(
                label = "Error",
                description = "Why the message was not sent, such as {code: \"bounced\", title: \"No such address\"}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json error,

        @TemplateProperty(
                label = "Error at",
                description = "When the error occurred, such as =now()",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json errorAt,

        @TemplateProperty(
                label = "Imported at",
                description = "When it was imported, such as =now(). Marks the record as imported",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json importedAt,

        @TemplateProperty(
                label = "Created at",
                description = "A time, such as =now(). The API key needs the role org.admin",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json createdAt,

        @TemplateProperty(
                label = "Created by",
                description = "The Kustomer ID of a user. The API key needs the role org.admin",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json createdBy,

        @TemplateProperty(
                label = "Modified at",
                description = "A time, such as =now(). The API key needs the role org.admin",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json modifiedAt,

        @TemplateProperty(
                label = "Modified by",
                description = "The Kustomer ID of a user. The API key needs the role org.admin",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json modifiedBy,

        @TemplateProperty(
                label = "Additional fields",
                description =
                        "Fields of the Kustomer API that this form lacks, such as {newFieldOfKustomer: \"value\"}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json additionalFields) {}
