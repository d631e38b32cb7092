package io.github.kustomerconnector.operation.message;

import static io.github.kustomerconnector.field.Formats.bool;
import static io.github.kustomerconnector.field.Formats.list;
import static io.github.kustomerconnector.field.Formats.object;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.Formats.objectOr;
import static io.github.kustomerconnector.field.Formats.oneOf;
import static io.github.kustomerconnector.field.Formats.optional;
import static io.github.kustomerconnector.field.Formats.required;
import static io.github.kustomerconnector.field.Formats.text;
import static io.github.kustomerconnector.field.PartFormats.OBJECT;
import static io.github.kustomerconnector.field.RecordFormats.DATE_TIME;
import static io.github.kustomerconnector.field.RecordFormats.EMAIL;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Attachments;
import io.github.kustomerconnector.operation.Attachments.ReferenceType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A draft's fields as the body of a request: {@code POST /v1/customers/{id}/drafts} of the vendor's "Core resources". Which fields
 * there are depends on the channel; one that does not go with the channel is refused.
 */
final class DraftMapping {

    private static final int MAX_LIST = 100;

    private static final Format ADDRESS = objectOr(required("email", EMAIL), optional("name", text(256)));
    private static final Format ADDRESSES = list(MAX_LIST, ADDRESS);
    private static final Format HEADERS =
            list(MAX_LIST, object(required("name", text(256)), optional("value", text(1024))));

    /** What a channel takes. */
    private enum Channel {
        EMAIL("email", 10_240),
        SMS("sms", 1600),
        WHATSAPP("whatsapp", 10_240),
        CHAT("chat", 1024),
        FACEBOOK("facebook", 2000),
        INSTAGRAM("instagram", 1000),
        TWITTER_DM("twitter-dm", 10_240),
        TWITTER_TWEET("twitter-tweet", 10_240);

        private final String word;
        private final int longestBody;

        Channel(String word, int longestBody) {
            this.word = word;
            this.longestBody = longestBody;
        }

        static Channel of(@Nullable Json given) {
            String word = given == null ? "" : given.text().orElse("").strip();
            for (Channel channel : values()) {
                if (channel.word.equalsIgnoreCase(word)) {
                    return channel;
                }
            }
            throw Failure.invalid(
                    "draft.channel",
                    "is not one of email, sms, whatsapp, chat, facebook, instagram, twitter-dm, twitter-tweet");
        }

        /** What may send it; empty where Kustomer takes no app. */
        List<String> apps() {
            return switch (this) {
                case EMAIL -> List.of("gmail", "postmark");
                case SMS -> List.of("twilio", "zipwhip");
                case WHATSAPP -> List.of("whatsapp", "twilio_whatsapp", "messagebird");
                case CHAT, FACEBOOK, INSTAGRAM, TWITTER_DM, TWITTER_TWEET -> List.of();
            };
        }

        Format party() {
            return this == EMAIL ? ADDRESS : text(256);
        }

        Format parties() {
            return this == EMAIL ? ADDRESSES : text(256);
        }
    }

    private DraftMapping() {}

    /**
     * The fields of a new draft that are set, checked; it has a text, or what stands for one, and no time yet.
     *
     * @param attachments takes the draft's documents
     */
    static BodyBuilder of(DraftFields fields, Attachments attachments) {
        Channel channel = Channel.of(fields.channel());
        BodyBuilder body = fields(fields, attachments, channel)
                .require("customer", fields.customer(), objectId())
                // Known and not set: a draft with a time would go out at once.
                .put("sendAt", null, DATE_TIME);
        Json instead =
                switch (channel) {
                    case EMAIL -> fields.template();
                    case WHATSAPP -> fields.meta();
                    case CHAT -> fields.attachments();
                    case SMS, FACEBOOK, INSTAGRAM, TWITTER_DM, TWITTER_TWEET -> null;
                };
        Format text = text(channel.longestBody);
        boolean isTextNeeded = instead == null || instead.isBlank();
        body = isTextNeeded ? body.require("body", fields.body(), text) : body.put("body", fields.body(), text);
        return body.putAdditional(fields.additionalFields());
    }

    /** The fields that a draft that is there gets with its time, checked. */
    static BodyBuilder change(DraftFields fields, Attachments attachments) {
        Channel channel = Channel.of(fields.channel());
        return fields(fields, attachments, channel)
                .put("body", fields.body(), text(channel.longestBody))
                .require("id", fields.id(), objectId())
                .put("sendAt", fields.sendAt(), DATE_TIME)
                .putAdditional(fields.additionalFields());
    }

    /** The time at which the draft goes out, checked; empty for now. */
    static Optional<Json> time(DraftFields fields) {
        BodyBuilder body = new BodyBuilder("draft").put("sendAt", fields.sendAt(), DATE_TIME);
        return Optional.ofNullable(body.checked().get("sendAt"));
    }

    /** WhatsApp does not do without the app. */
    private static BodyBuilder kind(DraftFields fields, Channel channel) {
        BodyBuilder body = new BodyBuilder("draft").require("channel", fields.channel(), oneOf(channel.word));
        Format app =
                only(!channel.apps().isEmpty(), channel, oneOf(channel.apps().toArray(String[]::new)));
        return channel == Channel.WHATSAPP
                ? body.require("app", fields.app(), app)
                : body.put("app", fields.app(), app);
    }

    private static BodyBuilder fields(DraftFields fields, Attachments attachments, Channel channel) {
        BodyBuilder body = kind(fields, channel)
                .put("conversation", fields.conversation(), objectId())
                .put("to", fields.to(), channel.parties())
                .put("from", fields.from(), channel.party());
        putEmail(body, fields, channel);
        return body.put("meta", fields.meta(), only(channel == Channel.WHATSAPP, channel, OBJECT))
                .put(
                        "attachments",
                        fields.attachments(),
                        only(channel == Channel.CHAT, channel, attachments.format(ReferenceType.IDS)))
                .put("lang", fields.lang(), text(100))
                .put("auto", fields.auto(), bool())
                .put("source", fields.source(), oneOf("bulk", "satisfaction"))
                .put("shortcuts", fields.shortcuts(), list(MAX_LIST, text(256)))
                .put("kbArticles", fields.kbArticles(), list(MAX_LIST, text(256)))
                .put("payload", fields.payload(), OBJECT);
    }

    private static void putEmail(BodyBuilder body, DraftFields fields, Channel channel) {
        boolean isEmail = channel == Channel.EMAIL;
        body.put("subject", fields.subject(), only(isEmail, channel, text(256)))
                .put("cc", fields.cc(), only(isEmail, channel, ADDRESSES))
                .put("bcc", fields.bcc(), only(isEmail, channel, ADDRESSES))
                .put("replyTo", fields.replyTo(), only(isEmail, channel, EMAIL))
                .put("template", fields.template(), only(isEmail, channel, text(256)))
                .put("headers", fields.headers(), only(isEmail, channel, HEADERS));
    }

    private static Format only(boolean allowed, Channel channel, Format format) {
        return allowed
                ? format
                : (field, value) -> {
                    throw Failure.invalid(field, "does not go with the channel " + channel.word);
                };
    }
}
