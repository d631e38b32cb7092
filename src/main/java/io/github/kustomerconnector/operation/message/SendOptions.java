package io.github.kustomerconnector.operation.message;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.TimeoutField;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@link SendMessage}.
 *
 * @param repeatProtection {@code automatic} if null
 * @param timeoutSeconds 1 to 60; 30 if null
 */
public record SendOptions(
        @TemplateProperty(
                label = "Duplicate protection",
                description = "How a repeated job is kept from sending a second message",
                tooltip =
                        "Automatic: a mark in the payload of the draft names the task. The task looks for the mark before it creates a draft."
                                + " None: no mark and no look-up. A lost answer ends in KUSTOMER_OUTCOME_UNKNOWN.",
                group = "options",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "automatic", label = "Automatic"),
                    @DropdownPropertyChoice(value = "none", label = "None")
                },
                defaultValue = "automatic",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String repeatProtection,

        @TemplateProperty(
                label = TimeoutField.LABEL,
                description = TimeoutField.DESCRIPTION,
                group = "options",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = TimeoutField.DEFAULT,
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(value = TimeoutField.PATTERN, message = TimeoutField.PATTERN_MESSAGE)))
        @Nullable Json timeoutSeconds) {

    /** The options of the task, else the defaults. */
    static SendOptions orDefault(@Nullable SendOptions given) {
        return given == null ? new SendOptions(null, null) : given;
    }

    boolean isProtected() {
        return switch (Choice.orElse(repeatProtection, "automatic")) {
            case "automatic" -> true;
            case "none" -> false;
            default -> throw Choice.unknown("options.repeatProtection", "automatic", "none");
        };
    }

    Duration timeout() {
        return TimeoutField.of(timeoutSeconds);
    }
}
