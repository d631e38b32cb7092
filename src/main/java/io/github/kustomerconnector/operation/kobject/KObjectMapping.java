package io.github.kustomerconnector.operation.kobject;

import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.list;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.Formats.text;
import static io.github.kustomerconnector.field.PartFormats.OBJECT;
import static io.github.kustomerconnector.field.RecordFormats.CUSTOM;
import static io.github.kustomerconnector.field.RecordFormats.DATE_TIME;
import static io.github.kustomerconnector.field.RecordFormats.TAGS;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.field.KlassFormat;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.operation.UpdateOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Maps the fields of a KObject to the bodies of a create and an update ("Core resources", developer.kustomer.com). */
final class KObjectMapping {

    private static final Format TITLE = text(256);
    private static final Format DESCRIPTION = text(10_240);
    private static final Format IMAGES = list(20, identifier(2048));
    private static final Format ICON = identifier(64);

    /**
     * The fields that can be cleared, each with its empty value. Kustomer documents no field of a KObject as nullable,
     * so these values are an assumption. Fields that may not be empty, such as the title, are not among them.
     */
    private static final Map<String, Json> EMPTIES = new TreeMap<>(Map.of(
            "data", Json.NOTHING,
            "description", Json.of(""),
            "images", Json.list(List.of()),
            "tags", Json.list(List.of())));

    private static final Set<String> OWNERS = Set.of("customer", "company");

    private KObjectMapping() {}

    /** The body of a create, with the klass as field {@code klass}. Klass and title are required. */
    static BodyBuilder of(@Nullable KObjectFields given, PortableNames names) {
        KObjectFields fields = given == null
                ? new KObjectFields(null, null, null, null, null, null, null, null, null, null, null, null, null)
                : given;
        return new BodyBuilder("kobject")
                .require("klass", fields.klass(), KlassFormat.NAME)
                .require("title", fields.title(), TITLE)
                .put("customer", fields.customer(), objectId())
                .put("company", fields.company(), names.company())
                .put("externalId", fields.externalId(), identifier(256))
                .put("custom", fields.custom(), CUSTOM)
                .put("description", fields.description(), DESCRIPTION)
                .put("data", fields.data(), OBJECT)
                .put("tags", fields.tags(), TAGS)
                .put("images", fields.images(), IMAGES)
                .put("icon", fields.icon(), ICON)
                .put("createdAt", fields.createdAt(), DATE_TIME)
                .put("importedAt", fields.importedAt(), DATE_TIME);
    }

    /** The body of an update. */
    static BodyBuilder of(@Nullable KObjectUpdateFields fields, UpdateOptions options) {
        BodyBuilder body = new BodyBuilder("kobject");
        if (fields != null) {
            body.put("title", fields.title(), TITLE)
                    .put("custom", fields.custom(), CUSTOM)
                    .put("description", fields.description(), DESCRIPTION)
                    .put("data", fields.data(), OBJECT)
                    .put("tags", fields.tags(), TAGS)
                    .put("externalId", fields.externalId(), identifier(256))
                    .put("images", fields.images(), IMAGES)
                    .put("icon", fields.icon(), ICON);
        }
        Json additional = fields == null ? null : fields.additionalFields();
        refuseOwner(additional);
        return options.applyTo(body, EMPTIES).putAdditional(additional);
    }

    private static void refuseOwner(@Nullable Json additional) {
        if (additional != null) {
            additional.forEachField((given, value) -> {
                String name = InvisibleCharacters.normalized(given);
                if (OWNERS.contains(name)) {
                    throw Failure.invalid(
                            "kobject.additionalFields." + name,
                            "can't be changed, because Kustomer sets the owner of a KObject only when it is created");
                }
            });
        }
    }
}
