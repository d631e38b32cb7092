package io.github.kustomerconnector.operation.kobject;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.IdField;
import org.jspecify.annotations.Nullable;

/** The KObject of an update, as the form names it. */
public record KObjectTarget(
        @TemplateProperty(
                label = "Klass",
                description = "The name of the klass, such as order",
                tooltip =
                        "In Kustomer: Settings, Platform, Klasses. The name has letters, digits, _ and -. The klass of an app is named like ecomm-order.",
                group = "target",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "order",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json klass,

        @TemplateProperty(
                label = "Find by",
                description = "How to find the KObject",
                group = "target",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "id", label = "KObject ID"),
                    @DropdownPropertyChoice(value = "externalId", label = "External ID")
                },
                defaultValue = "id",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String by,

        @TemplateProperty(
                label = "KObject ID",
                description = "The Kustomer ID, such as kobjectId of an earlier task",
                group = "target",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=kobjectId",
                condition = @PropertyCondition(property = "target.by", equals = "id"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json id,

        @TemplateProperty(
                label = "External ID",
                description = "The KObject's ID in your system",
                group = "target",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "4711",
                condition = @PropertyCondition(property = "target.by", equals = "externalId"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json externalId) {

    /** The target of the task, else one without fields. */
    static KObjectTarget orEmpty(@Nullable KObjectTarget given) {
        return given == null ? new KObjectTarget(null, null, null, null) : given;
    }

    /**
     * The look-up of the KObject.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if a field is missing or invalid
     */
    KObjectLookup lookup() {
        return switch (Choice.orElse(by, "id")) {
            case "id" -> KObjectLookup.byId("target", klass, id);
            case "externalId" -> KObjectLookup.byExternalId("target", klass, externalId);
            default -> throw Choice.unknown("target.by", "id", "externalId");
        };
    }
}
