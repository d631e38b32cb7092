package io.github.kustomerconnector.operation.customer;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.IdField;
import org.jspecify.annotations.Nullable;

/** The two customers of a merge. */
public record MergeFields(
        @TemplateProperty(
                label = "Customer to merge",
                description = "The Kustomer ID of the customer to remove. A merge cannot be undone",
                group = "merge",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0e",
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json source,

        @TemplateProperty(
                label = "Into customer",
                description = "The Kustomer ID of the customer to keep. It gets all conversations",
                tooltip =
                        "This customer keeps its name, company and external ID. It also gets the e-mails, phones, social profiles and tags of the other.",
                group = "merge",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json target) {}
