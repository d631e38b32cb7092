package io.github.kustomerconnector.operation.api;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.TimeoutField;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@link CallKustomerApi}.
 *
 * @param repeatable {@code false} if null. Applies to POST and PATCH, because the other methods are idempotent (RFC
 *     9110, 9.2.2)
 * @param timeoutSeconds 1 to 60; 30 if null
 */
public record CallOptions(
        @TemplateProperty(
                label = "If the answer is lost",
                description = "Sending a create again can create a second record",
                group = "options",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "false", label = "Stop with KUSTOMER_OUTCOME_UNKNOWN"),
                    @DropdownPropertyChoice(value = "true", label = "Send the request again")
                },
                defaultValue = "false",
                condition =
                        @PropertyCondition(
                                property = "request.method",
                                oneOf = {"POST", "PATCH"}))
        @Nullable String repeatable,

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
    static CallOptions orDefault(@Nullable CallOptions given) {
        return given == null ? new CallOptions(null, null) : given;
    }

    /** Whether the request may be sent again. */
    boolean mayRepeat() {
        return Choice.isTrue("options.repeatable", repeatable);
    }

    /** The timeout of each request. */
    Duration timeout() {
        return TimeoutField.of(timeoutSeconds);
    }
}
