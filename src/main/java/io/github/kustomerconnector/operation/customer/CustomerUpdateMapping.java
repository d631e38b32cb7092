package io.github.kustomerconnector.operation.customer;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.ContactLists;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Maps the given fields to the update of an existing customer: {@code PUT /v1/customers/{id}}.
 *
 * <p>Kustomer unlinks a company that an update omits, so the update repeats the company. {@link ContactLists} keeps the
 * entries of lists.
 */
final class CustomerUpdateMapping {

    /** The fields that only a create may contain. */
    private static final Set<String> CREATE_ONLY = Set.of("createdAt", "importedAt");

    private CustomerUpdateMapping() {}

    /**
     * The update of a create whose record exists already; empty if there is nothing to update. It keeps the existing
     * entries of lists and the company, so it requires the revision that was found.
     */
    static Optional<Request> ofExisting(Map<String, Json> given, Resource found) {
        return changes(given, found).map(update -> CustomerApi.update(found.id(), update));
    }

    /** The fields of {@link #ofExisting}; empty if there is nothing to update. */
    static Optional<Map<String, Json>> changes(Map<String, Json> given, Resource found) {
        Map<String, Json> update = new LinkedHashMap<>(given);
        update.keySet().removeAll(CREATE_ONLY);
        ContactLists.addExisting(update, found);
        ContactLists.removeUnchanged(update, found);
        if (update.isEmpty()) {
            return Optional.empty();
        }
        keepCompany(update, found);
        requireRevision(update, found);
        return Optional.of(update);
    }

    /**
     * Adds the existing entries to the given lists.
     *
     * @throws KustomerException with {@link Failure.Unauthorized} if the key may not read them
     */
    static void addExistingEntries(Map<String, Json> update, Resource found) {
        Set<String> given = Set.copyOf(update.keySet());
        ContactLists.addExisting(update, found);
        given.stream().filter(list -> !update.containsKey(list)).findFirst().ifPresent(list -> {
            throw new KustomerException(new Failure.Unauthorized(
                    FailureDetails.NOTHING,
                    "customer." + list
                            + " can't be extended, because the API key may not read the existing entries and"
                            + " Kustomer replaces the whole list. The key needs the permission to read sensitive"
                            + " attributes"));
        });
    }

    /** Requires the revision that was found, unless the update contains a revision. */
    static void requireRevision(Map<String, Json> update, Resource found) {
        found.attributes().field("rev").ifPresent(number -> update.putIfAbsent("rev", number));
    }

    /** Repeats the company that was found, unless the update sets or clears it. */
    static void keepCompany(Map<String, Json> update, Resource found) {
        found.related("company").ifPresent(company -> update.putIfAbsent("company", Json.of(company)));
    }
}
