package io.github.kustomerconnector.operation.note;

import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.operation.CreateWithClientId;
import java.util.Set;

/** The note endpoints and the roles that they need ("Core resources", developer.kustomer.com). */
final class NoteApi {

    static final Role CREATE = new Role("org.permission.note.create", "org.user.note.write");
    static final Role READ = new Role("org.permission.note.read", "org.user.note.read");
    static final Role UPDATE = new Role("org.permission.note.update", "org.user.note.write");

    /** The fields that only a create may contain. */
    static final Set<String> CREATE_ONLY = Set.of("id", "importedAt");

    private NoteApi() {}

    static Path ofConversation(String conversation) {
        return Path.of("/v1/conversations/{id}/notes", conversation);
    }

    static Path byId(String id) {
        return Path.of("/v1/notes/{id}", id);
    }

    /**
     * The look-ups of a note. The one by external id reads the list of the conversation, because Kustomer has no
     * other.
     */
    static CreateWithClientId.LookupRequests lookups(String conversation) {
        return new CreateWithClientId.LookupRequests(
                id -> Request.get(byId(id), READ),
                externalId -> Request.get(ofConversation(conversation).with("pageSize", Path.LARGEST_PAGE), READ),
                Lookup.Answer.LIST);
    }
}
