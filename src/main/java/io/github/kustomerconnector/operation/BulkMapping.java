package io.github.kustomerconnector.operation;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkItem.Existing;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.CamundaFunction;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.JsonBinder;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.CreateWithClientId.LookupRequests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** What the items of all kinds of records have in common. */
public final class BulkMapping {

    private static final String ID = "id";
    private static final String EXTERNAL_ID = "externalId";

    /** The key of an item, as messages name it. */
    private static final String KEY = "key";

    private BulkMapping() {}

    /**
     * The fields as the record of a form.
     *
     * @param container the name of the record in messages, such as {@code customer}
     */
    public static <T> T bound(String container, Json fields, Class<T> type) {
        return JsonBinder.bind(
                fields, type, error -> Failure.invalid(container + "." + error.field(), error.problem()));
    }

    /** The id of the record to update or delete. */
    public static String id(String container, Json fields) {
        return BodyBuilder.required(container, ID, fields.field(ID).orElse(null), Formats.objectId());
    }

    /** The fields of an update without id, revision and cleared fields. */
    public static Json changes(Json fields) {
        Map<String, Json> changes = fields.fields();
        changes.remove(ID);
        changes.remove("rev");
        changes.values().removeIf(Json::isNull);
        return Json.object(changes);
    }

    /** The options of an update: clears the fields that are JSON null, at the revision that the item names. */
    public static UpdateOptions options(Json fields) {
        List<Json> cleared = new ArrayList<>();
        fields.forEachField((name, value) -> {
            if (value.isNull()) {
                cleared.add(Json.of(name));
            }
        });
        return new UpdateOptions(
                cleared.isEmpty() ? null : Json.list(cleared),
                fields.field("rev").orElse(null));
    }

    /** The fields of an update that only Kustomer checks, without the id. */
    public static Map<String, Json> unchecked(String container, Json fields) {
        Map<String, Json> changes = fields.fields();
        changes.remove(ID);
        CamundaFunction.refuseIn(container, Json.object(changes));
        return changes;
    }

    /** The update of a record that a task cannot look up. Only Kustomer checks its fields. */
    public static BulkItem uncheckedUpdate(String container, BulkResource.Given given) {
        String id = id(container, given.fields());
        return new BulkItem(
                given.index(),
                update(container, id, unchecked(container, given.fields())),
                Existing.none(given.ofPlace()));
    }

    /** The update of an existing record. It is a problem if it changes nothing. */
    public static Json update(String container, String id, Map<String, Json> changes) {
        if (Set.of("rev").containsAll(changes.keySet())) {
            throw Failure.invalid(container, "changes nothing: set a field besides id");
        }
        return withId(id, changes);
    }

    private static Json withId(String id, Map<String, Json> changes) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(ID, Json.of(id));
        fields.putAll(changes);
        return Json.object(fields);
    }

    /**
     * The create of a record whose id the client may choose: the id is derived from the identity.
     *
     * @param checked the fields to send
     */
    public static BulkItem withClientId(BulkResource.Given given, Map<String, Json> checked, ClientIds ids) {
        Identity identity = given.identity(ids.operation(), text(checked, EXTERNAL_ID));
        Map<String, Json> body = new LinkedHashMap<>(checked);
        body.putIfAbsent(ID, Json.of(identity.objectId()));
        boolean isNamed = isNamed(given, checked);
        boolean isByKey = given.key().isPresent() && !checked.containsKey(ID);
        String id = text(body, ID).orElseThrow();
        Map<String, Json> changes = new LinkedHashMap<>(checked);
        changes.keySet().removeAll(ids.createOnly());
        return new BulkItem(
                given.index(),
                Json.object(body),
                new Existing(
                        text(checked, EXTERNAL_ID)
                                .map(externalId -> given.ofExternalId(ids.operation(), externalId))
                                .orElse(identity),
                        lookups(isByKey ? KEY : "ID", id, text(checked, EXTERNAL_ID), ids.requests()),
                        found -> !isNamed && found.id().equals(id),
                        foreign(given, checked, ids),
                        found -> changes.isEmpty() ? Optional.empty() : Optional.of(Json.object(changes))));
    }

    /** Whether the process names the record, so that its id is not derived from the place of the item. */
    private static boolean isNamed(BulkResource.Given given, Map<String, Json> checked) {
        return given.key().isPresent() || checked.containsKey(ID) || checked.containsKey(EXTERNAL_ID);
    }

    /** Names the field that shows that a found record is another one; empty if it is the right one. */
    private static BiFunction<Lookup, Resource, Optional<String>> foreign(
            BulkResource.Given given, Map<String, Json> checked, ClientIds ids) {
        RecordTexts texts = new RecordTexts(checked, ids.content());
        return (lookup, found) -> {
            boolean byKey = lookup.field().equals(KEY);
            boolean isAccepted = byKey ? given.updates() : isNamed(given, checked);
            return otherRelation(checked, found, ids.parent())
                    .or(() -> otherExternalId(checked, found))
                    .or(() -> isAccepted ? Optional.empty() : texts.other(found, byKey));
        };
    }

    /**
     * How records with a client id are created and found.
     *
     * @param operation the operation that creates one such record, so that both derive the same id
     * @param parent the relation that shows that a found record is another one
     * @param content the texts that show that a record with the same key is another one
     * @param createOnly the fields that an update may not contain
     */
    public record ClientIds(
            String operation, String parent, List<String> content, Set<String> createOnly, LookupRequests requests) {
        public ClientIds {
            content = List.copyOf(content);
        }
    }

    private static List<Lookup> lookups(String name, String id, Optional<String> externalId, LookupRequests requests) {
        List<Lookup> lookups = new ArrayList<>();
        lookups.add(Lookup.byId(name, id, () -> requests.byId().apply(id)));
        externalId.ifPresent(value -> lookups.add(new Lookup(
                "external ID",
                () -> requests.byExternalId().apply(value),
                requests.answer(),
                found -> found.attribute(EXTERNAL_ID).filter(value::equals).isPresent())));
        return lookups;
    }

    /** {@code relation} if the item and the found record name two different records; else empty. */
    public static Optional<String> otherRelation(Map<String, Json> checked, Resource found, String relation) {
        return text(checked, relation)
                .filter(id -> found.isRelatedToOther(relation, id))
                .map(id -> relation);
    }

    private static Optional<String> otherExternalId(Map<String, Json> checked, Resource found) {
        return text(checked, EXTERNAL_ID)
                .filter(id -> found.hasOtherText(EXTERNAL_ID, id))
                .map(id -> "external ID");
    }
}
