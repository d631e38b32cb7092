package io.github.kustomerconnector.operation.company;

import static io.github.kustomerconnector.field.ContactFormats.EMAILS;
import static io.github.kustomerconnector.field.ContactFormats.LOCATIONS;
import static io.github.kustomerconnector.field.ContactFormats.PHONES;
import static io.github.kustomerconnector.field.ContactFormats.URLS;
import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.integer;
import static io.github.kustomerconnector.field.Formats.objectOr;
import static io.github.kustomerconnector.field.Formats.required;
import static io.github.kustomerconnector.field.Formats.separated;
import static io.github.kustomerconnector.field.Formats.text;
import static io.github.kustomerconnector.field.RecordFormats.CUSTOM;
import static io.github.kustomerconnector.field.RecordFormats.TAGS;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.ContactLists;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maps the fields of a company to the bodies of a create and an update ("Core resources", developer.kustomer.com). */
final class CompanyMapping {

    private static final int SHORTEST_NAME = 3;

    private static final Format DOMAINS = separated(
            10,
            objectOr(required(
                    "domain",
                    text(
                            253,
                            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
                                    + "(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+"),
                            "is not a domain, such as acme.example.org"))),
            "domain");

    /** The fields that only a create may contain. */
    private static final Set<String> CREATE_ONLY = Set.of("createdAt", "importedAt");

    private CompanyMapping() {}

    /** The given fields. */
    static BodyBuilder of(@Nullable CompanyFields fields) {
        BodyBuilder body = new BodyBuilder("company");
        if (fields == null) {
            return body;
        }
        return body.put("name", fields.name(), CompanyMapping::name)
                .put("externalId", fields.externalId(), identifier(256))
                .put("domains", fields.domains(), DOMAINS)
                .put("custom", fields.custom(), CUSTOM)
                .put("emails", fields.emails(), EMAILS)
                .put("phones", fields.phones(), PHONES)
                .put("tags", fields.tags(), TAGS)
                .put("urls", fields.urls(), URLS)
                .put("locations", fields.locations(), LOCATIONS)
                .put("employeeCount", fields.employeeCount(), integer(0, 999_999_999))
                .putAdditional(fields.additionalFields());
    }

    private static Json name(String field, Json value) {
        Json name = identifier(256).check(field, value);
        if (name.text().orElseThrow().length() < SHORTEST_NAME) {
            throw Failure.invalid(field, "has less than 3 characters, but Kustomer needs at least 3");
        }
        return name;
    }

    /** The update with the given fields. It keeps the existing entries of lists, and requires the found revision. */
    static Map<String, Json> changes(Map<String, Json> given, Resource found) {
        Map<String, Json> changes = new LinkedHashMap<>(given);
        changes.keySet().removeAll(CREATE_ONLY);
        ContactLists.addExisting(changes, found);
        ContactLists.removeUnchanged(changes, found);
        changes.entrySet()
                .removeIf(field -> found.attributes()
                        .field(field.getKey())
                        .filter(field.getValue()::equals)
                        .isPresent());
        if (!changes.isEmpty()) {
            found.attributes().field("rev").ifPresent(number -> changes.putIfAbsent("rev", number));
        }
        return changes;
    }
}
