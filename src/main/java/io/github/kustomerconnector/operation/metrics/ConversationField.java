package io.github.kustomerconnector.operation.metrics;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.IdField;
import org.jspecify.annotations.Nullable;

/** The conversation in the form; null means not set. */
public record ConversationField(
        @TemplateProperty(
                label = "Conversation ID",
                description = "The Kustomer ID, such as conversationId of an earlier task",
                group = "metrics",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=conversationId",
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json id) {}
