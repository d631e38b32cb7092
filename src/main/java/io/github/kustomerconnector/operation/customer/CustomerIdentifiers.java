package io.github.kustomerconnector.operation.customer;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.IdField;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers of a customer; null means unknown. {@link FindCustomer} checks their values.
 *
 * @param id the customer's Kustomer id
 */
public record CustomerIdentifiers(
        @TemplateProperty(
                label = "E-mail",
                description = "One address of the customer. At least one of these identifiers is needed",
                tooltip = "All identifiers that you give must belong to the same customer.",
                group = "customer",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "ada@example.org")
        @Nullable Json email,

        @TemplateProperty(
                label = "Phone",
                description = "One number of the customer with its country code",
                group = "customer",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "+18005551212")
        @Nullable Json phone,

        @TemplateProperty(
                label = "External ID",
                description = "The customer's ID in your system",
                group = "customer",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "C-4711")
        @Nullable Json externalId,

        @TemplateProperty(
                label = "Customer ID",
                description = "The customer's ID in Kustomer",
                group = "customer",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json id) {}
