package io.github.kustomerconnector.operation.metrics;

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

/** The queues in the form; null means not set. */
public record QueueFields(
        @TemplateProperty(
                label = "Queues by",
                description = "Keys are the same in a sandbox and in production, IDs differ",
                group = "queue",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "keys", label = "Keys"),
                    @DropdownPropertyChoice(value = "ids", label = "IDs")
                },
                defaultValue = "keys",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String by,

        @TemplateProperty(
                label = "Keys",
                description = "Separated by commas, or a list: =[\"vip\", \"returns\"]. At most 100",
                group = "queue",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "vip, returns",
                condition = @PropertyCondition(property = "queue.by", equals = "keys"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json keys,

        @TemplateProperty(
                label = "IDs",
                description = "Kustomer IDs, separated by commas, or a list. At most 100",
                group = "queue",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                condition = @PropertyCondition(property = "queue.by", equals = "ids"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.LIST_PATTERN, message = IdField.LIST_MESSAGE)))
        @Nullable Json ids) {}
