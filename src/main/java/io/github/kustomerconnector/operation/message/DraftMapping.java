package io.github.kustomerconnector.operation.message;

import static io.github.kustomerconnector.field.Formats.bool;
import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.list;
import static io.github.kustomerconnector.field.Formats.object;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.Formats.objectOr;
import static io.github.kustomerconnector.field.Formats.oneOf;
import static io.github.kustomerconnector.field.Formats.optional;
import static io.github.kustomerconnector.field.Formats.required;
import static io.github.kustomerconnector.field.Formats.separated;
import static io.github.kustomerconnector.field.Formats.text;
import static io.github.kustomerconnector.field.PartFormats.OBJECT;
import static io.github.kustomerconnector.field.RecordFormats.DATE_TIME;
import static io.github.kustomerconnector.field.RecordFormats.EMAIL;
import static io.github.kustomerconnector.field.RecordFormats.SENDER;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Attachments;
import io.github.kustomerconnector.operation.Attachments.ReferenceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Maps the fields of a draft to the body of {@code POST /v1/customers/{id}/drafts} ("Core resources",
 * developer.kustomer.com). The channel determines which fields are allowed.
 */
final class DraftMapping {

    private static final int MAX_LIST = 100;

    /** The fields of the form that an existing draft has already. */
    private static final List<String> OF_NEW_DRAFT = List.of(
            "channel",
            "app",
            "conversation",
            "to",
            "from",
            "subject",
            "body",
            "cc",
            "bcc",
            "replyTo",
            "template",
            "headers",
            "meta",
            "lang",
            "auto",
            "source",
            "shortcuts",
            "kbArticles",
            "payload");

    private static final Format ADDRESS = objectOr(required("email", EMAIL), optional("name", text(256)));
    private static final Format ADDRESSES = separated(MAX_LIST, ADDRESS, "email");
    private static final Format HEADERS =
            list(MAX_LIST, object(required("name", text(256)), optional("value", text(1024))));

    /** A channel and what it accepts. */
    private enum Channel {
        EMAIL("email", 10_240),
        SMS("sms", 1600),
        WHATSAPP("whatsapp", 10_240),
        CHAT("chat", 1024),
        FACEBOOK("facebook", 2000),
        INSTAGRAM("instagram", 1000),
        TWITTER_DM("twitter-dm", 10_240),
        TWITTER_TWEET("twitter-tweet", 10_240);

        private final String name;
        private final int longestBody;

        Channel(String name, int longestBody) {
            this.name = name;
            this.longestBody = longestBody;
        }

        static Channel of(@Nullable Json given) {
            String name = given == null ? "" : InvisibleCharacters.normalized(given);
            for (Channel channel : values()) {
                if (channel.name.equalsIgnoreCase(name)) {
                    return channel;
                }
            }
            throw Failure.invalid(
                    "draft.channel",
                    "is not one of email, sms, whatsapp, chat, facebook, instagram, twitter-dm, twitter-tweet");
        }

        /** The apps that can send it; empty if Kustomer accepts none. */
        List<String> apps() {
            return switch (this) {
                case EMAIL -> List.of("gmail", "postmark");
                case SMS -> List.of("twilio", "zipwhip");
                case WHATSAPP -> List.of("whatsapp", "twilio_whatsapp", "messagebird");
                case CHAT, FACEBOOK, INSTAGRAM, TWITTER_DM, TWITTER_TWEET -> List.of();
            };
        }

        Format party() {
            return this == EMAIL ? ADDRESS : other();
        }

        Format parties() {
            return this == EMAIL ? ADDRESSES : other();
        }

        /** A phone number, or a name in a social network. */
        private Format other() {
            return this == SMS || this == WHATSAPP ? SENDER : identifier(256);
        }
    }

    private DraftMapping() {}

    /**
     * The body of a create. It has a text or its substitute, and no time.
     *
     * @param attachments collects the draft's documents
     */
    static BodyBuilder of(DraftFields fields, Attachments attachments) {
        Channel channel = Channel.of(fields.channel());
        BodyBuilder body = fields(fields, attachments, channel)
                .require("customer", fields.customer(), objectId())
                // Reserved: Kustomer sends a draft as soon as it has a time.
                .put("sendAt", null, DATE_TIME)
                .put("body", fields.body(), text(channel.longestBody))
                .putAdditional(fields.additionalFields());
        boolean hasText = isSet(fields.body()) || hasTextSubstitute(body, fields, channel);
        return hasText ? body : body.require("body", null, OBJECT);
    }

    /** A substitute that is set may still be an empty list, which is not sent. Problems of fields come first. */
    private static boolean hasTextSubstitute(BodyBuilder body, DraftFields fields, Channel channel) {
        return switch (channel) {
            case EMAIL -> isSet(fields.template()) && body.checked().containsKey("template");
            case WHATSAPP -> isSet(fields.meta()) && body.checked().containsKey("meta");
            case CHAT -> isSet(fields.attachments()) && body.checked().containsKey("attachments");
            case SMS, FACEBOOK, INSTAGRAM, TWITTER_DM, TWITTER_TWEET -> false;
        };
    }

