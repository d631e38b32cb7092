package io.github.kustomerconnector.operation.bulk;

import static io.github.kustomerconnector.field.Formats.identifier;

import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkItem.Existing;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.BulkMapping;
import io.github.kustomerconnector.operation.BulkResource.Given;
import io.github.kustomerconnector.operation.ContactLists;
import io.github.kustomerconnector.operation.RecordTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
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

    /** The relations that an external id does not distinguish. */
    private static final List<String> OWNERS = List.of("customer", "company");

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
        boolean isOwn = own.isEmpty() && given.key().isEmpty();
        return new BulkItem(
                given.index(),
                Json.object(checked),
                new Existing(
                        given.ofExternalId(operation, id),
                        List.of(lookup.apply(id)),
                        found -> isOwn,
                        foreign(given, checked, own.isEmpty()),
                        found -> Optional.of(Json.object(withExistingEntries(changes, found)))));
    }

    /**
     * Names the field that shows that a found record is another one; empty if it is the right one. A record found by an
     * external id of the business may have another name.
     */
    private BiFunction<Lookup, Resource, Optional<String>> foreign(
            Given given, Map<String, Json> checked, boolean isDerived) {
        boolean byKey = given.key().isPresent();
        boolean isAccepted = !isDerived || (byKey && given.updates());
        RecordTexts name = new RecordTexts(checked, List.of(required));
        return (lookup, found) -> OWNERS.stream()
                .flatMap(owner -> BulkMapping.otherRelation(checked, found, owner).stream())
                .findFirst()
                .or(() -> isAccepted ? Optional.empty() : name.other(found, byKey));
    }

    /** Kustomer replaces whole lists. A list of anything but objects stays as it is, because Kustomer refuses it. */
    static Map<String, Json> withExistingEntries(Map<String, Json> changes, Resource found) {
        Map<String, Json> lists = new LinkedHashMap<>(changes);
        lists.values().removeIf(value -> !isListOfObjects(value));
        Map<String, Json> update = new LinkedHashMap<>(changes);
        update.keySet().removeAll(lists.keySet());
        ContactLists.addExisting(lists, found);
        update.putAll(lists);
        return update;
    }

    private static boolean isListOfObjects(Json value) {
        return value.isList() && value.elements().stream().allMatch(Json::isObject);
    }

    /** Checks the item of an update. Kustomer checks the fields. */
    BulkItem update(Given given) {
        String id = BulkMapping.id(container, given.fields());
        Map<String, Json> changes = BulkMapping.unchecked(container, given.fields());
        return new BulkItem(given.index(), BulkMapping.update(container, id, changes), Existing.none(given.ofPlace()));
    }
}
