package io.github.kustomerconnector.operation.bulk;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the form of {@link AwaitBulk}.
 *
 * @param waitSeconds 0 to 60; 30 if null
 */
public record AwaitFields(
        @TemplateProperty(
                label = "Progress",
                description = "The result of Run Kustomer Bulk, and then of this task, such as kustomerBulk",
                group = "bulk",
                type = PropertyType.String,
                feel = FeelMode.required,
                defaultValue = "=kustomerBulk",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json progress,

        @TemplateProperty(
                label = "Items",
                description = "The same items as in Run Kustomer Bulk, such as rows",
                tooltip = "This task sends the items that were not sent yet.",
                group = "bulk",
                type = PropertyType.Text,
                feel = FeelMode.required,
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json items,

        @TemplateProperty(
                label = "Wait in seconds",
                description = "How long to wait for the results, 0 to 60",
                tooltip = "When the time is over, the task completes. Put a timer between two of these tasks.",
                group = "bulk",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = BulkItems.WAIT_DEFAULT,
                constraints =
                        @PropertyConstraints(
                                pattern = @Pattern(value = BulkItems.WAIT_PATTERN, message = BulkItems.WAIT_MESSAGE)))
        @Nullable Json waitSeconds) {}
