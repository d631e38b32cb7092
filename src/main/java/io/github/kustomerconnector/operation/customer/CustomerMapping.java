package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.field.ContactFormats.EMAILS;
import static io.github.kustomerconnector.field.ContactFormats.LOCATIONS;
import static io.github.kustomerconnector.field.ContactFormats.PHONES;
import static io.github.kustomerconnector.field.ContactFormats.SOCIALS;
import static io.github.kustomerconnector.field.ContactFormats.URLS;
import static io.github.kustomerconnector.field.ContactFormats.WHATSAPPS;
import static io.github.kustomerconnector.field.Formats.bool;
import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.list;
import static io.github.kustomerconnector.field.Formats.object;
import static io.github.kustomerconnector.field.Formats.objectOr;
import static io.github.kustomerconnector.field.Formats.oneOf;
import static io.github.kustomerconnector.field.Formats.optional;
import static io.github.kustomerconnector.field.Formats.required;
import static io.github.kustomerconnector.field.Formats.text;
import static io.github.kustomerconnector.field.PartFormats.SENTIMENT;
import static io.github.kustomerconnector.field.RecordFormats.CUSTOM;
import static io.github.kustomerconnector.field.RecordFormats.DATE_TIME;
import static io.github.kustomerconnector.field.RecordFormats.DAY;
import static io.github.kustomerconnector.field.RecordFormats.TAGS;
import static io.github.kustomerconnector.field.RecordFormats.URL;

import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.operation.UpdateOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Maps the fields of a customer to the body of {@code POST /v1/customers} ("Core resources", developer.kustomer.com).
 */
final class CustomerMapping {

    static final int MAX_LIST = 10;

    private static final Format EXTERNAL_IDS =
            list(MAX_LIST, objectOr(required("externalId", identifier(255)), optional("verified", bool())));

    private static final Format FACEBOOK_IDS = list(
            MAX_LIST,
            object(
                    required("pageId", identifier(255)),
                    required("userId", identifier(255)),
                    optional("name", text(255))));

    private static final Format INSTAGRAM_IDS = list(
            MAX_LIST,
            object(
                    required("pageId", identifier(255)),
                    required("threadId", identifier(255)),
                    required("username", identifier(255)),
                    optional("instagramId", identifier(255))));

    private static final Format NAME = text(256);

    private static final Format IDENTIFIER = identifier(256);

    private static final Format LOCALE = identifier(16);

    private static final Format TIME_ZONE = identifier(64);

    private static final Format LANGUAGE = identifier(100);

    private static final Format GENDER = oneOf("m", "f");

    private static final List<String> NULLABLE = List.of(
            "avatarUrl",
            "birthdayAt",
            "company",
            "defaultLang",
            "externalId",
            "gender",
            "lastActivityAt",
            "lastCustomerActivityAt",
            "lastSeenAt",
            "locale",
            "name",
            "signedUpAt",
            "timeZone",
            "username");

    private static final List<String> LISTS = List.of(
            "emails",
            "externalIds",
            "facebookIds",
            "instagramIds",
            "locations",
            "phones",
            "sharedEmails",
            "sharedExternalIds",
            "sharedPhones",
            "sharedSocials",
            "socials",
            "tags",
            "urls",
            "whatsapps");

    /** The fields that are no data of a new customer. */
    static final Set<String> NO_DATA = Set.of("createdAt", "importedAt", "rev");

    /** The fields that can be cleared, each with its empty value. */
    private static final Map<String, Json> EMPTIES = empties();

    private CustomerMapping() {}

    private static Map<String, Json> empties() {
        Map<String, Json> empties = new TreeMap<>();
        NULLABLE.forEach(field -> empties.put(field, Json.NULL));
        LISTS.forEach(list -> empties.put(list, Json.list(List.of())));
        return empties;
    }

    /** The body of a create. */
    static BodyBuilder of(@Nullable CustomerFields fields, PortableNames names) {
        return formFields(fields, names).putAdditional(fields == null ? null : fields.additionalFields());
    }

    /** The body of an update. */
    static BodyBuilder of(@Nullable CustomerFields fields, UpdateOptions options, PortableNames names) {
        BodyBuilder body = options.applyTo(formFields(fields, names), EMPTIES);
        return body.putAdditional(fields == null ? null : fields.additionalFields());
    }

    private static BodyBuilder formFields(@Nullable CustomerFields fields, PortableNames names) {
        BodyBuilder body = new BodyBuilder("customer");
        if (fields == null) {
            return body;
        }
        putIdentifiers(body, fields);
        body.put("company", fields.company(), names.company());
        putProfile(body, fields);
        putShared(body, fields);
        putTimes(body, fields);
        return body.put("custom", fields.custom(), CUSTOM);
    }

    private static void putIdentifiers(BodyBuilder body, CustomerFields fields) {
        body.put("name", fields.name(), NAME)
                .put("emails", fields.emails(), EMAILS)
                .put("phones", fields.phones(), PHONES)
                .put("externalId", fields.externalId(), IDENTIFIER)
                .put("externalIds", fields.externalIds(), EXTERNAL_IDS)
                .put("username", fields.username(), IDENTIFIER)
                .put("whatsapps", fields.whatsapps(), WHATSAPPS)
                .put("socials", fields.socials(), SOCIALS)
                .put("facebookIds", fields.facebookIds(), FACEBOOK_IDS)
                .put("instagramIds", fields.instagramIds(), INSTAGRAM_IDS);
    }

    private static void putProfile(BodyBuilder body, CustomerFields fields) {
        body.put("tags", fields.tags(), TAGS)
                .put("urls", fields.urls(), URLS)
                .put("locations", fields.locations(), LOCATIONS)
                .put("locale", fields.locale(), LOCALE)
                .put("timeZone", fields.timeZone(), TIME_ZONE)
                .put("defaultLang", fields.defaultLang(), LANGUAGE)
                .put("gender", fields.gender(), GENDER)
                .put("sentiment", fields.sentiment(), SENTIMENT)
                .put("avatarUrl", fields.avatarUrl(), URL);
    }

    private static void putShared(BodyBuilder body, CustomerFields fields) {
        body.put("sharedExternalIds", fields.sharedExternalIds(), EXTERNAL_IDS)
                .put("sharedEmails", fields.sharedEmails(), EMAILS)
                .put("sharedPhones", fields.sharedPhones(), PHONES)
                .put("sharedSocials", fields.sharedSocials(), SOCIALS);
    }

    private static void putTimes(BodyBuilder body, CustomerFields fields) {
        body.put("birthdayAt", fields.birthdayAt(), DAY)
                .put("signedUpAt", fields.signedUpAt(), DATE_TIME)
                .put("lastSeenAt", fields.lastSeenAt(), DATE_TIME)
                .put("lastActivityAt", fields.lastActivityAt(), DATE_TIME)
                .put("lastCustomerActivityAt", fields.lastCustomerActivityAt(), DATE_TIME)
                .put("createdAt", fields.createdAt(), DATE_TIME)
                .put("importedAt", fields.importedAt(), DATE_TIME);
    }
}
