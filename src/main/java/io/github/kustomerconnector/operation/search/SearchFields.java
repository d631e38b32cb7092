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
 * The fields of a search in the form, named as in the Kustomer API; null means not set. {@link SearchMapping} and
 * {@link Criteria} check their values.
 *
 * @param queryContext {@code customer} if null
 * @param most 1 to 1000; 100 if null
 * @param pageSize 10 to 500; 500 if null
 */
public record SearchFields(
        @TemplateProperty(
                label = "Record type",
                description = "The type of records to find",
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
                description = "The klass of the KObjects, such as order. Empty: all klasses",
                group = "search",
                type = PropertyType.String,
                feel = FeelMode.optional,
                condition = @PropertyCondition(property = "search.queryContext", equals = "kobject"))
        @Nullable Json klass,

        @TemplateProperty(
                label = "Match all of",
                description = "One criterion or a list, such as {customer_email: {equals: email}}",
                tooltip =
                        "Each criterion names a field of the record type and an operator: <code>equals</code>, <code>contains</code>,"
                                + " <code>in</code>, <code>gt</code>, <code>gte</code>, <code>lt</code>, <code>lte</code> or <code>not_set</code>. At most 20."
                                + " At least one of the three fields needs a criterion.",
                group = "search",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json and,

        @TemplateProperty(
                label = "Match any of",
                description = "A list such as [{customer_email: {equals: email}}, {customer_phone: {equals: phone}}]",
                group = "search",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json or,

        @TemplateProperty(
                label = "Match none of",
                description = "One criterion or a list, such as {conversation_status: {equals: \"done\"}}",
                group = "search",
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
                description = "The maximum number of records, 1 to 1000. The result field total counts all matches",
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
                description = "The archive has records that were not changed for two years",
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
                description = "Whether to find deleted records too",
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
                description = "IDs only keep process variables small",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "false", label = "Records with their attributes"),
                    @DropdownPropertyChoice(value = "true", label = "IDs only")
                },
                defaultValue = "false")
        @Nullable String idsOnly,

        @TemplateProperty(
                label = "Fields",
                description = "The fields to search or return, such as {field: \"customer_name\"}, or a list",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json fields,

        @TemplateProperty(
                label = "Aggregations",
                description = "Counts by field, such as {byStatus: {terms: {field: \"conversation_status\"}}}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json aggs,

        @TemplateProperty(
                label = "Time zone",
                description = "The time zone of dates in criteria. Empty: GMT",
                exampleValue = "Europe/Berlin",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional)
        @Nullable Json timeZone,

        @TemplateProperty(
                label = "Page size",
                description = "Records in each request, 10 to 500. Empty: 500. Use fewer if records are large",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "100",
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|[1-9][0-9]|[1-4][0-9]{2}|500|undefined)?$",
                                                message = "must be a number from 10 to 500")))
        @Nullable Json pageSize,

        @TemplateProperty(
                label = "Additional fields",
                description = "Fields of the Kustomer API that this form lacks, such as {searchHash: \"a1b2\"}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json additionalFields) {}
