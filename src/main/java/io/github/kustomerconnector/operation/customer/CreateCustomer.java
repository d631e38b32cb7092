package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.CreateOptions;
import io.github.kustomerconnector.operation.CreateOptions.RepeatProtection;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.WrittenRecord;
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
    public Call.Create call(TaskIdentity task) {
        CreateOptions chosen = CreateOptions.orDefault(options);
        Map<String, Json> given = CustomerMapping.of(customer).checked();
        Optional<String> key = chosen.key();
        Identity identity = task.chosen(key, text(given, "externalId"));
        boolean derives = needsExternalId(given, chosen);
        Map<String, Json> body = derives ? withExternalId(given, identity) : given;
        IdempotencyPolicy policy = new IdempotencyPolicy(
                protection(body, chosen),
                CustomerLookups.of(body),
                chosen.duplicates(),
                found -> derives && key.isEmpty() && CustomerLookups.hasExternalId(found, identity.externalId()),
                found -> derives ? otherName(given, key, found) : CustomerLookups.otherExternalId(given, found),
                found -> CustomerUpdateMapping.ofExisting(given, found));
        return new Call.Create(task.derived(), identity, CustomerApi.create(body), chosen.timeout(), policy);
    }

    /**
     * An idempotency key is always sent; an external id derived from the task only if nothing else finds the record.
     */
    private static boolean needsExternalId(Map<String, Json> given, CreateOptions chosen) {
        return chosen.protection() != RepeatProtection.NONE
                && !given.containsKey("externalId")
                && (chosen.key().isPresent() || !CustomerLookups.canFind(given));
    }

    private static Map<String, Json> withExternalId(Map<String, Json> given, Identity identity) {
        Map<String, Json> body = new LinkedHashMap<>(given);
        body.put("externalId", Json.of(identity.externalId()));
        return body;
    }

    private static Protection protection(Map<String, Json> body, CreateOptions chosen) {
        if (chosen.protection() == RepeatProtection.LOOK_UP_FIRST) {
            return Protection.LOOK_UP_FIRST;
        }
        return CustomerLookups.canFind(body) ? Protection.UNIQUE_IDENTIFIER : Protection.NONE;
    }

    /**
     * {@code name} if the found customer has another name. Without a namespace, two clusters can derive the same
     * external id, because they count their keys from the same number.
     */
    private static Optional<String> otherName(Map<String, Json> given, Optional<String> key, Resource found) {
        return text(given, "name")
                .filter(name ->
                        key.isEmpty() && !found.attribute("name").orElse(name).equals(name))
                .map(name -> "name");
    }
}
