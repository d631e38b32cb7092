package io.github.kustomerconnector.operation.search;

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
 * What is searched for, as the form gives it, named as in the Kustomer API; null means not set. Which values the fields take:
 * {@link SearchMapping}, {@link Criteria}.
 *
 * @param queryContext {@code customer} if null
 * @param most 1 to 1000; 100 if null
 * @param pageSize 10 to 500; 100 if null
 */
public record SearchFields(
        @TemplateProperty(
                label = "Record type",
                description = "What to search for",
                group = "search",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "customer", label = "Customers"),
                    @DropdownPropertyChoice(value = "conversation", label = "Conversations"),
                    @DropdownPropertyChoice(value = "message", label = "Messages"),
                    @DropdownPropertyChoice(value = "note", label = "Notes"),
                    @DropdownPropertyChoice(value = "company", label = "Companies"),
                    @DropdownPropertyChoice(value = "kobject", label = "KObjects (custom objects)"),
                    @DropdownPropertyChoice(value = "conversation_time", label = "Conversation times"),
                    @DropdownPropertyChoice(value = "work_session", label = "Work sessions"),
                    @DropdownPropertyChoice(value = "work_item", label = "Work items")
                },
                defaultValue = "customer",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String queryContext,

        @TemplateProperty(
                label = "Klass",
                description = "The KObjects of one klass, such as order. Empty: of every klass",
                group = "search",
                type = PropertyType.String,
                feel = FeelMode.optional,
                condition = @PropertyCondition(property = "search.queryContext", equals = "kobject"))
        @Nullable Json klass,

        @TemplateProperty(
                label = "All of these hold",
                description = "A criterion or a list of them, such as {customer_email: {equals: email}}",
                tooltip =
                        "Each criterion names a field of the record type and an operator: <code>equals</code>, <code>contains</code>,"
                                + " <code>in</code>, <code>gt</code>, <code>gte</code>, <code>lt</code>, <code>lte</code> or <code>not_set</code>. At most 20.",
                group = "search",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json and,

        @TemplateProperty(
                label = "Any of these holds",
                description = "A list such as [{customer_email: {equals: email}}, {customer_phone: {equals: phone}}]",
                group = "search",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json or,

        @TemplateProperty(
                label = "None of these holds",
                description = "A criterion or a list of them, such as {conversation_status: {equals: \"done\"}}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json not,

        @TemplateProperty(
                label = "Sort by",
                description = "A field and a direction, such as {customer_updated_at: \"desc\"}, or a list of up to 5",
                group = "search",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json sort,

        @TemplateProperty(
                label = "At most",
                description = "How many records to return, 1 to 1000. The result's total says how many there are",
                group = "search",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "100",
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|[1-9][0-9]{0,2}|1000|undefined)?$",
                                                message = "must be a number from 1 to 1000")))
        @Nullable Json most,

        @TemplateProperty(
                label = "Search in",
                description = "Records that nobody has changed for two years are in the archive",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "false", label = "Records of the last two years"),
                    @DropdownPropertyChoice(value = "true", label = "The archive")
                },
                defaultValue = "false")
        @Nullable String archive,

        @TemplateProperty(
                label = "Deleted records",
                description = "Whether records that were deleted are found too",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "false", label = "Leave out"),
                    @DropdownPropertyChoice(value = "true", label = "Include")
                },
                defaultValue = "false")
        @Nullable String includeDeleted,

        @TemplateProperty(
                label = "Return",
                description = "IDs alone keep the process small",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "false", label = "Records with their attributes"),
                    @DropdownPropertyChoice(value = "true", label = "IDs alone")
                },
                defaultValue = "false")
        @Nullable String idsOnly,

        @TemplateProperty(
                label = "Fields",
                description =
                        "The fields that Kustomer is to search or return, a context or a list, such as {field: \"customer_name\"}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json fields,

        @TemplateProperty(
                label = "Aggregations",
                description =
                        "A context that Kustomer counts by, such as {byStatus: {terms: {field: \"conversation_status\"}}}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json aggs,

        @TemplateProperty(
                label = "Time zone",
                description = "What dates in criteria are read in. Empty: GMT",
                exampleValue = "Europe/Berlin",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional)
        @Nullable Json timeZone,

        @TemplateProperty(
                label = "Page size",
                description = "How many records each request asks for, 10 to 500, fewer where they are large",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "100",
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|[1-9][0-9]|[1-4][0-9]{2}|500|undefined)?$",
                                                message = "must be a number from 10 to 500")))
        @Nullable Json pageSize,

        @TemplateProperty(
                label = "Additional fields",
                description = "A context with fields that this form lacks, such as {searchHash: \"a1b2\"}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json additionalFields) {}
