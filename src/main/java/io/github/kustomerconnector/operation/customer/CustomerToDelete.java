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

/** The customer to delete. Nothing is preset, because a delete cannot be undone. */
public record CustomerToDelete(
        @TemplateProperty(
                label = "Customer ID",
                description = "The Kustomer ID of the customer to delete. This cannot be undone",
                group = "target",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
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
    static String idOf(@Nullable CustomerToDelete given) {
        return BodyBuilder.required("target", "id", given == null ? null : given.id(), objectId());
    }
}
