package io.github.kustomerconnector.operation.customer;

import io.github.kustomerconnector.client.Call;
import io.github.kustomerconnector.client.Identity;
import io.github.kustomerconnector.client.Request;
import io.github.kustomerconnector.client.Settlement;
import io.github.kustomerconnector.client.Settlement.Protection;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Options;
import io.github.kustomerconnector.operation.Options.RepeatProtection;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates a customer: {@code POST /v1/customers}. Kustomer keeps external ids, e-mails and phones unique, so these find
 * the record again; a customer without any of them gets an external id derived from the task.
 */
public record CreateCustomer(
        Authentication authentication,
        Server server,
        @Nullable CustomerFields customer,
        Options options) implements Operation {

    /** A container that the task does not give holds nothing. */
    public CreateCustomer(
            @Nullable Authentication authentication,
            @Nullable Server server,
            @Nullable CustomerFields customer,
            @Nullable Options options) {
        this.authentication = authentication == null ? new Authentication(null) : authentication;
        this.server = server == null ? new Server(null, null, null) : server;
        this.customer = customer;
        this.options = options == null ? new Options(null, null, null, null) : options;
    }

    @Override
    public String name() {
        return "create-customer";
    }

    @Override
    public String recordType() {
        return "customer";
    }

    @Override
    public Call call(TaskIdentity task) {
        Map<String, Json> given = CustomerBody.of(customer).toJson().fields();
        Optional<String> key = options.key();
        Identity identity =
                key.or(() -> text(given, "externalId")).map(task::named).orElseGet(task::derived);

        Map<String, Json> body = new LinkedHashMap<>(given);
        boolean derives = needsExternalId(given, key);
        if (derives) {
            body.put("externalId", Json.of(identity.externalId()));
        }
        Settlement settlement = new Settlement(
                protection(body),
                CustomerLookups.of(body),
                options.duplicates(),
                found -> derives && key.isEmpty() && CustomerLookups.hasExternalId(found, identity.externalId()),
                found -> derives ? otherName(given, key, found) : otherExternalId(given, found),
                found -> update(given, found));
        Request create = new Request("POST", CustomerApi.CUSTOMERS, Body.of(Json.object(body)), CustomerApi.CREATE);
        return new Call(task.derived(), identity, create, options.timeout(), settlement);
    }

    /** A key that the process names goes with the record; the task's own only where nothing else finds the record. */
    private boolean needsExternalId(Map<String, Json> given, Optional<String> key) {
        return options.protection() != RepeatProtection.NONE
                && !given.containsKey("externalId")
                && (key.isPresent() || !CustomerLookups.canFind(given));
    }

    private Protection protection(Map<String, Json> body) {
        if (options.protection() == RepeatProtection.LOOK_UP_FIRST) {
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

    private static Optional<String> otherExternalId(Map<String, Json> given, Resource found) {
        return text(given, "externalId")
                .filter(id -> found.attribute("externalId").isPresent() && !CustomerLookups.hasExternalId(found, id))
                .map(id -> "external ID");
    }

    private static Optional<Request> update(Map<String, Json> given, Resource found) {
        return CustomerUpdate.of(given, found)
                .map(changes -> new Request("PUT", CustomerApi.byId(found.id()), Body.of(changes), CustomerApi.UPDATE));
    }

    private static Optional<String> text(Map<String, Json> fields, String name) {
        return Optional.ofNullable(fields.get(name)).flatMap(Json::text);
    }
}
