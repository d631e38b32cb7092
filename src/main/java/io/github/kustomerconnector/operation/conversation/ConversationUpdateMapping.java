package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.field.Formats.bool;
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
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.operation.UpdateOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Maps the fields of an update to the body of {@code PUT /v1/conversations/{id}} ("Core resources",
 * developer.kustomer.com). The body also has the tags and the customer to move to, which {@link UpdateConversation}
 * may send in other requests.
 */
final class ConversationUpdateMapping {

    private static final Json SNOOZED = Json.of("snoozed");

    /** The fields that can be cleared, each with its empty value. */
    private static final Map<String, Json> EMPTIES = new TreeMap<>(Map.of(
            "assignedTeams", Json.list(List.of()),
            "assignedUsers", Json.list(List.of()),
            "defaultLang", Json.NULL,
            "externalId", Json.NULL,
            "name", Json.NULL,
            "queue", Json.object(Map.of("id", Json.NULL)),
            "replyChannel", Json.NULL,
            "satisfaction", Json.NULL,
            "tags", Json.list(List.of())));

    private ConversationUpdateMapping() {}

    /** The body of an update. */
    static BodyBuilder of(@Nullable ConversationUpdateFields fields, UpdateOptions options, PortableNames names) {
        BodyBuilder body = new BodyBuilder("conversation");
        if (fields == null) {
            return options.applyTo(body, EMPTIES);
        }
        putState(body, fields);
        body.put("name", fields.name(), text(256))
                .put("externalId", fields.externalId(), identifier(256))
                .put("replyChannel", fields.replyChannel(), identifier(256))
                .put("direction", fields.direction(), oneOf("in", "out"))
                .put("defaultLang", fields.defaultLang(), identifier(100))
                .put("tags", fields.tags(), TAGS)
                .put("customer", fields.customer(), objectId())
                .put("custom", fields.custom(), CUSTOM);
        putRouting(body, fields, names);
        putEnd(body, fields);
        return options.applyTo(body, EMPTIES).putAdditional(fields.additionalFields());
    }

    private static void putState(BodyBuilder body, ConversationUpdateFields fields) {
        boolean onlySnoozes = isBlank(fields.status()) && !isBlank(fields.snoozeUntil());
        body.put("status", onlySnoozes ? SNOOZED : fields.status(), oneOf("open", "snoozed", "done"))
                .put("conversation.snoozeUntil", "snooze", fields.snoozeUntil(), snooze(body))
                .put("subStatus", fields.subStatus(), text(256))
                .put("priority", fields.priority(), integer(1, 5))
                .put("locked", fields.locked(), bool());
    }

    private static void putRouting(BodyBuilder body, ConversationUpdateFields fields, PortableNames names) {
        body.put("assignedUsers", fields.assignedUsers(), separated(ConversationMapping.MAX_ASSIGNED, names.user()))
                .put("assignedTeams", fields.assignedTeams(), separated(ConversationMapping.MAX_ASSIGNED, objectId()))
                .put("queue", fields.queue(), names.queue());
    }

    private static void putEnd(BodyBuilder body, ConversationUpdateFields fields) {
        body.put("ended", fields.ended(), bool())
                .put("endedAt", fields.endedAt(), DATE_TIME)
                .put("endedReason", fields.endedReason(), text(256))
                .put("endedBy", fields.endedBy(), objectId())
                .put("endedByType", fields.endedByType(), oneOf("user", "customer"));
    }

    /** The time at which a conversation reopens. The same update must snooze it. */
    private static Format snooze(BodyBuilder body) {
        return (field, value) -> {
            if (body.get("status").filter(status -> !status.equals(SNOOZED)).isPresent()) {
                throw Failure.invalid(field, "is set, but the status is not snoozed");
            }
            return Json.object(
                    new TreeMap<>(Map.of("status", Json.of("scheduled"), "time", DATE_TIME.check(field, value))));
        };
    }

    private static boolean isBlank(@Nullable Json value) {
        return value == null || value.isBlank();
    }
}
