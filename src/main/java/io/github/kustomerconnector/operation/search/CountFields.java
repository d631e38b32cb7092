package io.github.kustomerconnector.operation.search;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The records to count, as the form sets them; null means not set. {@link CountQueries} checks the values.
 *
 * @param queryContext {@code conversation} if null
 */
public record CountFields(
        @TemplateProperty(
                label = "Record type",
                description = "The type of records to count",
                group = "count",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "conversation", label = "Conversations"),
                    @DropdownPropertyChoice(value = "customer", label = "Customers"),
                    @DropdownPropertyChoice(value = "message", label = "Messages"),
                    @DropdownPropertyChoice(value = "note", label = "Notes"),
                    @DropdownPropertyChoice(value = "company", label = "Companies"),
                    @DropdownPropertyChoice(value = "kobject", label = "KObjects (custom objects)"),
                    @DropdownPropertyChoice(value = "conversation_time", label = "Conversation times"),
                    @DropdownPropertyChoice(value = "work_session", label = "Work sessions"),
                    @DropdownPropertyChoice(value = "work_item", label = "Work items")
                },
                defaultValue = "conversation",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String queryContext,

        @TemplateProperty(
                label = "Klass",
                description = "The klass of the KObjects, such as order. Empty: all klasses",
                group = "count",
                type = PropertyType.String,
                feel = FeelMode.optional,
                condition = @PropertyCondition(property = "count.queryContext", equals = "kobject"))
        @Nullable Json klass,

        @TemplateProperty(
                label = "Counts",
                description = "Up to 10 names with criteria, such as {open: {conversation_status: {equals: \"open\"}}}",
                tooltip =
                        "The criteria are those of <i>Search Kustomer</i>: one criterion or a list, which must all hold, or an"
                                + " object of the lists <code>and</code>, <code>or</code> and <code>not</code>. Each name is one search.",
                group = "count",
                type = PropertyType.Text,
                feel = FeelMode.required,
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json queries,

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
                description = "Whether to count deleted records too",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "false", label = "Leave out"),
                    @DropdownPropertyChoice(value = "true", label = "Include")
                },
                defaultValue = "false")
        @Nullable String includeDeleted,

        @TemplateProperty(
                label = "Time zone",
                description = "The time zone of dates in criteria. Empty: GMT",
                exampleValue = "Europe/Berlin",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional)
        @Nullable Json timeZone) {}
