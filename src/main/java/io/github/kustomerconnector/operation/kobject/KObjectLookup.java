package io.github.kustomerconnector.operation.kobject;

import static io.github.kustomerconnector.field.BodyBuilder.text;
import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.objectId;

import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.KlassFormat;
import io.github.kustomerconnector.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One KObject of a klass, by id or by external id.
 *
 * @param id the Kustomer id; empty if only the external id is known
 */
record KObjectLookup(String klass, Optional<String> id, Lookup lookup) {

    /** @param container the input that holds the fields, such as {@code target} */
    static KObjectLookup byId(String container, @Nullable Json klass, @Nullable Json id) {
        Map<String, Json> checked = new BodyBuilder(container)
                .require("klass", klass, KlassFormat.NAME)
                .require("id", id, objectId())
                .checked();
        String name = text(checked, "klass").orElseThrow();
        String value = text(checked, "id").orElseThrow();
        return new KObjectLookup(
                name,
                Optional.of(value),
                Lookup.byId(value, () -> Request.get(KObjectApi.byId(name, value), KObjectApi.READ)));
    }

    /** @param container the input that holds the fields, such as {@code target} */
    static KObjectLookup byExternalId(String container, @Nullable Json klass, @Nullable Json externalId) {
        Map<String, Json> checked = new BodyBuilder(container)
                .require("klass", klass, KlassFormat.NAME)
                .require("externalId", externalId, identifier(256))
                .checked();
        String name = text(checked, "klass").orElseThrow();
        String value = text(checked, "externalId").orElseThrow();
        return new KObjectLookup(name, Optional.empty(), byExternalId("external ID", name, value));
    }

    private static Lookup byExternalId(String field, String klass, String externalId) {
        return new Lookup(
                field,
                () -> Request.get(KObjectApi.byExternalId(klass, externalId), KObjectApi.READ),
                found ->
                        found.attribute("externalId").filter(externalId::equals).isPresent());
    }

    /** The look-up of the given external id, which no other KObject of the klass may have. */
    List<Lookup> unique(Map<String, Json> given) {
        return text(given, "externalId").stream()
                .map(value -> byExternalId("external ID", klass, value))
                .toList();
    }

    /**
     * The look-ups that read the KObject before an update; empty if its id is known. An update that replaces the
     * external id also looks for the new one, because an earlier delivery of the job may have replaced it.
     */
    List<Lookup> beforeUpdate(Map<String, Json> given) {
        if (id.isPresent()) {
            return List.of();
        }
        return text(given, "externalId")
                .map(renamed -> List.of(lookup, byExternalId("new external ID", klass, renamed)))
                .orElse(List.of(lookup));
    }
}
