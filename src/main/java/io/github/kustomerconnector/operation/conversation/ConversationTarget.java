package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.field.Formats.objectId;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.IdField;
import org.jspecify.annotations.Nullable;

/** The conversation of an update. */
public record ConversationTarget(
        @TemplateProperty(
                label = "Conversation ID",
                description = "The Kustomer ID, such as conversationId of an earlier task",
                group = "conversation",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=conversationId",
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json id) {

    /**
     * The checked id.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if it is missing or is not a Kustomer id
     */
    static String idOf(@Nullable ConversationTarget given) {
        return BodyBuilder.required("target", "id", given == null ? null : given.id(), objectId());
    }
}
