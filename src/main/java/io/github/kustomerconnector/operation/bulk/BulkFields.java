package io.github.kustomerconnector.operation.bulk;

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
 * The fields of the form of {@link RunBulk}.
 *
 * @param results {@code automatic} if null
 * @param waitSeconds 0 to 60; 30 if null
 */
public record BulkFields(
        @TemplateProperty(
                label = "Record type",
                description = "The type of the records",
                group = "bulk",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "customers", label = "Customers"),
                    @DropdownPropertyChoice(value = "conversations", label = "Conversations"),
                    @DropdownPropertyChoice(value = "messages", label = "Messages"),
                    @DropdownPropertyChoice(value = "notes", label = "Notes"),
                    @DropdownPropertyChoice(value = "companies", label = "Companies"),
                    @DropdownPropertyChoice(value = "kobjects", label = "KObjects")
                },
                defaultValue = "customers",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String resource,

        @TemplateProperty(
                label = "Klass",
                description = "The name of the klass of the KObjects",
                group = "bulk",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "order",
                constraints = @PropertyConstraints(notEmpty = true),
                condition = @PropertyCondition(property = "bulk.resource", equals = "kobjects"))
        @Nullable Json klass,

        @TemplateProperty(
                label = "Action",
                description = "What to do with each item",
                tooltip = "Messages and notes can't be deleted by a bulk.",
                group = "bulk",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "create", label = "Create"),
                    @DropdownPropertyChoice(value = "update", label = "Update"),
                    @DropdownPropertyChoice(value = "upsert", label = "Create or update"),
                    @DropdownPropertyChoice(value = "delete", label = "Delete")
                },
                defaultValue = "create",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String action,

        @TemplateProperty(
                label = "Items",
                description = "A list, or a document that has a JSON array or one JSON object per line, such as rows",
                tooltip = "Each item has the fields of one record, named as in Kustomer. An update and a delete need"
                        + " the field id. A document can be of any size.",
                group = "bulk",
                type = PropertyType.Text,
                feel = FeelMode.required,
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json items,

        @TemplateProperty(
                label = "Key of an item",
                description = "A field of each item that only identifies it, such as rowNumber",
                tooltip =
                        "The field is not sent to Kustomer. Tasks with the same key create only one record. Empty: an item is"
                                + " identified by its external ID, its e-mail or phone, or its place in the task.",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "rowNumber")
        @Nullable Json key,

        @TemplateProperty(
                label = "Results",
                description = "Where the results of the items go",
                tooltip = "A document has one JSON object per line. Automatic: a list for up to 100 items.",
                group = "bulk",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "automatic", label = "Automatic"),
                    @DropdownPropertyChoice(value = "list", label = "List"),
                    @DropdownPropertyChoice(value = "document", label = "Document")
                },
                defaultValue = "automatic",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String results,

        @TemplateProperty(
                label = "Wait in seconds",
                description = "How long to wait for the results, 0 to 60",
                tooltip = "When the time is over, the task completes. Await Kustomer Bulk goes on.",
                group = "bulk",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = BulkItems.WAIT_DEFAULT,
                constraints =
                        @PropertyConstraints(
                                pattern = @Pattern(value = BulkItems.WAIT_PATTERN, message = BulkItems.WAIT_MESSAGE)))
        @Nullable Json waitSeconds) {}
