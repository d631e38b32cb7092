package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.field.Formats.objectId;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/** The customer that an operation is about. */
public record CustomerTarget(
        @TemplateProperty(
                label = "Customer ID",
                description = "Which customer; the result of the task that created or found it",
                group = "customer",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json id) {

    /**
     * The checked id.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if it is missing, or no id
     */
    static String idOf(@Nullable CustomerTarget given) {
        return BodyBuilder.required("target", "id", given == null ? null : given.id(), objectId());
    }
}
