package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.attributes;
import static io.github.kustomerconnector.simulator.ResourceParts.relationships;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Builds new resources, as Kustomer returns them, from request bodies. */
final class Resources {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final List<String> CUSTOMER_LISTS = List.of(
            "externalIds",
            "sharedExternalIds",
            "emails",
            "sharedEmails",
            "phones",
            "sharedPhones",
            "socials",
            "sharedSocials",
            "urls",
            "locations",
            "activeUsers",
            "watchers",
            "tags");
    private static final List<String> CONVERSATION_LISTS =
            List.of("channels", "tags", "suggestedTags", "assignedUsers", "assignedTeams");
    private static final String KOBJECT = "kobject.";
    private static final List<String> COUNTS = List.of("all", "snoozed", "open", "done");

    private final ObjectIds ids = new ObjectIds();
    private final Records tags;
    private final Settings settings;
    private final ResourceFields fields;
    private final ResourceChanges changes;

    /** @param tags the tags of the organization; an unknown name in a body adds one */
    Resources(Settings settings, Records tags) {
        this.settings = settings;
        this.tags = tags;
        this.fields = new ResourceFields(settings, this::tag);
        this.changes = new ResourceChanges(this, fields, settings);
    }

    /** Changes of existing resources. */
    ResourceChanges changes() {
        return changes;
    }

    /**
     * A new customer.
     *
     * @param body of the create
     */
    ObjectNode customer(ObjectNode body) {
        ObjectNode customer = resource("customer", body);
        ObjectNode attributes = attributes(customer).put("name", "");
        CUSTOMER_LISTS.forEach(attributes::putArray);
        ObjectNode counts = attributes.putObject("conversationCounts");
        COUNTS.forEach(count -> counts.put(count, 0));
        attributes.put("displayColor", "blue").put("displayIcon", "scissors").put("verified", false);
        attributes.putNull("progressiveStatus");
        fields.write(body, customer);
        return customer;
    }

    /**
     * A new conversation.
     *
     * @param body of the create
     */
    ObjectNode conversation(ObjectNode body) {
        ObjectNode conversation = resource("conversation", body);
        ObjectNode attributes = attributes(conversation)
                .put("status", "open")
                .put("priority", 3)
                .put("satisfaction", 0);
        CONVERSATION_LISTS.forEach(attributes::putArray);
        Stream.of("messageCount", "noteCount", "outboundMessageCount").forEach(count -> attributes.put(count, 0));
        Stream.of("sentiment", "lastMessageIn", "firstResponse").forEach(attributes::putObject);
        attributes.put("spam", false).put("ended", false);
        fields.write(body, conversation);
        return conversation;
    }

    /**
     * A new record of another kind.
     *
     * @param body of the create
     */
    ObjectNode other(String type, ObjectNode body) {
        ObjectNode resource = resource(type, body);
        if (type.startsWith(KOBJECT)) {
            kobject(resource, type.substring(KOBJECT.length()));
        } else if (type.equals("company")) {
            attributes(resource).putArray("tags");
        }
        fields.write(body, resource);
        return resource;
    }

    /** The fields that every KObject has. */
    private static void kobject(ObjectNode resource, String klass) {
        attributes(resource).put("icon", "default").putArray("images");
        attributes(resource).putObject("custom");
        attributes(resource).putArray("tags");
        ResourceLinks.relateToKlass(relationships(resource), klass);
    }

    /**
     * A new webhook with a new signing token.
     *
     * @param body of the create
     */
    ObjectNode webhook(ObjectNode body) {
        ObjectNode webhook = resource("outbound_webhook", body);
        ObjectNode attributes = attributes(webhook).put("enabled", true);
        attributes.putArray("headers");
        fields.write(body, webhook);
        byte[] token = new byte[32];
        new SecureRandom().nextBytes(token);
        attributes.put("token", HexFormat.of().formatHex(token));
        relationships(webhook).remove("messages");
        ((ObjectNode) webhook.get("links"))
                .put("self", "/v1/outbound-webhooks/" + webhook.path("id").asText());
        return webhook;
    }

    /** Whether an e-mail address can be stored in this spelling. */
    boolean isStoredAs(String email) {
        return !settings.values().lowerCaseEmails || email.equals(email.toLowerCase(Locale.ROOT));
    }

    /** The record of a merge of two customers. */
    ObjectNode merge(ObjectNode body) {
        ObjectNode merge = resource("customer_merge", Json.object());
        attributes(merge).put("status", "complete");
        Stream.of("source", "target")
                .forEach(end -> ResourceLinks.relate(
                        relationships(merge), end, "customer", body.path(end).asText()));
        return merge;
    }

    private ObjectNode resource(String type, ObjectNode body) {
        ObjectNode resource = Json.object();
        Instant now = settings.now();
        String id = body.path("id").isTextual() ? body.path("id").asText() : ids.next(now);
        resource.put("type", type).put("id", id);
        ObjectNode attributes = resource.putObject("attributes");
        Stream.of("createdAt", "updatedAt", "modifiedAt", "lastActivityAt")
                .forEach(time -> attributes.put(time, MILLISECONDS.format(now)));
        attributes.put("rev", 1);
        resource.putObject("relationships");
        String self = ResourceLinks.self(type, id);
        ResourceLinks.relate(relationships(resource), "org", "org", ObjectIds.ORGANIZATION);
        ResourceLinks.relate(relationships(resource), "createdBy", "user", ObjectIds.USER);
        ResourceLinks.relate(relationships(resource), "modifiedBy", "user", ObjectIds.USER);
        relationships(resource).putObject("messages").putObject("links").put("self", self + "/messages");
        resource.putObject("links").put("self", self);
        return resource;
    }

    /** A time as records have it. */
    static String time(Instant time) {
        return MILLISECONDS.format(time);
    }

    /**
     * The instant of a time in a request, whose date and time a blank may separate (RFC 3339, section 5.6).
     *
     * @throws java.time.format.DateTimeParseException if it is none
     */
    static Instant instant(String time) {
        return Instant.parse(time.replace(' ', 'T'));
    }

    /** The id of a tag. Requests contain names of tags, replies contain ids. */
    String tag(String nameOrId) {
        return tags.find(nameOrId).isPresent()
                ? nameOrId
                : tags.findOrAdd(
                                tag -> tag.at("/attributes/name").asText().equals(nameOrId),
                                () -> other("tag", Json.object().put("name", nameOrId)))
                        .path("id")
                        .asText();
    }
}
