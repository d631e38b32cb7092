package io.github.kustomerconnector.operation.message;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.NestedPropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a draft in the form, named as in the Kustomer API, except {@code action}; null means not set.
 * {@link DraftMapping} checks their values. With the action {@code sendDraft}, the fields of the existing draft stay
 * unchanged.
 *
 * @param action {@code send} if null
 * @param id the id of the existing draft to send
 */
public record DraftFields(
        @TemplateProperty(
                label = "Action",
                description = "Separate tasks for creating and sending the draft prevent a second message",
                group = "draft",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "send", label = "Create a draft and send it"),
                    @DropdownPropertyChoice(value = "draftOnly", label = "Only create a draft"),
                    @DropdownPropertyChoice(value = "sendDraft", label = "Send an existing draft")
                },
                defaultValue = "send")
        @Nullable String action,

        @TemplateProperty(
                label = "Customer ID",
                description = "The Kustomer ID of the recipient, such as customerId of an earlier task",
                group = "draft",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json customer,

        @TemplateProperty(
                label = "Draft ID",
                description = "The draft to send, such as draftId of an earlier task",
                group = "draft",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=draftId",
                condition = @PropertyCondition(property = "draft.action", equals = "sendDraft"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json id,

        @TemplateProperty(
                label = "Channel",
                description = "The channel that sends the message",
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
                defaultValue = "email",
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}))
        @Nullable Json channel,

        @TemplateProperty(
                label = "To",
                description = "An e-mail address or phone number, as the channel requires. For e-mail also a list",
                group = "draft",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "ada@example.org",
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}))
        @Nullable Json to,

        @TemplateProperty(
                label = "Subject",
                description = "At most 256 characters",
                group = "draft",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Your order 4711",
                condition =
                        @PropertyCondition(
                                property = "",
                                allMatch = {
                                    @NestedPropertyCondition(
                                            property = "draft.action",
                                            oneOf = {"send", "draftOnly"}),
                                    @NestedPropertyCondition(property = "draft.channel", equals = "email")
                                }))
        @Nullable Json subject,

        @TemplateProperty(
                label = "Text",
                description = "The message for the customer. At most 10,240 characters; SMS 1,600, chat 1,024",
                group = "draft",
                type = PropertyType.Text,
                feel = FeelMode.optional,
                exampleValue = "Your parcel is on its way",
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}))
        @Nullable Json body,

        @TemplateProperty(
                label = "Send at",
                description = "When to send it: date and time. Empty: now",
                group = "draft",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json sendAt,

        @TemplateProperty(
                label = "Conversation ID",
                description = "The Kustomer ID of the conversation to continue. Empty: Kustomer decides",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}))
        @Nullable Json conversation,

        @TemplateProperty(
                label = "From",
                description = "Your organization's address or number for the channel. Empty: Kustomer decides",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "help@example.org",
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}))
        @Nullable Json from,

        @TemplateProperty(
                label = "App",
                description = "The app that sends the message. Required for WhatsApp",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                tooltip =
                        "E-mail: gmail or postmark. SMS: twilio or zipwhip. WhatsApp: whatsapp, twilio_whatsapp or messagebird.",
                exampleValue = "postmark")
        @Nullable Json app,

        @TemplateProperty(
                label = "Copy to",
                description = "An e-mail address, or a list",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "bob@example.org",
                condition =
                        @PropertyCondition(
                                property = "",
                                allMatch = {
                                    @NestedPropertyCondition(
                                            property = "draft.action",
                                            oneOf = {"send", "draftOnly"}),
                                    @NestedPropertyCondition(property = "draft.channel", equals = "email")
                                }))
        @Nullable Json cc,

        @TemplateProperty(
                label = "Blind copy to",
                description = "An e-mail address, or a list",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "audit@example.org",
                condition =
                        @PropertyCondition(
                                property = "",
                                allMatch = {
                                    @NestedPropertyCondition(
                                            property = "draft.action",
                                            oneOf = {"send", "draftOnly"}),
                                    @NestedPropertyCondition(property = "draft.channel", equals = "email")
                                }))
        @Nullable Json bcc,

        @TemplateProperty(
                label = "Reply to",
                description = "An e-mail address",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "help@example.org",
                condition =
                        @PropertyCondition(
                                property = "",
                                allMatch = {
                                    @NestedPropertyCondition(
                                            property = "draft.action",
                                            oneOf = {"send", "draftOnly"}),
                                    @NestedPropertyCondition(property = "draft.channel", equals = "email")
                                }))
        @Nullable Json replyTo,

        @TemplateProperty(
                label = "Template",
                description = "The Kustomer ID of an e-mail template",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                condition =
                        @PropertyCondition(
                                property = "",
                                allMatch = {
                                    @NestedPropertyCondition(
                                            property = "draft.action",
                                            oneOf = {"send", "draftOnly"}),
                                    @NestedPropertyCondition(property = "draft.channel", equals = "email")
                                }))
        @Nullable Json template,

        @TemplateProperty(
                label = "Headers",
                description = "More e-mail headers, such as [{name: \"X-Order\", value: \"4711\"}]",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required,
                condition =
                        @PropertyCondition(
                                property = "",
                                allMatch = {
                                    @NestedPropertyCondition(
                                            property = "draft.action",
                                            oneOf = {"send", "draftOnly"}),
                                    @NestedPropertyCondition(property = "draft.channel", equals = "email")
                                }))
        @Nullable Json headers,

        @TemplateProperty(
                label = "WhatsApp template",
                description = "A template in place of the text, such as {template: templateId}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required,
                condition =
                        @PropertyCondition(
                                property = "",
                                allMatch = {
                                    @NestedPropertyCondition(
                                            property = "draft.action",
                                            oneOf = {"send", "draftOnly"}),
                                    @NestedPropertyCondition(property = "draft.channel", equals = "whatsapp")
                                }))
        @Nullable Json meta,

        @TemplateProperty(
                label = "Attachments",
                description =
                        "Camunda documents, such as [invoice, receipt]. At most 20, each up to 25 MB. Only for chat",
                tooltip =
                        "For documents, the API key also needs the role org.permission.message.update. Give files in Kustomer by their IDs.",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required,
                condition =
                        @PropertyCondition(
                                property = "",
                                allMatch = {
                                    @NestedPropertyCondition(
                                            property = "draft.action",
                                            oneOf = {"send", "draftOnly"}),
                                    @NestedPropertyCondition(property = "draft.channel", equals = "chat")
                                }))
        @Nullable Json attachments,

        @TemplateProperty(
                label = "Language",
                description = "The language of the text, such as en_us",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "en_us",
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}))
        @Nullable Json lang,

        @TemplateProperty(
                label = "Automatic",
                description = "An expression such as true, for an automatic answer. Reports omit it",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.required,
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}))
        @Nullable Json auto,

        @TemplateProperty(
                label = "Source",
                description = "Why it was sent: bulk or satisfaction",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "bulk",
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|bulk|satisfaction|undefined)?$",
                                                message = "must be bulk or satisfaction")),
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}))
        @Nullable Json source,

        @TemplateProperty(
                label = "Shortcuts",
                description = "The ID of a shortcut in the text, or a list of IDs",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}))
        @Nullable Json shortcuts,

        @TemplateProperty(
                label = "Knowledge base articles",
                description = "The ID of a knowledge base article in the text, or a list of IDs",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}))
        @Nullable Json kbArticles,

        @TemplateProperty(
                label = "Payload",
                description = "Your own data for the draft, such as {order: 4711}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required,
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}))
        @Nullable Json payload,

        @TemplateProperty(
                label = "Additional fields",
                description = "More fields of the Kustomer API, such as {rev: 1}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json additionalFields) {}
