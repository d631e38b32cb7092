package io.github.kustomerconnector.operation.note;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Attachments;
import io.github.kustomerconnector.operation.BulkMapping;
import io.github.kustomerconnector.operation.BulkMapping.ClientIds;
import io.github.kustomerconnector.operation.BulkResource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Many notes. Each sends an id that is derived from its identity, so Kustomer refuses a repeated create, and the id finds
 * the note.
 */
public final class NoteBulk implements BulkResource {

    private static final String NOTE = "note";

    @Override
    public Path path() {
        return Path.of("/v1/notes/bulk");
    }

    @Override
    public Set<BulkAction> actions() {
        return EnumSet.complementOf(EnumSet.of(BulkAction.DELETE));
    }

    @Override
    public Role role(BulkAction action) {
        return action == BulkAction.UPDATE ? NoteApi.UPDATE : NoteApi.CREATE;
    }

    /** Kustomer keeps no external ids of notes unique, so an upsert looks for them. */
    @Override
    public boolean looksUpFirst(BulkAction action) {
        return action == BulkAction.UPSERT;
    }

    @Override
    public BulkItem create(Given given) {
        Attachments attachments = BulkMapping.attachments(given);
        Map<String, Json> checked = NoteMapping.of(
                        BulkMapping.bound(NOTE, given.fields(), NoteFields.class), attachments)
                .checked();
        BulkMapping.refuseUploads(NOTE, attachments);
        String conversation = text(checked, "conversation").orElseThrow();
        // Kustomer requires the conversation in the update of a single note too.
        return BulkMapping.withClientId(
                given,
                checked,
                new ClientIds(
                        "create-note",
                        "conversation",
                        List.of("body"),
                        NoteApi.CREATE_ONLY,
                        NoteApi.lookups(conversation)));
    }

    @Override
    public BulkItem update(Given given) {
        return BulkMapping.uncheckedUpdate(NOTE, given);
    }
}
