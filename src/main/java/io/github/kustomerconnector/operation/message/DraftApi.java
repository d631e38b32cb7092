package io.github.kustomerconnector.operation.message;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Role;
import java.util.Set;

/**
 * The draft endpoints ("Core resources", developer.kustomer.com). Failures name the roles of messages, because the
 * roles of drafts are not documented.
 */
final class DraftApi {

    static final Role WRITE = MessageApi.CREATE;
    static final Role READ = MessageApi.READ;

    /** The fields that only a create may contain. */
    static final Set<String> CREATE_ONLY = Set.of("meta");

    /** The fields that select an existing draft, or belong to a new one. */
    static final Set<String> OF_ORIGIN = Set.of("id", "customer", "attachments");

    private DraftApi() {}

    static Path ofCustomer(String customer) {
        return Path.of("/v1/customers/{id}/drafts", customer);
    }

    static Path firstOfCustomer(String customer) {
        return ofCustomer(customer).with("pageSize", Path.LARGEST_PAGE);
    }

    static Path byId(String id) {
        return Path.of("/v1/drafts/{id}", id);
    }
}
