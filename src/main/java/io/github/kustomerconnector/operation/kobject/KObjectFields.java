package io.github.kustomerconnector.operation.kobject;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.IdField;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a new KObject in the form, named as in the Kustomer API; null means not set. {@link KObjectMapping}
 * checks their values.
 */
public record KObjectFields(
        @TemplateProperty(
                label = "Klass",
                description = "The name of the klass, such as order",
                tooltip =
                        "In Kustomer: Settings, Platform, Klasses. The name has letters, digits, _ and -. The klass of an app is named like ecomm-order.",
                group = "kobject",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "order",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json klass,

        @TemplateProperty(
                label = "Title",
                description = "The title that agents see",
                group = "kobject",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Order 4711",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json title,

        @TemplateProperty(
                label = "Customer ID",
                description = "The Kustomer ID of the customer who owns the KObject. =null for none",
                tooltip =
                        "The owner can be set only here. An update cannot change it. If you empty this field, an update of the template fills it again; =null stays.",
                group = "kobject",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=customerId",
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json customer,

        @TemplateProperty(
                label = "External ID",
                description = "The ID in your system. It finds the KObject again after a repeat",
                tooltip = "Empty: the connector derives an external ID from the task.",
                group = "kobject",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "4711")
        @Nullable Json externalId,

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
                label = "Company ID",
                description = "The Kustomer ID or the external ID of the company that owns the KObject",
                tooltip =
                        "The owner can be set only here. An update cannot change it. An external ID costs one request more than a Kustomer ID, and the API key needs the role org.permission.company.read.",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "A-1001")
        @Nullable Json company,

        @TemplateProperty(
                label = "Description",
                description = "A text of at most 10,240 characters",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Two books, gift wrapped")
        @Nullable Json description,

        @TemplateProperty(
                label = "Data",
                description = "Nested data that Kustomer only stores, such as {lines: [{sku: \"B-1\", count: 2}]}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json data,

        @TemplateProperty(
                label = "Tags",
                description = "Separated by commas, or a list: =[\"vip\", \"beta\"]. At most 20",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "vip, beta")
        @Nullable Json tags,

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
                label = "Created at",
                description = "When the KObject was created, such as =now() - duration(\"P2D\"). Empty: now",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json createdAt,

        @TemplateProperty(
                label = "Imported at",
                description = "When it was imported, such as =now(). Marks the KObject as imported",
                tooltip =
                        "Kustomer does not count imported KObjects for its limit of 120 creates a minute for each customer.",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json importedAt) {}
