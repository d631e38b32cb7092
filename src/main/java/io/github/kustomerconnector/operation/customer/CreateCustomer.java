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
 * Creates a customer: {@code POST /v1/customers}. Kustomer keeps external ids, e-mails and phones unique, so these find
 * the record again; a customer without any of them gets an external id derived from the task.
 */
public record CreateCustomer(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable CustomerFields customer,
        @Nullable CreateOptions options)
        implements Operation<CallResult.Written> {

    /** The roles that a key needs for this operation, all of them. */
    public static List<Role> roles() {
        return List.of(CustomerApi.CREATE);
    }

    @Override
    public WrittenRecord result(CallResult.Written result) {
        return WrittenRecord.of(result, serverOrDefault(), "customer");
    }

    private CreateOptions optionsOrDefault() {
        return CreateOptions.orDefault(options);
    }

    @Override
    public Call.Create call(TaskIdentity task) {
        Map<String, Json> given = CustomerMapping.of(customer).checked();
        Optional<String> key = optionsOrDefault().key();
        Identity identity = task.chosen(key, text(given, "externalId"));
        boolean derives = needsExternalId(given, key);
        Map<String, Json> body = derives ? withExternalId(given, identity) : given;
        IdempotencyPolicy policy = new IdempotencyPolicy(
                protection(body),
                CustomerLookups.of(body),
                optionsOrDefault().duplicates(),
                found -> derives && key.isEmpty() && CustomerLookups.hasExternalId(found, identity.externalId()),
                found -> derives ? otherName(given, key, found) : CustomerLookups.otherExternalId(given, found),
                found -> CustomerUpdateMapping.ofExisting(given, found));
        return new Call.Create(
                task.derived(),
                identity,
                CustomerApi.create(body),
                optionsOrDefault().timeout(),
                policy);
    }

    /** A key that the process names goes with the record; the task's own only where nothing else finds the record. */
    private boolean needsExternalId(Map<String, Json> given, Optional<String> key) {
        return optionsOrDefault().protection() != RepeatProtection.NONE
                && !given.containsKey("externalId")
                && (key.isPresent() || !CustomerLookups.canFind(given));
    }

    private static Map<String, Json> withExternalId(Map<String, Json> given, Identity identity) {
        Map<String, Json> body = new LinkedHashMap<>(given);
        body.put("externalId", Json.of(identity.externalId()));
        return body;
    }

    private Protection protection(Map<String, Json> body) {
        if (optionsOrDefault().protection() == RepeatProtection.LOOK_UP_FIRST) {
            return Protection.LOOK_UP_FIRST;
        }
        return CustomerLookups.canFind(body) ? Protection.UNIQUE_IDENTIFIER : Protection.NONE;
    }

    /** Clusters that number their tasks alike and share no namespace would meet in one record. */
    private static Optional<String> otherName(Map<String, Json> given, Optional<String> key, Resource found) {
        return text(given, "name")
                .filter(name ->
                        key.isEmpty() && !found.attribute("name").orElse(name).equals(name))
                .map(name -> "name");
    }
}
