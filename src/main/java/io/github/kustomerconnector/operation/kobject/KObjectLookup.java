package io.github.kustomerconnector.operation.kobject;

import static io.github.kustomerconnector.field.BodyBuilder.text;
import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.objectId;

import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.KlassFormat;
import io.github.kustomerconnector.json.Json;
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
        return new KObjectLookup(
                name,
                Optional.empty(),
                new Lookup(
                        "external ID",
                        () -> Request.get(KObjectApi.byExternalId(name, value), KObjectApi.READ),
                        found -> true));
    }
}
