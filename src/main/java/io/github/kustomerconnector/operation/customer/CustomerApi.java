package io.github.kustomerconnector.operation.customer;

import io.github.kustomerconnector.client.Path;
import io.github.kustomerconnector.client.Role;

/** The customer endpoints and the roles that they need ("Core resources", developer.kustomer.com). */
final class CustomerApi {

    static final Path CUSTOMERS = Path.of("/v1/customers");

    static final Role CREATE = new Role("org.permission.customer.create", "org.user.customer.write");
    static final Role READ = new Role("org.permission.customer.read", "org.user.customer.read");
    static final Role UPDATE = new Role("org.permission.customer.update", "org.user.customer.write");

    private CustomerApi() {}

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
