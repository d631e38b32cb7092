package io.github.kustomerconnector.operation.message;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.operation.CreateWithClientId;
import java.util.Set;

/** The message endpoints and the roles that they need ("Core resources", developer.kustomer.com). */
final class MessageApi {

    static final Role CREATE = new Role("org.permission.message.create", "org.user.message.write");
    static final Role READ = new Role("org.permission.message.read", "org.user.message.read");
    static final Role UPDATE = new Role("org.permission.message.update", "org.user.message.write");

    /** The fields that only a create may contain. */
    static final Set<String> CREATE_ONLY = Set.of(
            "id",
            "customer",
            "conversation",
            "channel",
            "app",
            "direction",
            "reference",
            "auto",
            "source",
            "shortcuts",
            "kbArticles",
            "location",
            "queue",
            "importedAt");

    /** The fields that describe a message but are not its content. */
    static final Set<String> NO_DATA = Set.of(
            "id",
            "externalId",
            "customer",
            "conversation",
            "channel",
            "app",
            "direction",
            "status",
            "sentAt",
            "lang",
            "auto",
            "source",
            "related",
            "reference",
            "queue",
            "importedAt",
            "createdAt",
            "createdBy",
            "modifiedAt",
            "modifiedBy");

    /** The look-ups of a message. */
    static final CreateWithClientId.LookupRequests LOOKUPS = new CreateWithClientId.LookupRequests(
            id -> Request.get(byId(id), READ), id -> Request.get(byExternalId(id), READ));

    private MessageApi() {}

    static Path ofConversation(String conversation) {
        return Path.of("/v1/conversations/{id}/messages", conversation);
    }

    static Path ofCustomer(String customer) {
        return Path.of("/v1/customers/{id}/messages", customer);
    }

    static Path byId(String id) {
        return Path.of("/v1/messages/{id}", id);
    }

    /** In lower case, as the vendor documents it. */
    static Path byExternalId(String externalId) {
        return Path.of("/v1/messages/externalid={externalId}", externalId);
    }
}
