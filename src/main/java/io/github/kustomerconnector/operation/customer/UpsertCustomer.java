package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import io.github.kustomerconnector.operation.WrittenRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates a customer, or updates the one that has the given external id, e-mail or phone: look-ups, then
 * {@code POST /v1/customers} or {@code PUT /v1/customers/{id}}. With one identifier, that makes two requests. Existing
 * entries of the customer's lists are kept.
 *
 * <p>Kustomer keeps identifiers unique. If another client creates the customer after the look-up, or an answer is
 * lost, the customer is looked up again. A repeat therefore ends with one customer that has the given fields. After a
 * restart of the connector runtime, the outcome of a repeat is {@code updated}.
 */
public record UpsertCustomer(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable CustomerFields customer,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Written> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(CustomerApi.READ, CustomerApi.CREATE, CustomerApi.UPDATE);
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
        Map<String, Json> given = CustomerMapping.of(customer, names).checked();
        if (!CustomerLookups.canFind(given)) {
            throw Failure.invalid("customer", "has no identifier: give an external ID, an e-mail or a phone");
        }
        IdempotencyPolicy policy = new IdempotencyPolicy(
                Protection.LOOK_UP_FIRST,
                CustomerLookups.of(given),
                OnDuplicate.UPDATE_EXISTING,
                found -> false,
                (lookup, found) -> CustomerLookups.otherIdentifier(lookup, given, found),
                found -> CustomerUpdateMapping.ofExisting(given, found));
        Identity identity = task.chosen(text(given, "externalId"));
        return new Call.Create(
                task.derived(), identity, CustomerApi.create(given), TimeoutOptions.timeout(options), policy);
    }
}
