package io.github.kustomerconnector.operation.customer;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Revision;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.ContactLists;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import io.github.kustomerconnector.operation.UpdateOptions;
import io.github.kustomerconnector.operation.WrittenRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Updates a customer: {@code PUT /v1/customers/{id}} with the given fields only.
 *
 * <p>Kustomer unlinks a company that an update omits, and replaces whole lists. So the customer is read first, unless
 * the task sets or clears the company and adds nothing to a list. The update then requires the revision that was read.
 * If the customer has changed since, it is read again.
 *
 * <p>The update is idempotent. If the task names a revision, the connector runtime recognizes the task's own update
 * after a repeat. After a restart of the runtime, such a repeat fails, because the customer has a new revision.
 */
public record UpdateCustomer(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable CustomerTarget target,
        @Nullable CustomerFields customer,
        @Nullable CustomerUpdateOptions change,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Written> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(CustomerApi.READ, CustomerApi.UPDATE);
    }

    @Override
    public WrittenRecord result(CallResult.Written result) {
        return WrittenRecord.of(result, serverOrDefault(), "customer");
    }

    @Override
    public Call<CallResult.Written> call(TaskIdentity task) {
        return PortableNames.resolve(names -> call(task, names));
    }

    private Call.Update call(TaskIdentity task, PortableNames names) {
        String id = CustomerTarget.idOf(target);
        CustomerUpdateOptions chosen = CustomerUpdateOptions.orDefault(change);
        boolean adds = chosen.addsToLists();
        Map<String, Json> given =
                CustomerMapping.of(customer, chosen.common(), names).checked();
        checkUpdate(given, adds);
        Lookup read = CustomerLookups.byId(id);
        boolean reads = !given.containsKey("company") || (adds && ContactLists.hasExtendableList(given));
        Revision revision = UpdateOptions.revision(given, read.request());
        return new Call.Update(
                task.derived(),
                reads ? List.of(read) : List.of(),
                found -> List.of(CustomerApi.update(
                        id, found.map(existing -> update(existing, given, adds)).orElse(given))),
                reads && revision instanceof Revision.Any ? new Revision.Read() : revision,
                CustomerLookups.of(given),
                TimeoutOptions.timeout(options));
    }

    private static void checkUpdate(Map<String, Json> given, boolean adds) {
        if (Set.of("rev").containsAll(given.keySet())) {
            throw Failure.invalid("customer", "changes nothing: set a field, or name one in change.clear");
        }
        boolean hasTags = !given.getOrDefault("tags", Json.NULL).elements().isEmpty();
        if (hasTags && adds) {
            throw Failure.invalid(
                    "customer.tags",
                    "can't be extended, because Kustomer accepts tag names but returns tag IDs: give all tags, and"
                            + " choose replace in change.lists");
        }
    }

    private static Map<String, Json> update(Resource existing, Map<String, Json> given, boolean adds) {
        Map<String, Json> update = new LinkedHashMap<>(given);
        // A deleted customer gets no update unless it restores the customer, and may have no lists to add to.
        if (adds && (!existing.isDeleted() || given.containsKey("deleted"))) {
            CustomerUpdateMapping.addExistingEntries(update, existing);
        }
        CustomerUpdateMapping.keepCompany(update, existing);
        CustomerUpdateMapping.requireRevision(update, existing);
        return update;
    }
}
