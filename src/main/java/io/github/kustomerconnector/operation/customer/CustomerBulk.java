package io.github.kustomerconnector.operation.customer;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkItem.Existing;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.BulkMapping;
import io.github.kustomerconnector.operation.BulkResource;
import io.github.kustomerconnector.operation.ContactLists;
import io.github.kustomerconnector.operation.PortableNames;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Many customers. Kustomer keeps their identifiers unique, so a repeated create is refused, and a look-up by the
 * identifiers finds the customer. A customer without any of them gets an external id that is derived from the item.
 */
public final class CustomerBulk implements BulkResource {

    private static final String CUSTOMER = "customer";

    @Override
    public Path path() {
        return Path.of("/v1/customers/bulk");
    }

    @Override
    public Set<BulkAction> actions() {
        return EnumSet.allOf(BulkAction.class);
    }

    @Override
    public Role role(BulkAction action) {
        return switch (action) {
            case CREATE, UPSERT -> CustomerApi.CREATE;
            case UPDATE -> CustomerApi.UPDATE;
            case DELETE -> CustomerApi.DELETE;
        };
    }

    @Override
    public boolean looksUpFirst(BulkAction action) {
        return false;
    }

    @Override
    public BulkItem create(Given item) {
        Map<String, Json> given = CustomerMapping.of(
                        BulkMapping.bound(CUSTOMER, item.fields(), CustomerFields.class), PortableNames.refused())
                .checked();
        if (CustomerMapping.NO_DATA.containsAll(given.keySet())) {
            throw Failure.invalid(CUSTOMER, "has no data: set a field such as name");
        }
        Identity identity = item.identity("create-customer", Optional.empty());
        Optional<String> key = item.key();
        boolean derives = key.isPresent() || !CustomerLookups.canFind(given);
        Map<String, Json> body = derives ? CreateCustomer.withExternalId(given, identity) : given;
        return new BulkItem(
                item.index(),
                Json.object(body),
                new Existing(
                        identity,
                        derives ? CreateCustomer.lookups(identity, key, given) : CustomerLookups.of(given),
                        found ->
                                derives && key.isEmpty() && CustomerLookups.hasExternalId(found, identity.externalId()),
                        (lookup, found) -> derives && (key.isEmpty() || CustomerLookups.isByKey(lookup))
                                ? CreateCustomer.otherContent(given, found, key.isPresent(), item.updates())
                                : CustomerLookups.otherIdentifier(lookup, given, found),
                        found -> CustomerUpdateMapping.changes(given, found).map(Json::object)));
    }

    /**
     * Kustomer unlinks a company that an update omits, and replaces whole lists. So a customer is read first, unless the
     * item has a company and no list.
     */
    @Override
    public BulkItem update(Given item) {
        String id = BulkMapping.id(CUSTOMER, item.fields());
        Map<String, Json> changes = CustomerMapping.of(
                        BulkMapping.bound(CUSTOMER, BulkMapping.changes(item.fields()), CustomerFields.class),
                        BulkMapping.options(item.fields()),
                        PortableNames.refused())
                .checked();
        Json update = BulkMapping.update(CUSTOMER, id, changes);
        boolean isWhole = changes.containsKey("company") && !ContactLists.hasExtendableList(changes);
        List<Lookup> lookups = isWhole ? List.of() : List.of(CustomerLookups.byId(id));
        return new BulkItem(
                item.index(),
                update,
                new Existing(
                        item.ofPlace(),
                        lookups,
                        found -> false,
                        (lookup, found) -> Optional.empty(),
                        found -> Optional.of(complete(changes, found))));
    }

    private static Json complete(Map<String, Json> changes, Resource found) {
        Map<String, Json> update = new LinkedHashMap<>(changes);
        addExistingEntries(update, found);
        CustomerUpdateMapping.keepCompany(update, found);
        CustomerUpdateMapping.requireRevision(update, found);
        return Json.object(update);
    }

    /** Entries that the key may not read make an error of the item, because other items may succeed. */
    private static void addExistingEntries(Map<String, Json> update, Resource found) {
        try {
            CustomerUpdateMapping.addExistingEntries(update, found);
        } catch (KustomerException e) {
            throw new KustomerException(
                    new Failure.InvalidInput(e.failure().details(), e.failure().message()));
        }
    }
}
