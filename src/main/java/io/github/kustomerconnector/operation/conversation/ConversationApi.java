package io.github.kustomerconnector.operation.conversation;

import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.CreateWithClientId;
import java.util.Map;
import java.util.Set;

/** The conversation endpoints and the roles that they need ("Core resources", developer.kustomer.com). */
final class ConversationApi {

    static final Path CONVERSATIONS = Path.of("/v1/conversations");

    static final Role CREATE = new Role("org.permission.conversation.create", "org.user.conversation.write");
    static final Role READ = new Role("org.permission.conversation.read", "org.user.conversation.read");
    static final Role UPDATE = new Role("org.permission.conversation.update", "org.user.conversation.write");

    /** The vendor documents the delete role for removing tags. */
    static final Role REMOVE_TAGS = new Role("org.permission.conversation.delete", "org.user.conversation.write");

    /** The fields that only a create may contain. A move to another customer is a separate update. */
    static final Set<String> CREATE_ONLY = Set.of("id", "customer", "campaign", "createdAt", "importedAt");

    /** The look-ups of a conversation. */
    static final CreateWithClientId.LookupRequests LOOKUPS = new CreateWithClientId.LookupRequests(
            id -> Request.get(byId(id), READ), id -> Request.get(byExternalId(id), READ));

    private ConversationApi() {}

    static Request update(String id, Map<String, Json> body) {
        return new Request("PUT", byId(id), BodyBuilder.bounded("conversation", body), UPDATE);
    }

    /** The look-up by the external id, without a check of the record that Kustomer finds. */
    static Lookup findByExternalId(String externalId) {
        return new Lookup("external ID", () -> Request.get(byExternalId(externalId), READ), found -> true);
    }

    static Path ofCustomer(String customer) {
        return Path.of("/v1/customers/{id}/conversations", customer);
    }

    static Path byId(String id) {
        return Path.of("/v1/conversations/{id}", id);
    }

    static Path tagsOf(String id) {
        return Path.of("/v1/conversations/{id}/tags", id);
    }

    static Path byExternalId(String externalId) {
        return Path.of("/v1/conversations/externalId={externalId}", externalId);
    }
}
