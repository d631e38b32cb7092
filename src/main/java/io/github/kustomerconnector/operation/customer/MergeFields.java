package io.github.kustomerconnector.operation.customer;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/** Which customers become one. */
public record MergeFields(
        @TemplateProperty(
                label = "Customer to merge",
                description = "The Kustomer ID of the customer that goes away. A merge cannot be undone",
                group = "merge",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0e",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json source,

        @TemplateProperty(
                label = "Into customer",
                description = "The Kustomer ID of the customer that stays, with the conversations of both",
                tooltip =
                        "Name, company, external ID and the like stay those of this customer; e-mails, phones, social profiles and tags are put together.",
                group = "merge",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json target) {}
