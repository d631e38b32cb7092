package io.github.kustomerconnector.operation.webhook;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.TimeoutField;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of a registration.
 *
 * @param tokenDocument whether the signing token is written to a Camunda document; no if null
 */
public record WebhookOptions(
        @TemplateProperty(
                label = "Signing token",
                description = "Never in a variable. Copy it in Kustomer: Settings > Platform > Outbound webhooks",
                tooltip =
                        "The webhook's page in Kustomer shows the token under Edit > Header information. A document with the token is readable for everyone who may read the process's documents.",
                group = "options",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "false", label = "Copy it in Kustomer's settings"),
                    @DropdownPropertyChoice(value = "true", label = "Write it to a Camunda document")
                },
                defaultValue = "false",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String tokenDocument,

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

    static WebhookOptions orDefault(@Nullable WebhookOptions given) {
        return given == null ? new WebhookOptions(null, null) : given;
    }

    Duration timeout() {
        return TimeoutField.of(timeoutSeconds);
    }
}
