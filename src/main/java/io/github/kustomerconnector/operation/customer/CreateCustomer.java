package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.call.OnDuplicate.UPDATE_EXISTING;
import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.ContactLists;
import io.github.kustomerconnector.operation.ContentOptions;
import io.github.kustomerconnector.operation.CreateOptions;
import io.github.kustomerconnector.operation.CreateOptions.RepeatProtection;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.operation.RecordTexts;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.WrittenRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates a customer: {@code POST /v1/customers}. Kustomer keeps external ids, e-mails and phones unique, so they find
 * the record again. A customer without any of them gets an external id derived from the task.
 */
public record CreateCustomer(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable CustomerFields customer,
        @Nullable ContentOptions content,
        @Nullable CreateOptions options)
        implements Operation<CallResult.Written> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(CustomerApi.CREATE);
    }

    @Override
    public WrittenRecord result(CallResult.Written result) {
        return WrittenRecord.of(result, serverOrDefault(), "customer");
    }

    @Override
    public Call<CallResult.Written> call(TaskIdentity task) {
        return PortableNames.resolve(names -> call(task, names));
    }

    private Call.Create call(TaskIdentity task, PortableNames names) {
        CreateOptions chosen = CreateOptions.orDefault(options);
        Map<String, Json> given = CustomerMapping.of(customer, names).checked();
        Optional<String> key = chosen.key();
        ContentOptions.requireData(
                content, "customer", given, CustomerMapping.NO_DATA, "a field such as customer.name");
        Identity identity = chosen.identity(task, text(given, "externalId"));
        boolean derives = needsExternalId(given, chosen);
        Map<String, Json> body = derives ? withExternalId(given, identity) : given;
        IdempotencyPolicy policy = new IdempotencyPolicy(
                protection(body, chosen),
                derives ? lookups(identity, key, given) : CustomerLookups.of(given),
                chosen.duplicates(),
                found -> derives && key.isEmpty() && CustomerLookups.hasExternalId(found, identity.externalId()),
                (lookup, found) -> derives && (key.isEmpty() || CustomerLookups.isByKey(lookup))
                        ? otherContent(given, found, key.isPresent(), chosen.duplicates() == UPDATE_EXISTING)
                        : CustomerLookups.otherIdentifier(lookup, given, found),
                found -> CustomerUpdateMapping.ofExisting(given, found));
        return new Call.Create(task.derived(), identity, CustomerApi.create(body), chosen.timeout(), policy);
    }

    /**
     * The external id of an idempotency key is always sent, that of the task only if nothing else finds the record.
     */
    private static boolean needsExternalId(Map<String, Json> given, CreateOptions chosen) {
        return chosen.protection() != RepeatProtection.NONE
                && (chosen.key().isPresent() || !CustomerLookups.canFind(given));
    }

    /** As one of the additional external ids if the task gives an external id, because Kustomer keeps both unique. */
    static Map<String, Json> withExternalId(Map<String, Json> given, Identity identity) {
        Json id = Json.of(identity.externalId());
        Map<String, Json> body = new LinkedHashMap<>(given);
        if (given.containsKey("externalId")) {
            List<Json> ids =
                    new ArrayList<>(given.getOrDefault("externalIds", Json.NULL).elements());
            if (ids.size() >= CustomerMapping.MAX_LIST) {
                throw Failure.invalid(
                        "customer.externalIds",
                        "has " + ids.size() + " entries, at most " + (CustomerMapping.MAX_LIST - 1)
                                + " are allowed with an idempotency key, because the key becomes one more external ID");
            }
            ids.add(Json.object(Map.of("externalId", id)));
            body.put("externalIds", Json.list(ids));
        } else {
            body.put("externalId", id);
        }
        return body;
    }

    private static Protection protection(Map<String, Json> body, CreateOptions chosen) {
        if (chosen.protection() == RepeatProtection.LOOK_UP_FIRST) {
            return Protection.LOOK_UP_FIRST;
        }
        return CustomerLookups.canFind(body) ? Protection.UNIQUE_IDENTIFIER : Protection.NONE;
    }

    /** The look-ups by the identifier that the identity adds, and then by those of the task. */
    static List<Lookup> lookups(Identity identity, Optional<String> key, Map<String, Json> given) {
        List<Lookup> lookups = new ArrayList<>();
        String id = identity.externalId();
        lookups.add(key.isPresent() ? CustomerLookups.byKey(id) : CustomerLookups.byExternalId(id));
        lookups.addAll(CustomerLookups.of(given));
        return lookups;
    }

    /**
     * The part of the task's content that a customer with the same derived external id does not have. Two tasks can
     * have the same idempotency key. Without a namespace, two clusters can derive the same external id, because they
     * count their keys from the same number.
     *
     * @param byKey whether the customer was found by an idempotency key
     * @param renames whether the task may give the customer another name
     */
    static Optional<String> otherContent(Map<String, Json> given, Resource found, boolean byKey, boolean renames) {
        return CustomerLookups.otherExternalId(given, found)
                .or(() -> ContactLists.otherIdentifiers(given, found))
                .or(() -> byKey && renames
                        ? Optional.empty()
                        : new RecordTexts(given, List.of("name")).other(found, byKey));
    }
}
