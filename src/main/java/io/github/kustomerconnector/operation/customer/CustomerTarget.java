package io.github.kustomerconnector.operation.customer;

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

/** The customer of an update. */
public record CustomerTarget(
        @TemplateProperty(
                label = "Customer ID",
                description = "The Kustomer ID of the customer, such as customerId of an earlier task",
                group = "target",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
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
    static String idOf(@Nullable CustomerTarget given) {
        return BodyBuilder.required("target", "id", given == null ? null : given.id(), objectId());
    }
}
