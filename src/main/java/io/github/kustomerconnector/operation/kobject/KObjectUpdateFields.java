package io.github.kustomerconnector.operation.kobject;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a KObject that an update may set, named as in the Kustomer API; null means not set. {@link
 * KObjectMapping} checks their values.
 */
public record KObjectUpdateFields(
        @TemplateProperty(
                label = "Title",
                description = "The title that agents see",
                group = "kobject",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Order 4711")
        @Nullable Json title,

        @TemplateProperty(
                label = "Custom attributes",
                description = "Attributes of the klass, such as {orderNumberStr: \"4711\", totalPriceNum: 12.5}",
                tooltip =
                        "The end of a name is its type: Str, Txt, Num, At, Bool, Url or Id. Define the attributes of the klass in Kustomer first.",
                group = "kobject",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json custom,

        @TemplateProperty(
                label = "Description",
                description = "A text of at most 10,240 characters",
                group = "kobject",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Two books, gift wrapped")
        @Nullable Json description,

        @TemplateProperty(
                label = "Data",
                description = "Nested data that Kustomer only stores, such as {lines: [{sku: \"B-1\", count: 2}]}",
                group = "kobject",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json data,

        @TemplateProperty(
                label = "Tags",
                description = "Separated by commas, or a list: =[\"vip\", \"beta\"]. At most 20",
                group = "kobject",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "vip, beta")
        @Nullable Json tags,

        @TemplateProperty(
                label = "New external ID",
                description = "Replaces the external ID of the KObject",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "4711")
        @Nullable Json externalId,

        @TemplateProperty(
                label = "Images",
                description = "The address of one image, or a list of up to 20. A comma belongs to the address",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "https://example.org/book.png")
        @Nullable Json images,

        @TemplateProperty(
                label = "Icon",
                description = "The name of an icon of Kustomer",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "shopping-cart")
        @Nullable Json icon,

        @TemplateProperty(
                label = "Additional fields",
                description =
                        "Fields of the Kustomer API that this form lacks, such as {importedAt: \"2026-01-31T09:30:00Z\"}",
                tooltip = "The owner is not among them, because Kustomer sets it only when the KObject is created.",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json additionalFields) {}
