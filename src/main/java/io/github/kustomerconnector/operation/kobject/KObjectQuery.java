package io.github.kustomerconnector.operation.kobject;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.IdField;
import io.github.kustomerconnector.operation.ListSizeField;
import org.jspecify.annotations.Nullable;

/** The KObjects to find, as the form sets them; null means not set. {@link FindKObject} checks the values. */
public record KObjectQuery(
        @TemplateProperty(
                label = "Klass",
                description = "The name of the klass, such as order",
                tooltip =
                        "In Kustomer: Settings, Platform, Klasses. The name has letters, digits, _ and -. The klass of an app is named like ecomm-order.",
                group = "kobject",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "order",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json klass,

        @TemplateProperty(
                label = "Find by",
                description = "How to find the KObject",
                tooltip =
                        "For all KObjects of a customer, the API key needs the role org.permission.customer.read in place of org.permission.kobject.read. For those of a company, it needs org.permission.company.read.",
                group = "kobject",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "id", label = "KObject ID"),
                    @DropdownPropertyChoice(value = "externalId", label = "External ID"),
                    @DropdownPropertyChoice(value = "customer", label = "All KObjects of a customer"),
                    @DropdownPropertyChoice(value = "company", label = "All KObjects of a company")
                },
                defaultValue = "id",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String by,

        @TemplateProperty(
                label = "KObject ID",
                description = "The Kustomer ID, such as kobjectId of an earlier task",
                group = "kobject",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=kobjectId",
                condition = @PropertyCondition(property = "kobject.by", equals = "id"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json id,

        @TemplateProperty(
                label = "External ID",
                description = "The KObject's ID in your system",
                group = "kobject",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "4711",
                condition = @PropertyCondition(property = "kobject.by", equals = "externalId"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json externalId,

        @TemplateProperty(
                label = "Customer ID",
                description = "The Kustomer ID of the customer, such as customerId of an earlier task",
                group = "kobject",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
                condition = @PropertyCondition(property = "kobject.by", equals = "customer"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json customer,

        @TemplateProperty(
                label = "Company ID",
                description = "The Kustomer ID of the company, such as companyId of an earlier task",
                group = "kobject",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=companyId",
                condition = @PropertyCondition(property = "kobject.by", equals = "company"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json company,

        @TemplateProperty(
                label = ListSizeField.LABEL,
                description = "The maximum number of KObjects, 1 to 500",
                group = "kobject",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = ListSizeField.DEFAULT,
                condition =
                        @PropertyCondition(
                                property = "kobject.by",
                                oneOf = {"customer", "company"}),
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = ListSizeField.PATTERN,
                                                message = ListSizeField.PATTERN_MESSAGE)))
        @Nullable Json most,

        @TemplateProperty(
                label = "From date",
                description = "Only KObjects since this date or time, such as =now() - duration(\"P2D\")",
                group = "kobject",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31",
                condition =
                        @PropertyCondition(
                                property = "kobject.by",
                                oneOf = {"customer", "company"}))
        @Nullable Json fromDate,

        @TemplateProperty(
                label = "Order",
                description = "The order of the list. Kustomer does not document what it sorts by",
                group = "kobject",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "kustomer", label = "As Kustomer returns them"),
                    @DropdownPropertyChoice(value = "oldest", label = "Oldest first"),
                    @DropdownPropertyChoice(value = "newest", label = "Newest first")
                },
                defaultValue = "kustomer",
                condition =
                        @PropertyCondition(
                                property = "kobject.by",
                                oneOf = {"customer", "company"}))
        @Nullable String order) {}
