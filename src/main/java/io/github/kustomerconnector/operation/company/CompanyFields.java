package io.github.kustomerconnector.operation.company;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a company in the form, named as in the Kustomer API; null means not set. {@link CompanyMapping} checks
 * their values.
 */
public record CompanyFields(
        @TemplateProperty(
                label = "Name",
                description = "The name of the company, at least 3 characters. Needed, except to update by ID",
                group = "company",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Acme Ltd")
        @Nullable Json name,

        @TemplateProperty(
                label = "External ID",
                description = "The company's ID in your system",
                group = "company",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "A-1001")
        @Nullable Json externalId,

        @TemplateProperty(
                label = "Domains",
                description = "Separated by commas, or a list: =[\"acme.example.org\", \"acme.example.net\"]",
                group = "company",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "acme.example.org")
        @Nullable Json domains,

        @TemplateProperty(
                label = "Custom attributes",
                description = "Fields that you defined in Kustomer, such as {planStr: \"gold\", seatsNum: 12}",
                tooltip =
                        "The end of a name is its type: Str, Txt, Num, At, Bool, Url or Id. Define the attributes in Kustomer first.",
                group = "company",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json custom,

        @TemplateProperty(
                label = "E-mail",
                description = "One or more addresses, separated by commas, or a list: =[email1, email2]",
                tooltip =
                        "A FEEL list contains texts or objects such as <code>{email: \"info@acme.example.org\", type: \"work\"}</code>; type is home, work or other. At most 10.",
                group = "company",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "info@acme.example.org")
        @Nullable Json emails,

        @TemplateProperty(
                label = "Phone",
                description = "One or more numbers with country code, separated by commas, or a list",
                tooltip =
                        "A FEEL list contains texts or objects such as <code>{phone: \"+18005551212\", type: \"work\"}</code>; type is mobile, home, work, fax or other. At most 10.",
                group = "company",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "+18005551212")
        @Nullable Json phones,

        @TemplateProperty(
                label = "Tags",
                description = "Separated by commas, or a list: =[\"vip\", \"beta\"]. At most 20",
                tooltip = "The tags replace those of the company.",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "vip, beta")
        @Nullable Json tags,

        @TemplateProperty(
                label = "Web addresses",
                description = "One address, or a list: =[url1, url2]. A comma belongs to the address",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "https://acme.example.org")
        @Nullable Json urls,

        @TemplateProperty(
                label = "Locations",
                description =
                        "A list such as [{type: \"work\", address: \"1 Main St\", cityName: \"Austin\", countryCode: \"US\"}]",
                tooltip =
                        "Fields: type (home, work or other), name, address, address2, address3, latitude, longitude, countryCode, countryName, regionCode, regionName, cityName, zipCode, areaCode.",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json locations,

        @TemplateProperty(
                label = "Employees",
                description = "The number of employees",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "250",
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|[0-9]{1,9}|undefined)?$",
                                                message = "must be a whole number")))
        @Nullable Json employeeCount,

        @TemplateProperty(
                label = "Additional fields",
                description = "Fields of the Kustomer API that this form lacks, such as {defaultLang: \"en_us\"}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json additionalFields) {}
