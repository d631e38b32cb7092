package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.operation.Formats.flag;
import static io.github.kustomerconnector.operation.Formats.integer;
import static io.github.kustomerconnector.operation.Formats.list;
import static io.github.kustomerconnector.operation.Formats.objectId;
import static io.github.kustomerconnector.operation.Formats.oneOf;
import static io.github.kustomerconnector.operation.Formats.text;
import static io.github.kustomerconnector.operation.PartFormats.QUEUE;
import static io.github.kustomerconnector.operation.RecordFormats.CUSTOM;
import static io.github.kustomerconnector.operation.RecordFormats.DATE_TIME;
import static io.github.kustomerconnector.operation.RecordFormats.TAGS;

import io.github.kustomerconnector.client.Failure;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.ChangeFields;
import io.github.kustomerconnector.operation.Format;
import io.github.kustomerconnector.operation.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a conversation as the body of a request: {@code PUT /v1/conversations/{id}} of the vendor's "Core
 * resources". Tags, and the customer to move to, are in it too, wherever they are sent in the end.
 */
final class ConversationChangeBody {

    private static final Json SNOOZED = Json.of("snoozed");

    /** The fields that can be without a value, and what Kustomer takes for none. */
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

    private ConversationChangeBody() {}

    /** The fields that change, checked. */
    static RequestBody of(@Nullable ConversationChangeFields fields, ChangeFields change) {
        RequestBody body = new RequestBody("conversation");
        if (fields == null) {
            return change.applyTo(body, EMPTIES);
        }
        putState(body, fields);
        body.put("name", fields.name(), text(256))
                .put("externalId", fields.externalId(), text(256))
                .put("replyChannel", fields.replyChannel(), text(256))
                .put("direction", fields.direction(), oneOf("in", "out"))
                .put("defaultLang", fields.defaultLang(), text(100))
                .put("tags", fields.tags(), TAGS)
                .put("customer", fields.customer(), objectId())
                .put("custom", fields.custom(), CUSTOM);
        putRouting(body, fields);
        putEnd(body, fields);
        return change.applyTo(body, EMPTIES).putAdditional(fields.additionalFields());
    }

    private static void putState(RequestBody body, ConversationChangeFields fields) {
        boolean onlySnoozes = isBlank(fields.status()) && !isBlank(fields.snoozeUntil());
        body.put("status", onlySnoozes ? SNOOZED : fields.status(), oneOf("open", "snoozed", "done"))
                .put("conversation.snoozeUntil", "snooze", fields.snoozeUntil(), snoozing(body))
                .put("subStatus", fields.subStatus(), text(256))
                .put("priority", fields.priority(), integer(1, 5))
                .put("locked", fields.locked(), flag());
    }

    private static void putRouting(RequestBody body, ConversationChangeFields fields) {
        body.put("assignedUsers", fields.assignedUsers(), list(ConversationBody.MAX_ASSIGNED, objectId()))
                .put("assignedTeams", fields.assignedTeams(), list(ConversationBody.MAX_ASSIGNED, objectId()))
                .put("queue", fields.queue(), QUEUE);
    }

    private static void putEnd(RequestBody body, ConversationChangeFields fields) {
        body.put("ended", fields.ended(), flag())
                .put("endedAt", fields.endedAt(), DATE_TIME)
                .put("endedReason", fields.endedReason(), text(256))
                .put("endedBy", fields.endedBy(), text(256))
                .put("endedByType", fields.endedByType(), oneOf("user", "customer"));
    }

    /** The time at which a conversation opens again, that is snoozed by the same change. */
    private static Format snoozing(RequestBody body) {
        return (field, value) -> {
            if (body.get("status").filter(status -> !status.equals(SNOOZED)).isPresent()) {
                throw Failure.invalid(field, "is given, but the status is not snoozed");
            }
            return Json.object(
                    new TreeMap<>(Map.of("status", Json.of("scheduled"), "time", DATE_TIME.check(field, value))));
        };
    }

    private static boolean isBlank(@Nullable Json value) {
        return value == null || value.isBlank();
    }
}
