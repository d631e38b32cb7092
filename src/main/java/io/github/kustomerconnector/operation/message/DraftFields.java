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
import io.github.kustomerconnector.operation.IdField;
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
                defaultValue = "send",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String action,

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
                                oneOf = {"send", "draftOnly"}),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json channel,

        @TemplateProperty(
                label = "App",
                description = "The app that sends the message. Required for WhatsApp",
                group = "draft",
                type = PropertyType.String,
                feel = FeelMode.optional,
                tooltip =
                        "E-mail: gmail or postmark. SMS: twilio or zipwhip. WhatsApp: whatsapp, twilio_whatsapp or messagebird.",
                exampleValue = "postmark",
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}))
        @Nullable Json app,

        @TemplateProperty(
                label = "Customer ID",
                description = "The Kustomer ID of the recipient, such as customerId of an earlier task",
                group = "draft",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json customer,

        @TemplateProperty(
                label = "Draft ID",
                description = "The draft to send, such as draftId of an earlier task",
                group = "draft",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=draftId",
                condition = @PropertyCondition(property = "draft.action", equals = "sendDraft"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json id,

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
                label = "E-mail template",
                description = "The Kustomer ID of a template. With one, the text above may be empty",
                group = "draft",
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
                                }),
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json template,

        @TemplateProperty(
                label = "WhatsApp template",
                description = "In place of the text above, such as {template: templateId}",
                group = "draft",
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
                description = "Camunda documents, such as [invoice, receipt]. At most 20, each up to 25 MB",
                tooltip =
                        "For documents, the API key also needs the role org.permission.message.update. Give files in Kustomer by their IDs.",
                group = "draft",
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
                label = "Conversation ID",
                description = "The Kustomer ID of the conversation to continue. Empty: Kustomer decides",
                group = "draft",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}),
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json conversation,

        @TemplateProperty(
                label = "Send at",
                description = "When to send it, such as =now() + duration(\"P2D\"). Empty: now",
                group = "draft",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2030-01-31T09:30:00Z",
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "sendDraft"}))
        @Nullable Json sendAt,

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
                label = "Copy to",
                description = "One or more e-mail addresses, separated by commas, or a list",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "bob@example.org, eve@example.org",
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
                description = "One or more e-mail addresses, separated by commas, or a list",
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
                description = "Whether it is an automatic answer. Reports omit automatic answers",
                group = "moreFields",
                type = PropertyType.Dropdown,
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}),
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
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}),
                choices = {
                    @DropdownPropertyChoice(value = "", label = "Not set"),
                    @DropdownPropertyChoice(value = "bulk", label = "Bulk"),
                    @DropdownPropertyChoice(value = "satisfaction", label = "Satisfaction survey")
                })
        @Nullable Json source,

        @TemplateProperty(
                label = "Shortcuts",
                description = "IDs of shortcuts in the text, separated by commas, or a list",
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
                description = "IDs of knowledge base articles in the text, separated by commas, or a list",
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
                description =
                        "Fields of the Kustomer API that this form lacks, such as {newFieldOfKustomer: \"value\"}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required,
                condition =
                        @PropertyCondition(
                                property = "draft.action",
                                oneOf = {"send", "draftOnly"}))
        @Nullable Json additionalFields) {}
