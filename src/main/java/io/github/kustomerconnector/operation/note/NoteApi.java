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

    /** Fields said once, when the record is made. */
    static final Set<String> CREATE_ONLY = Set.of("id", "importedAt");

    /** The longest page that Kustomer gives. */
    private static final String PAGE_SIZE = "100";

    private NoteApi() {}

    static Path ofConversation(String conversation) {
        return Path.of("/v1/conversations/{id}/notes", conversation);
    }

    static Path byId(String id) {
        return Path.of("/v1/notes/{id}", id);
    }

    /** How a note is found again: there is no look-up by external id, but the conversation's list of notes. */
    static CreateWithClientId.LookupRequests ways(String conversation) {
        return new CreateWithClientId.LookupRequests(
                id -> Request.get(byId(id), READ),
                externalId -> Request.get(ofConversation(conversation).with("pageSize", PAGE_SIZE), READ),
                Lookup.Answer.LIST);
    }
}
