package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.operation.Formats.objectId;
import static io.github.kustomerconnector.operation.Formats.text;
import static io.github.kustomerconnector.operation.RecordFormats.EMAIL;
import static io.github.kustomerconnector.operation.RecordFormats.PHONE;
import static io.github.kustomerconnector.operation.RequestBody.text;

import io.github.kustomerconnector.client.Call;
import io.github.kustomerconnector.client.Ended;
import io.github.kustomerconnector.client.Failure;
import io.github.kustomerconnector.client.Lookup;
import io.github.kustomerconnector.client.Role;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.FindOptions;
import io.github.kustomerconnector.operation.FoundRecord;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.RequestBody;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a customer by Kustomer's own id, by external id, by e-mail and by phone, with a GET for each identifier that the
 * record found so far does not bear. Identifiers that nobody has are passed over; those of different customers are a
 * duplicate. Changes nothing, so that a lost answer, a redelivery and a crash do no harm.
 */
public record FindCustomer(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable CustomerIdentifiers customer,
        @Nullable FindOptions options)
        implements Operation<Ended.Found> {

    @Override
    public String name() {
        return "find-customer";
    }

    @Override
    public List<Role> roles() {
        return List.of(CustomerApi.READ);
    }

    @Override
    public FoundRecord result(Ended.Found ended) {
        return FoundRecord.of(ended, place(), "customer");
    }

    @Override
    public Call.Find call(TaskIdentity task) {
        FindOptions how = FindOptions.orDefault(options);
        return new Call.Find(task.derived(), lookups(given()), how.required(), how.timeout());
    }

    private Map<String, Json> given() {
        CustomerIdentifiers by = customer == null ? new CustomerIdentifiers(null, null, null, null) : customer;
        Map<String, Json> given = new RequestBody("customer")
                .put("id", by.id(), objectId())
                .put("externalId", by.externalId(), text(256))
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
        text(given, "email").map(CustomerLookups::byEmail).ifPresent(lookups::add);
        text(given, "phone").map(CustomerLookups::byPhone).ifPresent(lookups::addAll);
        return lookups;
    }
}
