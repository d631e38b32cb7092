package io.github.kustomerconnector.operation.message;

import static io.github.kustomerconnector.field.Formats.bool;
import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.integer;
import static io.github.kustomerconnector.field.Formats.object;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.Formats.oneOf;
import static io.github.kustomerconnector.field.Formats.optional;
import static io.github.kustomerconnector.field.Formats.required;
import static io.github.kustomerconnector.field.Formats.separated;
import static io.github.kustomerconnector.field.Formats.text;
import static io.github.kustomerconnector.field.PartFormats.OBJECT;
import static io.github.kustomerconnector.field.PartFormats.QUEUE;
import static io.github.kustomerconnector.field.PartFormats.SENTIMENT;
import static io.github.kustomerconnector.field.PartFormats.location;
import static io.github.kustomerconnector.field.RecordFormats.CUSTOM;
import static io.github.kustomerconnector.field.RecordFormats.DATE_TIME;

import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Attachments;
import io.github.kustomerconnector.operation.Attachments.ReferenceType;
import org.jspecify.annotations.Nullable;

/**
 * Maps the fields of a message to the body of {@code POST /v1/messages} ("Core resources", developer.kustomer.com).
 */
final class MessageMapping {

    private static final String CONTAINER = "message";
    private static final int MAX_PREVIEW = 10_240;
    private static final int MAX_IDS = 100;

    private static final Format CHANNEL =
            oneOf("email", "sms", "chat", "facebook", "twitter-dm", "twitter-tweet", "voice", "instagram", "whatsapp");

    private static final Format REFERENCE =
            object(required("message", objectId()), required("type", oneOf("reply", "replyAll", "forward")));

    private static final Format ERROR = object(
            optional("status", integer(0, 999)),
            optional("code", text(256)),
            optional("title", text(1024)),
            optional("detail", text(1024)),
            optional("source", OBJECT),
            optional("meta", OBJECT),
            optional("links", OBJECT));

    private MessageMapping() {}

    /**
     * The body of a create. Channel, app, and a conversation or a customer are required.
     *
     * @param attachments collects the message's documents
     */
    static BodyBuilder of(@Nullable MessageFields fields, Attachments attachments) {
        BodyBuilder body = new BodyBuilder(CONTAINER);
        if (fields == null) {
            return body.require("conversation", null, objectId());
        }
        putParent(body, fields);
        body.require("channel", fields.channel(), CHANNEL)
                .put("direction", fields.direction(), oneOf("in", "out"))
                .put("subject", fields.subject(), text(256))
                .put("preview", fields.preview(), text(MAX_PREVIEW))
                .put("attachments", fields.attachments(), attachments.format(ReferenceType.OBJECTS_OR_IDS))
                .require("app", fields.app(), identifier(256))
                .put("externalId", fields.externalId(), identifier(256))
                .put("id", fields.id(), objectId());
        putDelivery(body, fields);
        putContent(body, fields);
        putAuthor(body, fields);
        return body.putAdditional(fields.additionalFields());
    }

    /** The conversation or the customer, at least the one that the form shows. An expression can set both. */
    private static void putParent(BodyBuilder body, MessageFields fields) {
        boolean hasConversation = isSet(fields.conversation());
        boolean needsCustomer = !hasConversation
                && Choice.orElse(fields.parent(), "conversation").equals("customer");
        if (needsCustomer) {
            body.require("customer", fields.customer(), objectId());
        } else {
            body.put("customer", fields.customer(), objectId());
        }
        if (needsCustomer || isSet(fields.customer())) {
            body.put("conversation", fields.conversation(), objectId());
        } else {
            body.require("conversation", fields.conversation(), objectId());
        }
    }

    private static boolean isSet(@Nullable Json value) {
        return value != null && !value.isBlank();
    }

    private static void putDelivery(BodyBuilder body, MessageFields fields) {
        body.put("status", fields.status(), oneOf("sent", "received", "error"))
                .put("sentAt", fields.sentAt(), DATE_TIME)
                .put("error", fields.error(), ERROR)
                .put("errorAt", fields.errorAt(), DATE_TIME)
                .put("auto", fields.auto(), bool())
                .put("source", fields.source(), oneOf("bulk", "satisfaction"))
                .put("related", fields.related(), objectId())
                .put("reference", fields.reference(), REFERENCE)
                .put("queue", fields.queue(), QUEUE);
    }

    private static void putContent(BodyBuilder body, MessageFields fields) {
        body.put("lang", fields.lang(), identifier(100))
                .put("sentiment", fields.sentiment(), SENTIMENT)
                .put("size", fields.size(), integer(0, Integer.MAX_VALUE))
                .put("shortcuts", fields.shortcuts(), separated(MAX_IDS, identifier(256)))
                .put("kbArticles", fields.kbArticles(), separated(MAX_IDS, identifier(256)))
                .put("location", fields.location(), location())
                .put("meta", fields.meta(), OBJECT)
                .put("custom", fields.custom(), CUSTOM);
    }

    private static void putAuthor(BodyBuilder body, MessageFields fields) {
        body.put("importedAt", fields.importedAt(), DATE_TIME)
                .put("createdAt", fields.createdAt(), DATE_TIME)
                .put("createdBy", fields.createdBy(), objectId())
                .put("modifiedAt", fields.modifiedAt(), DATE_TIME)
                .put("modifiedBy", fields.modifiedBy(), objectId());
    }
}
