package io.github.kustomerconnector.operation.note;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.IdField;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a note in the form, named as in the Kustomer API; null means not set. {@link NoteMapping} checks their
 * values.
 */
public record NoteFields(
        @TemplateProperty(
                label = "Conversation ID",
                description = "The Kustomer ID, such as conversationId of an earlier task",
                group = "note",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=conversationId",
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json conversation,

        @TemplateProperty(
                label = "Note",
                description = "Text for agents, hidden from the customer. At most 10,240 characters",
                group = "note",
                type = PropertyType.Text,
                feel = FeelMode.optional,
                exampleValue = "The parcel came back, please call the customer",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json body,

        @TemplateProperty(
                label = "Mentions",
                description =
                        "Kustomer IDs of users, separated by commas, or a list: =[{user: userId}, {team: teamId}]",
                group = "note",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                constraints =
                        @PropertyConstraints(
                                pattern = @Pattern(value = IdField.LIST_PATTERN, message = IdField.LIST_MESSAGE)))
        @Nullable Json userMentions,

        @TemplateProperty(
                label = "Attachments",
                description = "Camunda documents, such as [invoice, receipt]. At most 20, each up to 25 MB",
                tooltip =
                        "For documents, the API key also needs the role org.permission.message.update. Give a file in Kustomer as an object with _id, name, contentType and contentLength.",
                group = "note",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json attachments,

        @TemplateProperty(
                label = "External ID",
                description = "The note's ID in your system",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "N-4711")
        @Nullable Json externalId,

        @TemplateProperty(
                label = "Language",
                description = "The language of the text, such as en_us",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "en_us")
        @Nullable Json lang,

        @TemplateProperty(
                label = "Note ID",
                description = "24 digits from 0-9 and a-f. Empty: derived from the task",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json id,

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
