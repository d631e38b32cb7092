package io.github.kustomerconnector.operation.note;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.BulkMapping;
import io.github.kustomerconnector.operation.BulkMapping.ClientIds;
import io.github.kustomerconnector.operation.BulkResource;
import io.github.kustomerconnector.operation.TimelineBulk;
import java.util.List;
import java.util.Map;

/** Many notes. */
public final class NoteBulk {

    private static final String NOTE = "note";

    private NoteBulk() {}

    public static BulkResource notes() {
        return new TimelineBulk(
                NOTE,
                NoteApi.CREATE,
                NoteApi.UPDATE,
                (fields, attachments) -> NoteMapping.of(BulkMapping.bound(NOTE, fields, NoteFields.class), attachments)
                        .checked(),
                NoteBulk::ids);
    }

    /** An update contains the conversation too, because Kustomer requires it in the update of a single note. */
    private static ClientIds ids(Map<String, Json> checked) {
        String conversation = text(checked, "conversation").orElseThrow();
        return new ClientIds(
                "create-note", "conversation", List.of("body"), NoteApi.CREATE_ONLY, NoteApi.lookups(conversation));
    }
}
