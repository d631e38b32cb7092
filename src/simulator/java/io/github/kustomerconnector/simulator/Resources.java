package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Builds resources as Kustomer returns them from request bodies. */
final class Resources {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
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

    /** @param tags the tags of the organization; an unknown name in a body adds one */
    Resources(Settings settings, Records tags) {
        this.settings = settings;
        this.tags = tags;
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
        apply(body, customer);
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
        apply(body, conversation);
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
        apply(body, resource);
        return resource;
    }

    /** The fields that every KObject has. The relationship to the klass has {@code link}, others have {@code links}. */
    private static void kobject(ObjectNode resource, String klass) {
        attributes(resource).put("icon", "default").putArray("images");
        attributes(resource).putObject("custom");
        attributes(resource).putArray("tags");
        ObjectNode relationship = relationships(resource).putObject("klass");
        String id = Klasses.id(klass);
        relationship.putObject("link").put("self", link("klass", id));
        relationship.putObject("data").put("type", "klass").put("id", id);
    }

    private static String link(String type, String id) {
        if (type.startsWith(KOBJECT)) {
            return "/v1/klasses/%s/%s".formatted(type.substring(KOBJECT.length()), id);
        }
        return switch (type) {
            case "company" -> "/v1/companies/" + id;
            case "klass" -> "/v1/klasses/" + id;
            default -> "/v1/%ss/%s".formatted(type, id);
        };
    }

    /**
     * A resource with the fields of an update. Other fields stay, but a body without {@code company} removes the
     * company.
     */
    ObjectNode updated(ObjectNode old, ObjectNode body) {
        ObjectNode resource = old.deepCopy();
        if (!body.has("company")) {
            relationships(resource).remove("company");
        }
        return changed(resource, body);
    }

    /** A resource with the fields of a body. Other fields stay. */
    ObjectNode changed(ObjectNode old, ObjectNode body) {
        ObjectNode resource = old.deepCopy();
        touch(old, resource);
        apply(body, resource);
        return resource;
    }

    /**
     * A resource with more tags.
     *
     * @param names tags by name or id; those that the resource already has are ignored
     */
    ObjectNode tagged(ObjectNode old, JsonNode names) {
        return withTags(old, names, Set::add);
    }

    /**
     * A resource with fewer tags.
     *
     * @param names tags by name or id; those that the resource does not have are ignored
     */
    ObjectNode untagged(ObjectNode old, JsonNode names) {
        return withTags(old, names, Set::remove);
    }

    private ObjectNode withTags(ObjectNode old, JsonNode names, BiConsumer<Set<String>, String> change) {
        Set<String> there = new LinkedHashSet<>();
        old.at("/attributes/tags").forEach(tag -> there.add(tag.asText()));
        names.forEach(name -> change.accept(there, tag(name.asText())));
        ObjectNode resource = old.deepCopy();
        touch(old, resource);
        ArrayNode tags = attributes(resource).putArray("tags");
        there.forEach(tags::add);
        return resource;
    }

    /** A resource with only the fields of the body. Its id, creation date and a conversation's customer stay. */
    ObjectNode replaced(ObjectNode old, ObjectNode body) {
        ObjectNode whole = body.deepCopy();
        whole.set("id", old.get("id"));
        whole.set("createdAt", old.at("/attributes/createdAt"));
        Optional.of(old.at("/relationships/customer/data/id"))
                .filter(customer -> customer.isTextual() && !body.has("customer"))
                .ifPresent(customer -> whole.set("customer", customer));
        boolean customer = old.path("type").asText().equals("customer");
        ObjectNode resource = customer ? customer(whole) : conversation(whole);
        touch(old, resource);
        return resource;
    }

    /** The target of a merge. It keeps its own values and gets the list entries of both customers. */
    ObjectNode merged(ObjectNode source, ObjectNode target) {
        ObjectNode merged = target.deepCopy();
        touch(target, merged);
        source.path("attributes").properties().stream()
                .filter(field -> field.getValue().isArray())
                .forEach(list -> {
                    var entries = attributes(merged).withArray("/" + list.getKey());
                    list.getValue().forEach(entry -> {
                        if (entries.valueStream().noneMatch(entry::equals)) {
                            entries.add(entry);
                        }
                    });
                });
        return merged;
    }

