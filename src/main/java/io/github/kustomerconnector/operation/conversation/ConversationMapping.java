package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.integer;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.Formats.oneOf;
import static io.github.kustomerconnector.field.Formats.separated;
import static io.github.kustomerconnector.field.Formats.text;
import static io.github.kustomerconnector.field.RecordFormats.CUSTOM;
import static io.github.kustomerconnector.field.RecordFormats.DATE_TIME;
import static io.github.kustomerconnector.field.RecordFormats.TAGS;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.PortableNames;
import org.jspecify.annotations.Nullable;

/**
 * Maps the fields of a conversation to the body of {@code POST /v1/conversations} ("Core resources",
 * developer.kustomer.com).
 */
final class ConversationMapping {

    static final int MAX_ASSIGNED = 10;

    private static final Format STATUS = oneOf("open", "done");

    private ConversationMapping() {}

    /** The body of a create. The customer is required. */
    static BodyBuilder of(@Nullable ConversationFields fields, PortableNames names) {
        if (fields == null) {
            return new BodyBuilder("conversation").require("customer", null, objectId());
        }
        BodyBuilder body = new BodyBuilder("conversation")
                .require("customer", fields.customer(), objectId())
                .put("id", fields.id(), objectId())
                .put("externalId", fields.externalId(), identifier(256))
                .put("name", fields.name(), text(256))
                .put("channel", fields.channel(), identifier(256))
                .put("status", fields.status(), ConversationMapping::status)
                .put("priority", fields.priority(), integer(1, 5))
                .put("direction", fields.direction(), oneOf("in", "out"))
                .put("replyChannel", fields.replyChannel(), identifier(256));
        putRouting(body, fields, names);
        return body.put("tags", fields.tags(), TAGS)
                .put("defaultLang", fields.defaultLang(), identifier(100))
                .put("campaign", fields.campaign(), objectId())
                .put("createdAt", fields.createdAt(), DATE_TIME)
                .put("importedAt", fields.importedAt(), DATE_TIME)
                .put("custom", fields.custom(), CUSTOM)
                .putAdditional(fields.additionalFields());
    }

    /** The requested OpenAPI also lists snoozed, but Kustomer's API refuses it in a create. */
    private static Json status(String field, Json value) {
        if (InvisibleCharacters.normalized(value).equalsIgnoreCase("snoozed")) {
            throw Failure.invalid(
                    field,
                    "can't be snoozed in a new conversation: choose open or done, then snooze it with"
                            + " Update Kustomer Conversation");
        }
        return STATUS.check(field, value);
    }

    private static void putRouting(BodyBuilder body, ConversationFields fields, PortableNames names) {
        body.put("assignedUsers", fields.assignedUsers(), separated(MAX_ASSIGNED, names.user()))
                .put("assignedTeams", fields.assignedTeams(), separated(MAX_ASSIGNED, objectId()))
                .put("queue", fields.queue(), names.queue());
    }
}
