package io.github.kustomerconnector.operation.note;

import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.object;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.Formats.optional;
import static io.github.kustomerconnector.field.Formats.separated;
import static io.github.kustomerconnector.field.Formats.text;
import static io.github.kustomerconnector.field.RecordFormats.DATE_TIME;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Attachments;
import io.github.kustomerconnector.operation.Attachments.ReferenceType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps the fields of a note to the body of {@code POST /v1/conversations/{id}/notes} ("Core resources",
 * developer.kustomer.com).
 */
final class NoteMapping {

    private static final int MAX_BODY = 10_240;
    private static final int MAX_MENTIONS = 20;

    private static final Format MENTION = object(optional("user", objectId()), optional("team", objectId()));

    private NoteMapping() {}

    /**
     * The body of a create. Conversation and text are required.
     *
     * @param attachments collects the note's documents
     */
    static BodyBuilder of(@Nullable NoteFields fields, Attachments attachments) {
        BodyBuilder body = new BodyBuilder("note");
        if (fields == null) {
            return body.require("conversation", null, objectId()).require("body", null, text(MAX_BODY));
        }
        return body.require("conversation", fields.conversation(), objectId())
                .require("body", fields.body(), text(MAX_BODY))
                .put("userMentions", fields.userMentions(), separated(MAX_MENTIONS, NoteMapping::mention))
                .put("attachments", fields.attachments(), attachments.format(ReferenceType.OBJECTS))
                .put("externalId", fields.externalId(), identifier(256))
                .put("lang", fields.lang(), identifier(100))
                .put("id", fields.id(), objectId())
                .put("importedAt", fields.importedAt(), DATE_TIME)
                .put("createdAt", fields.createdAt(), DATE_TIME)
                .put("createdBy", fields.createdBy(), objectId())
                .put("modifiedAt", fields.modifiedAt(), DATE_TIME)
                .put("modifiedBy", fields.modifiedBy(), objectId())
                .putAdditional(fields.additionalFields());
    }

    /** A user or a team. An id without a key names a user. */
    private static Json mention(String field, Json value) {
        Json checked = MENTION.check(field, value.isObject() ? value : Json.object(Map.of("user", value)));
        if (checked.fields().size() != 1) {
            throw Failure.invalid(field, "must have either user or team");
        }
        return checked;
    }
}
