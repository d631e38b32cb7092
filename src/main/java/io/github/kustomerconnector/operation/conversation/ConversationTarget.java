package io.github.kustomerconnector.operation.conversation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/** The conversation that an operation is about. */
public record ConversationTarget(
        @TemplateProperty(
                label = "Conversation ID",
                description = "Which conversation; the result of the task that created or found it",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=conversationId",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json id) {}
