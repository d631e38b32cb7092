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
 * The fields of a draft as the form gives them, named as in the Kustomer API but for {@code action}; null means not set. Which
 * values they take: {@link DraftMapping}.
 *
 * @param action {@code send} if null
 * @param id of the draft to send, if it is there
 */
public record DraftFields(
        @TemplateProperty(
                label = "Customer ID",
                description = "Whom the message goes to; the result of \"Create Kustomer Customer\"",
                group = "draft",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json customer,

        @TemplateProperty(
                label = "Channel",
                description = "How the message goes out",
                group = "draft",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "email", label = "E-mail"),
                    @DropdownPropertyChoice(value = "sms", label = "SMS"),
                    @DropdownPropertyChoice(value = "whatsapp", label = "WhatsApp"),
                    @DropdownPropertyChoice(value = "chat", label = "Chat"),
                    @DropdownPropertyChoice(value = "facebook", label = "Facebook"),
                    @DropdownPropertyChoice(value = "instagram", label = "Instagram"),
                    @DropdownPropertyChoice(value = "twitter-dm", label = "Twitter direct message"),
                    @DropdownPropertyChoice(value = "twitter-tweet", label = "Tweet")
                },
                defaultValue = "email")
        @Nullable Json channel,

        @TemplateProperty(
                label = "To",
                description = "An e-mail address or a phone number, as the channel has it; for e-mail also a list",
                group = "draft",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "ada@example.org")
        @Nullable Json to,

        @TemplateProperty(
                label = "Subject",
                description = "At most 256 characters",
                group = "draft",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Your order 4711",
                condition = @PropertyCondition(property = "draft.channel", equals = "email"))
        @Nullable Json subject,

        @TemplateProperty(
                label = "Text",
                description = "What the customer reads. At most 10,240 characters; SMS 1,600, chat 1,024",
                group = "draft",
                type = PropertyType.Text,
                feel = FeelMode.optional,
                exampleValue = "Your parcel is on its way")
        @Nullable Json body,

        @TemplateProperty(
                label = "Send at",
                description = "When it goes out: date and time. Empty: now",
                group = "draft",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json sendAt,

        @TemplateProperty(
                label = "What to do",
                description =
                        "Two tasks, one that makes the draft and one that sends it, keep a second message away for certain",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "send", label = "Make a draft and send it"),
                    @DropdownPropertyChoice(value = "draftOnly", label = "Only make a draft"),
                    @DropdownPropertyChoice(value = "sendDraft", label = "Send a draft that is there")
                },
                defaultValue = "send")
        @Nullable String action,

        @TemplateProperty(
                label = "Draft ID",
                description = "The draft to send: the result of a task that only makes a draft",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=draftId",
                condition = @PropertyCondition(property = "draft.action", equals = "sendDraft"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json id,

        @TemplateProperty(
                label = "Conversation ID",
                description = "The Kustomer ID of the conversation to go on with. Empty: Kustomer decides",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json conversation,

        @TemplateProperty(
                label = "From",
                description =
                        "One of your organization's addresses or numbers, as the channel has it. Empty: Kustomer decides",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "help@example.org")
        @Nullable Json from,

        @TemplateProperty(
                label = "App",
                description =
                        "What sends it: gmail or postmark for e-mail, twilio or zipwhip for SMS, whatsapp, twilio_whatsapp or messagebird for WhatsApp",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "postmark",
                condition =
                        @PropertyCondition(
                                property = "draft.channel",
                                oneOf = {"email", "sms", "whatsapp"}))
        @Nullable Json app,

        @TemplateProperty(
                label = "Copy to",
                description = "An e-mail address, or a list",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "bob@example.org",
                condition = @PropertyCondition(property = "draft.channel", equals = "email"))
        @Nullable Json cc,

        @TemplateProperty(
                label = "Blind copy to",
                description = "An e-mail address, or a list",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "audit@example.org",
                condition = @PropertyCondition(property = "draft.channel", equals = "email"))
        @Nullable Json bcc,

        @TemplateProperty(
                label = "Reply to",
                description = "An e-mail address",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "help@example.org",
                condition = @PropertyCondition(property = "draft.channel", equals = "email"))
        @Nullable Json replyTo,

        @TemplateProperty(
                label = "Template",
                description = "The Kustomer ID of an e-mail template",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                condition = @PropertyCondition(property = "draft.channel", equals = "email"))
        @Nullable Json template,

        @TemplateProperty(
                label = "Headers",
                description = "More e-mail headers, such as [{name: \"X-Order\", value: \"4711\"}]",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required,
                condition = @PropertyCondition(property = "draft.channel", equals = "email"))
        @Nullable Json headers,

        @TemplateProperty(
                label = "WhatsApp template",
                description = "A template instead of a text, such as {template: templateId}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required,
                condition = @PropertyCondition(property = "draft.channel", equals = "whatsapp"))
        @Nullable Json meta,

        @TemplateProperty(
                label = "Attachments",
                description =
                        "Documents of Camunda, such as [invoice, receipt]: at most 20, each up to 25 MB. Kustomer takes them with a chat only",
                tooltip =
                        "For documents the API key also needs the role org.permission.message.update. Files that Kustomer has are given by their IDs.",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required,
                condition = @PropertyCondition(property = "draft.channel", equals = "chat"))
        @Nullable Json attachments,

        @TemplateProperty(
                label = "Language",
                description = "The language of the text",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "en_us")
        @Nullable Json lang,

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
                label = "Payload",
                description = "What Kustomer keeps with the draft, such as {order: 4711}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json payload,

        @TemplateProperty(
                label = "Additional fields",
                description = "Fields of the Kustomer API that this form lacks, such as {rev: 1}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json additionalFields) {}