    /** Whether an e-mail address can be stored in this spelling. */
    boolean isStoredAs(String email) {
        return !settings.lowerCaseEmails() || email.equals(email.toLowerCase(Locale.ROOT));
    }

    /** The record of a merge of two customers. */
    ObjectNode merge(ObjectNode body) {
        ObjectNode merge = resource("customer_merge", Json.object());
        attributes(merge).put("status", "complete");
        Stream.of("source", "target")
                .forEach(end -> relate(
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
        String self = link(type, id);
        relate(relationships(resource), "org", "org", ObjectIds.ORGANIZATION);
        relate(relationships(resource), "createdBy", "user", ObjectIds.USER);
        relate(relationships(resource), "modifiedBy", "user", ObjectIds.USER);
        relationships(resource).putObject("messages").putObject("links").put("self", self + "/messages");
        resource.putObject("links").put("self", self);
        return resource;
    }

    private void touch(ObjectNode old, ObjectNode resource) {
        String now = MILLISECONDS.format(settings.now());
        attributes(resource)
                .put("rev", old.at("/attributes/rev").asInt() + 1)
                .put("updatedAt", now)
                .put("modifiedAt", now);
    }

    private void apply(ObjectNode body, ObjectNode resource) {
        body.properties().forEach(field -> apply(field.getKey(), field.getValue(), resource));
        if (resource.path("type").asText().equals("customer")) {
            attributes(resource).put("displayName", displayName(attributes(resource)));
        }
    }

    private void apply(String field, JsonNode value, ObjectNode resource) {
        switch (field) {
            case "id", "rev" -> {}
            case "customer", "conversation", "company", "campaign" ->
                relate(relationships(resource), field, field, value.asText());
            case "queue" ->
                relate(relationships(resource), field, field, value.path("id").asText());
            case "tags" -> {
                var known = attributes(resource).putArray("tags");
                value.forEach(tag -> known.add(tag(tag.asText())));
            }
            case "custom" -> merge(attributes(resource).withObject("/custom"), (ObjectNode) value);
            case "emails" -> set(attributes(resource), field, settings.lowerCaseEmails() ? inLowerCase(value) : value);
            default -> set(attributes(resource), field, value);
        }
    }

    private static JsonNode inLowerCase(JsonNode emails) {
        JsonNode lower = emails.deepCopy();
        lower.forEach(entry ->
                ((ObjectNode) entry).put("email", entry.path("email").asText().toLowerCase(Locale.ROOT)));
        return lower;
    }

    private static void merge(ObjectNode target, ObjectNode values) {
        values.properties().forEach(value -> set(target, value.getKey(), value.getValue()));
    }

    private static void set(ObjectNode target, String field, JsonNode value) {
        if (value.isNull()) {
            target.remove(field);
            return;
        }
        JsonNode copy = value.deepCopy();
        if (field.matches("(?i)(shared)?(emails|phones|socials|externalIds)|whatsapps")) {
            copy.forEach(entry ->
                    ((ObjectNode) entry).putIfAbsent("verified", Json.object().booleanNode(false)));
        }
        target.set(field, copy);
    }

    /** The id of a tag. Requests contain names of tags, replies contain ids. */
    private String tag(String nameOrId) {
        return tags.find(nameOrId).isPresent()
                ? nameOrId
                : tags.findOrAdd(
                                tag -> tag.at("/attributes/name").asText().equals(nameOrId),
                                () -> other("tag", Json.object().put("name", nameOrId)))
                        .path("id")
                        .asText();
    }

    /** Sets a relationship to another record; an empty id removes it. */
    static void relate(ObjectNode relationships, String relation, String type, String id) {
        if (id.isEmpty() || id.equals("null")) {
            relationships.remove(relation);
            return;
        }
        ObjectNode relationship = relationships.putObject(relation);
        relationship.putObject("links").put("self", link(type, id));
        relationship.putObject("data").put("type", type).put("id", id);
    }

    private static String displayName(ObjectNode attributes) {
        return Stream.of(
                        attributes.path("name"),
                        attributes.at("/emails/0/email"),
                        attributes.at("/phones/0/phone"),
                        attributes.path("username"))
                .map(JsonNode::asText)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("Silver Scissors");
    }

    private static ObjectNode attributes(ObjectNode resource) {
        return (ObjectNode) resource.get("attributes");
    }

    private static ObjectNode relationships(ObjectNode resource) {
        return (ObjectNode) resource.get("relationships");
    }
}