    private static boolean isSet(@Nullable Json given) {
        return given != null && !given.isBlank() && !Format.isObjectOfBlanks(given);
    }

    /**
     * The id and the customer of an existing draft, and what its release sends besides {@link #repeated}. The other
     * fields of the form belong to a new draft.
     *
     * @param attachments collects the documents, which can't be added to an existing draft
     */
    static BodyBuilder release(DraftFields fields, Attachments attachments) {
        BodyBuilder body = new BodyBuilder("draft")
                .require("id", fields.id(), objectId())
                .require("customer", fields.customer(), objectId())
                .put("attachments", fields.attachments(), attachments.format(ReferenceType.IDS))
                .put("sendAt", fields.sendAt(), DATE_TIME);
        OF_NEW_DRAFT.forEach(name -> body.put(name, null, OBJECT));
        return body.putAdditional(fields.additionalFields());
    }

    /** The fields of an existing draft that its release repeats, because Kustomer requires them. */
    static Map<String, Json> repeated(DraftFields fields, Resource draft) {
        Map<String, Json> repeated = new LinkedHashMap<>();
        Optional<Json> channel = draft.attributes().field("channel");
        channel.ifPresent(name -> repeated.put("channel", name));
        if (channel.filter(name -> name.isText(Channel.WHATSAPP.name)).isPresent()) {
            repeated.put("app", draft.attributes().field("app").orElseGet(() -> appOfWhatsApp(fields)));
        }
        return repeated;
    }

    private static Json appOfWhatsApp(DraftFields fields) {
        Format app = oneOf(Channel.WHATSAPP.apps().toArray(String[]::new));
        return Json.of(BodyBuilder.required("draft", "app", fields.app(), app));
    }

    /** The checked send time; empty for now. */
    static Optional<Json> time(DraftFields fields) {
        BodyBuilder body = new BodyBuilder("draft").put("sendAt", fields.sendAt(), DATE_TIME);
        return Optional.ofNullable(body.checked().get("sendAt"));
    }

    /** The channel and its app. WhatsApp requires an app. */
    private static BodyBuilder channelAndApp(DraftFields fields, Channel channel) {
        BodyBuilder body = new BodyBuilder("draft").require("channel", fields.channel(), oneOf(channel.name));
        Format app =
                only(!channel.apps().isEmpty(), channel, oneOf(channel.apps().toArray(String[]::new)));
        return channel == Channel.WHATSAPP
                ? body.require("app", fields.app(), app)
                : body.put("app", fields.app(), app);
    }

    private static BodyBuilder fields(DraftFields fields, Attachments attachments, Channel channel) {
        BodyBuilder body = channelAndApp(fields, channel)
                .put("conversation", fields.conversation(), objectId())
                .put("to", fields.to(), channel.parties())
                .put("from", fields.from(), channel.party());
        putEmail(body, fields, channel);
        return body.put("meta", fields.meta(), only(channel == Channel.WHATSAPP, channel, meta(fields)))
                .put(
                        "attachments",
                        fields.attachments(),
                        only(channel == Channel.CHAT, channel, attachments.format(ReferenceType.IDS)))
                .put("lang", fields.lang(), identifier(100))
                .put("auto", fields.auto(), bool())
                .put("source", fields.source(), oneOf("bulk", "satisfaction"))
                .put("shortcuts", fields.shortcuts(), separated(MAX_LIST, identifier(256)))
                .put("kbArticles", fields.kbArticles(), separated(MAX_LIST, identifier(256)))
                .put("payload", fields.payload(), OBJECT);
    }

    /** Kustomer takes either a WhatsApp template or a text. */
    private static Format meta(DraftFields fields) {
        return (field, value) -> {
            if (fields.body() != null && !fields.body().isBlank()) {
                throw Failure.invalid(field, "can't be sent together with draft.body: remove one of the two");
            }
            return OBJECT.check(field, value);
        };
    }

    private static void putEmail(BodyBuilder body, DraftFields fields, Channel channel) {
        boolean isEmail = channel == Channel.EMAIL;
        body.put("subject", fields.subject(), only(isEmail, channel, text(256)))
                .put("cc", fields.cc(), only(isEmail, channel, ADDRESSES))
                .put("bcc", fields.bcc(), only(isEmail, channel, ADDRESSES))
                .put("replyTo", fields.replyTo(), only(isEmail, channel, EMAIL))
                .put("template", fields.template(), only(isEmail, channel, objectId()))
                .put("headers", fields.headers(), only(isEmail, channel, HEADERS));
    }

    private static Format only(boolean allowed, Channel channel, Format format) {
        return allowed
                ? format
                : (field, value) -> {
                    throw Failure.invalid(field, "is not allowed with the channel " + channel.name);
                };
    }
}
