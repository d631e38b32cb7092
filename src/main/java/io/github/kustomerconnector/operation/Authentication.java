package io.github.kustomerconnector.operation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import org.jspecify.annotations.Nullable;

/** The API key. It belongs to a machine user in Kustomer. */
public record Authentication(
        @TemplateProperty(
                label = "API key",
                description = "Use a connector secret. Never type the key itself",
                tooltip = "In Kustomer: Settings, Security, API keys. The key needs the role of this operation.",
                group = "connection",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "{{secrets.KUSTOMER_API_KEY}}",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String apiKey) {

    @Override
    public String toString() {
        return "Authentication[apiKey=***]";
    }
}
