package io.github.kustomerconnector.operation.customer;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Call.Revision;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
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
 * Changes a customer: {@code PUT /v1/customers/{id}} with what is given and nothing else. Kustomer unlinks a company that an
 * update leaves out and replaces lists as a whole; so unless the task says the company, and wherever lists are added to, the
 * customer is read first and the change insists on the revision read. A customer that changes in between is read again.
 *
 * <p>The change comes to the same however often it is made, so that a lost answer, a redelivery and a crash lead to the
 * customer that was asked for. A task that names a revision knows its own change again as long as the connector runtime
 * lives; after a crash it is refused, since the customer is at another revision.
 */
public record UpdateCustomer(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable CustomerTarget target,
        @Nullable CustomerFields customer,
        @Nullable CustomerUpdateOptions change,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Written> {

    /** The roles that a key needs for this operation, all of them. */
    public static List<Role> roles() {
        return List.of(CustomerApi.READ, CustomerApi.UPDATE);
    }

    @Override
    public WrittenRecord result(CallResult.Written result) {
        return WrittenRecord.of(result, serverOrDefault(), "customer");
    }

    @Override
    public Call.Update call(TaskIdentity task) {
        String id = CustomerTarget.idOf(target);
        boolean adds = optionsOrDefault().adds();
        Map<String, Json> given =
                CustomerMapping.of(customer, optionsOrDefault().fields()).checked();
        refuseWhatCanNotBeDone(given, adds);
        Lookup read = CustomerLookups.byId(id);
        boolean reads = !given.containsKey("company") || (adds && CustomerUpdateMapping.hasList(given));
        Revision named = UpdateOptions.revision(given, read.request());
        return new Call.Update(
                task.derived(),
                reads ? List.of(read) : List.of(),
                found -> List.of(CustomerUpdateMapping.request(
                        id, found.map(there -> basedOn(there, given, adds)).orElse(given))),
                reads && named instanceof Revision.Any ? new Revision.Read() : named,
                TimeoutOptions.timeout(options));
    }

    private CustomerUpdateOptions optionsOrDefault() {
        return CustomerUpdateOptions.orNone(change);
    }

    private static void refuseWhatCanNotBeDone(Map<String, Json> given, boolean adds) {
        if (Set.of("rev").containsAll(given.keySet())) {
            throw Failure.invalid("customer", "changes nothing: set a field, or name one in change.clear");
        }
        boolean namesTags = !given.getOrDefault("tags", Json.NULL).elements().isEmpty();
        if (namesTags && adds) {
            throw Failure.invalid(
                    "customer.tags",
                    "can't be added to: Kustomer takes tags by name and shows them by ID. Give all tags, and"
                            + " choose replace in change.lists");
        }
    }

    private static Map<String, Json> basedOn(Resource there, Map<String, Json> given, boolean adds) {
        Map<String, Json> update = new LinkedHashMap<>(given);
        if (adds) {
            CustomerUpdateMapping.addTo(update, there);
        }
        CustomerUpdateMapping.keepCompany(update, there);
        CustomerUpdateMapping.insistOn(update, there);
        return update;
    }
}
