package io.github.kustomerconnector.operation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of an operation that has only a timeout.
 *
 * @param timeoutSeconds 1 to 60; 30 if null
 */
public record TimeoutOptions(
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

    /** The timeout of each request. */
    public static Duration timeout(@Nullable TimeoutOptions given) {
        return TimeoutField.of(given == null ? null : given.timeoutSeconds());
    }
}
