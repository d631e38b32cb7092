package io.github.kustomerconnector.operation.customer;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is found by; null means that it is not known. Which values they take: {@link FindCustomer}.
 *
 * @param id Kustomer's own id
 */
public record CustomerIdentifiers(
        @TemplateProperty(
                label = "E-mail",
                description = "One address of the customer",
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
                description = "The customer's number in your own system",
                group = "customer",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "C-4711")
        @Nullable Json externalId,

        @TemplateProperty(
                label = "Customer ID",
                description = "The customer's ID in Kustomer",
                tooltip =
                        "Fill in what you know; at least one of the four. All that are found must lead to one customer.",
                group = "customer",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d")
        @Nullable Json id) {}
