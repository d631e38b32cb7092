package io.github.kustomerconnector.operation.bulk;

import static io.github.kustomerconnector.field.Formats.identifier;

import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkItem.Existing;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.BulkMapping;
import io.github.kustomerconnector.operation.BulkResource.Given;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Records that only an external id identifies. A record without one gets an external id that is derived from its
 * identity.
 *
 * @param container the name of a record in messages
 * @param required the field that each new record has
 * @param format of the required field
 * @param operation the operation that creates one such record, so that both derive the same external id
 * @param createOnly the fields that an update may not contain
 * @param lookup the look-up by an external id
 */
record Unprotected(
        String container,
        String required,
        Format format,
        String operation,
        Set<String> createOnly,
        Function<String, Lookup> lookup) {

    private static final String EXTERNAL_ID = "externalId";

    /** Checks the item of a create. Kustomer checks the other fields. */
    BulkItem create(Given given) {
        Map<String, Json> rest = given.fields().fields();
        Json name = rest.remove(required);
        Json externalId = rest.remove(EXTERNAL_ID);
        Map<String, Json> checked = new LinkedHashMap<>(new BodyBuilder(container)
                .require(required, name, format)
                .put(EXTERNAL_ID, externalId, identifier(256))
                .putAdditional(Json.object(rest))
                .checked());
        Optional<String> own = BodyBuilder.text(checked, EXTERNAL_ID);
        Identity identity = given.identity(operation, own);
        String id = own.orElseGet(identity::externalId);
        checked.put(EXTERNAL_ID, Json.of(id));
        Map<String, Json> changes = new LinkedHashMap<>(checked);
        changes.keySet().removeAll(createOnly);
        boolean isDerived = own.isEmpty() && given.key().isEmpty();
        return new BulkItem(
                given.index(),
                Json.object(checked),
                new Existing(
                        identity,
                        List.of(lookup.apply(id)),
                        found -> isDerived,
                        (found, record) -> Optional.empty(),
                        found -> Optional.of(Json.object(changes))));
    }

    /** Checks the item of an update. Kustomer checks the fields. */
    BulkItem update(Given given) {
        String id = BulkMapping.id(container, given.fields());
        Map<String, Json> changes = BulkMapping.unchecked(container, given.fields());
        return new BulkItem(given.index(), BulkMapping.update(container, id, changes), Existing.none(given.ofPlace()));
    }
}
