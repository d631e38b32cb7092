package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.field.BodyBuilder.text;
import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.RecordFormats.EMAIL;
import static io.github.kustomerconnector.field.RecordFormats.PHONE;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.FindOptions;
import io.github.kustomerconnector.operation.FoundRecord;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a customer by Kustomer id, external id, e-mail and phone. Sends one GET for each identifier that the customer
 * found so far does not have. An identifier without a customer is ignored; identifiers of different customers are a
 * duplicate. The operation only reads, so a repeat is safe.
 */
public record FindCustomer(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable CustomerIdentifiers customer,
        @Nullable FindOptions options)
        implements Operation<CallResult.Read> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(CustomerApi.READ);
    }

    @Override
    public FoundRecord result(CallResult.Read result) {
        return FoundRecord.of(result, serverOrDefault(), "customer");
    }

    @Override
    public Query.Find call(TaskIdentity task) {
        return FindOptions.orDefault(options).find(task, lookups(given()));
    }

    private Map<String, Json> given() {
        CustomerIdentifiers by = customer == null ? new CustomerIdentifiers(null, null, null, null) : customer;
        Map<String, Json> given = new BodyBuilder("customer")
                .put("id", by.id(), objectId())
                .put("externalId", by.externalId(), identifier(256))
                .put("email", by.email(), EMAIL)
                .put("phone", by.phone(), PHONE)
                .checked();
        if (given.isEmpty()) {
            throw Failure.invalid("customer", "has no identifier: give an ID, an external ID, an e-mail or a phone");
        }
        return given;
    }

    private static List<Lookup> lookups(Map<String, Json> given) {
        List<Lookup> lookups = new ArrayList<>();
        text(given, "id").map(CustomerLookups::byId).ifPresent(lookups::add);
        text(given, "externalId").map(CustomerLookups::byExternalId).ifPresent(lookups::add);
        text(given, "email").map(CustomerLookups::byEmail).ifPresent(lookups::addAll);
        text(given, "phone").map(CustomerLookups::byPhone).ifPresent(lookups::addAll);
        return lookups;
    }
}
