package io.github.kustomerconnector.operation.customer;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import java.util.List;
import java.util.Map;

/** The customer endpoints and the roles that they need ("Core resources", developer.kustomer.com). */
final class CustomerApi {

    static final Path CUSTOMERS = Path.of("/v1/customers");

    static final Role CREATE = new Role("org.permission.customer.create", "org.user.customer.write");
    static final Role READ = new Role("org.permission.customer.read", "org.user.customer.read");
    static final Role UPDATE = new Role("org.permission.customer.update", "org.user.customer.write");

    static final Role DELETE = new Role("org.permission.customer.delete", "org.user.customer.delete");
    static final Role MERGE = new Role(
            "org.permission.customer_merge.create",
            "org.user.customer.write",
            List.of("org.admin.customer.merge.write"));

    static final Path MERGES = Path.of("/v1/customers/merges");

    private CustomerApi() {}

    /** The merges into a customer. */
    static Path mergesInto(String id) {
        return Path.of("/v1/customers/{id}/merges", id).with("pageSize", Path.LARGEST_PAGE);
    }

    static Request create(Map<String, Json> body) {
        return new Request("POST", CUSTOMERS, BodyBuilder.bounded("customer", body), CREATE);
    }

    static Request update(String id, Map<String, Json> body) {
        return new Request("PUT", byId(id), BodyBuilder.bounded("customer", body), UPDATE);
    }

    static Path byId(String id) {
        return Path.of("/v1/customers/{id}", id);
    }

    static Path byExternalId(String externalId) {
        return Path.of("/v1/customers/externalId={externalId}", externalId);
    }

    static Path byEmail(String email) {
        return Path.of("/v1/customers/email={email}", email);
    }

    static Path byPhone(String phone) {
        return Path.of("/v1/customers/phone={phone}", phone);
    }
}
