package io.github.kustomerconnector.operation.customer;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a customer in the form, named as in the Kustomer API; null means not set. {@link CustomerMapping}
 * checks their values.
 */
public record CustomerFields(
        @TemplateProperty(
                label = "Name",
                description = "The customer's full name",
                group = "customer",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Ada Lovelace")
        @Nullable Json name,

        @TemplateProperty(
                label = "E-mail",
                description = "One or more addresses, separated by commas, or a list: =[email1, email2]",
                tooltip =
                        "A FEEL list contains texts or objects such as <code>{email: \"ada@example.org\", type: \"work\"}</code>; type is home, work or other. At most 10.",
                group = "customer",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "ada@example.org")
        @Nullable Json emails,

        @TemplateProperty(
                label = "Phone",
                description = "One or more numbers with country code, separated by commas, or a list",
                tooltip =
                        "A FEEL list contains texts or objects such as <code>{phone: \"+18005551212\", type: \"mobile\"}</code>; type is mobile, home, work, fax or other. At most 10.",
                group = "customer",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "+18005551212")
        @Nullable Json phones,

        @TemplateProperty(
                label = "External ID",
                description = "The customer's ID in your system. It must be unique in Kustomer",
                group = "customer",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "C-4711")
        @Nullable Json externalId,

        @TemplateProperty(
                label = "Custom attributes",
                description = "Fields that you defined in Kustomer, such as {planStr: \"gold\", seatsNum: 12}",
                tooltip =
                        "The end of a name is its type: Str, Txt, Num, At, Bool, Url or Id. Define the attributes in Kustomer first.",
                group = "customer",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json custom,

        @TemplateProperty(
                label = "Company ID",
                description = "The Kustomer ID or the external ID of the customer's company",
                tooltip =
                        "An external ID costs one request more than a Kustomer ID, and the API key needs the role org.permission.company.read.",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "A-1001")
        @Nullable Json company,

        @TemplateProperty(
                label = "User name",
                description = "A user name of the customer",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "ada")
        @Nullable Json username,

        @TemplateProperty(
                label = "Tags",
                description = "Separated by commas, or a list: =[\"vip\", \"beta\"]. At most 20",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "vip, beta")
        @Nullable Json tags,

        @TemplateProperty(
                label = "WhatsApp",
                description = "One or more numbers with country code, separated by commas, or a list",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "+18005551212")
        @Nullable Json whatsapps,

        @TemplateProperty(
                label = "Social profiles",
                description = "A list such as [{type: \"twitter\", username: \"ada\"}]",
                tooltip =
                        "Type is twitter, facebook, instagram, linkedin or pinterest. Optional: userid, url, verified.",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json socials,

        @TemplateProperty(
                label = "Web addresses",
                description = "One address, or a list: =[url1, url2]. A comma belongs to the address",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "https://ada.example.org")
        @Nullable Json urls,

        @TemplateProperty(
                label = "Locations",
                description = "A list such as [{type: \"home\", cityName: \"London\", countryCode: \"GB\"}]",
                tooltip =
                        "Fields: type (home, work or other), name, address, address2, address3, latitude, longitude, countryCode, countryName, regionCode, regionName, cityName, zipCode, areaCode.",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json locations,

        @TemplateProperty(
                label = "Locale",
                description = "Language and country, such as en_US",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "en_US")
        @Nullable Json locale,

        @TemplateProperty(
                label = "Time zone",
                description = "The name of a time zone, such as Europe/Berlin",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "Europe/Berlin")
        @Nullable Json timeZone,

        @TemplateProperty(
                label = "Language",
                description = "The customer's language",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "en_us")
        @Nullable Json defaultLang,

        @TemplateProperty(
                label = "Birthday",
                description = "Year, month and day",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "1985-12-10")
        @Nullable Json birthdayAt,

        @TemplateProperty(
                label = "Gender",
                description = "m or f",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "f",
                constraints =
                        @PropertyConstraints(
                                pattern = @Pattern(value = "^(=.*|m|f|undefined)?$", message = "must be m or f")))
        @Nullable Json gender,

        @TemplateProperty(
                label = "Sentiment",
                description = "The customer's mood, such as {polarity: 1, confidence: 0.8}",
                tooltip = "Polarity is -1, 0 or 1. Confidence is a number from -1 to 1.",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json sentiment,

        @TemplateProperty(
                label = "Avatar URL",
                description = "The web address of a picture",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "https://ada.example.org/ada.png")
        @Nullable Json avatarUrl,

        @TemplateProperty(
                label = "More external IDs",
                description = "One external ID, or a list: =[\"C-4712\", \"C-4713\"]. A comma belongs to the ID",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "C-4712")
        @Nullable Json externalIds,

        @TemplateProperty(
                label = "Facebook IDs",
                description = "A list such as [{pageId: \"1\", userId: \"2\"}]",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json facebookIds,

        @TemplateProperty(
                label = "Instagram IDs",
                description = "A list such as [{pageId: \"1\", threadId: \"2\", username: \"ada\"}]",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json instagramIds,

        @TemplateProperty(
                label = "Shared external IDs",
                description = "One ID that several customers share, or a list. A comma belongs to the ID",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "FAMILY-12")
        @Nullable Json sharedExternalIds,

        @TemplateProperty(
                label = "Shared e-mails",
                description = "Addresses that several customers share, separated by commas, or a list",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "family@example.org")
        @Nullable Json sharedEmails,

        @TemplateProperty(
                label = "Shared phones",
                description = "Numbers that several customers share, separated by commas, or a list",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "+18005551212")
        @Nullable Json sharedPhones,

        @TemplateProperty(
                label = "Shared social profiles",
                description =
                        "Profiles that several customers share, such as [{type: \"facebook\", username: \"lovelaces\"}]",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json sharedSocials,

        @TemplateProperty(
                label = "Signed up at",
                description = "When the customer signed up, such as =now() - duration(\"P2D\")",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json signedUpAt,

        @TemplateProperty(
                label = "Last seen at",
                description = "When the customer was last seen, such as =now()",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json lastSeenAt,

        @TemplateProperty(
                label = "Last activity at",
                description = "The last activity of the customer or an agent, such as =now()",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json lastActivityAt,

        @TemplateProperty(
                label = "Last customer activity at",
                description = "The last activity of the customer, such as =now()",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json lastCustomerActivityAt,

        @TemplateProperty(
                label = "Created at",
                description = "When the record was created in its original system, such as =now() - duration(\"P2D\")",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json createdAt,

        @TemplateProperty(
                label = "Imported at",
                description = "When it was imported, such as =now(). Marks the record as imported",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "2026-01-31T09:30:00Z")
        @Nullable Json importedAt,

        @TemplateProperty(
                label = "Additional fields",
                description =
                        "Fields of the Kustomer API that this form lacks, such as {newFieldOfKustomer: \"value\"}",
                group = "moreFields",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json additionalFields) {}
