package io.github.kustomerconnector.operation.record;

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

/** The record to delete, as the form names it. Nothing is preset, because a delete cannot be undone. */
public record RecordTarget(
        @TemplateProperty(
                label = "Record type",
                description = "What to delete. This cannot be undone",
                group = "record",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "kobject", label = "KObject"),
                    @DropdownPropertyChoice(value = "conversation", label = "Conversation"),
                    @DropdownPropertyChoice(value = "note", label = "Note"),
                    @DropdownPropertyChoice(value = "company", label = "Company")
                },
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String kind,

        @TemplateProperty(
                label = "Klass",
                description = "The name of the klass, such as order",
                tooltip =
                        "In Kustomer: Settings, Platform, Klasses. The name has letters, digits, _ and -. The klass of an app is named like ecomm-order.",
                group = "record",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "order",
                condition = @PropertyCondition(property = "record.kind", equals = "kobject"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json klass,

        @TemplateProperty(
                label = "ID",
                description = "The Kustomer ID of the record",
                group = "record",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json id) {}
