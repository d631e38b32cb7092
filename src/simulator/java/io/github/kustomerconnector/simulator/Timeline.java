package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.related;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/** The records of one kind on the timelines of customers, such as notes. Each belongs to a conversation. */
final class Timeline {

    private final String type;
    private final Records records;
    private final Store store;
    private final Resources resources;
    private final ReplyBodies replies;
    private final Hook hook;
    private final BodyValidator validator;
    private final Attachments attachments;

    /** @param type such as {@code note} */
    Timeline(String type, Records records, Parts parts) {
        this.type = type;
        this.records = records;
        this.store = parts.store();
        this.resources = parts.resources();
        this.replies = parts.replies();
        this.hook = parts.hook();
        this.validator = parts.validator();
        this.attachments = parts.attachments();
    }

    /** What the timelines of all kinds share. */
    record Parts(
            Store store,
            Resources resources,
            ReplyBodies replies,
            Hook hook,
            BodyValidator validator,
            Attachments attachments) {}

    /** Checks the attachments and the client-supplied id of a create. */
    ObjectNode checked(RoutedRequest routed) {
        check(routed);
        return validator.clientId(routed.body());
    }

    private void check(RoutedRequest routed) {
        validator.requireAuthor(routed);
        attachments.check(routed.body());
    }

    /**
     * An existing conversation.
     *
     * @param parameter the field that names it in the error
     * @throws ApiErrorException if there is no such conversation
     */
    ObjectNode conversation(String id, String parameter) {
        return store.conversation(id).orElseThrow(() -> ApiErrorException.notFound(parameter));
    }

    /** Adds conversation and customer to the body of a new record, and counts it for the customer's rate limit. */
    ObjectNode within(ObjectNode conversation, ObjectNode body) {
        ObjectNode whole = body.deepCopy()
                .put("conversation", conversation.path("id").asText())
                .put("customer", related(conversation, "customer"));
        validator.countNew(type, whole);
        return whole;
    }

    /** Creates a conversation of the customer and adds it to the body of a new record. */
    ObjectNode opening(String customer, ObjectNode body, String parameter) {
        if (store.customer(customer).isEmpty()) {
            throw ApiErrorException.notFound(parameter);
        }
        ObjectNode opened = Json.object().put("customer", customer);
        if (body.has("subject")) {
            opened.set("name", body.get("subject"));
        }
        ObjectNode conversation = resources.conversation(opened);
        ObjectNode whole = within(conversation, body);
        store.addConversation(conversation);
        return whole;
    }

    /** Stores a new record. */
    Reply add(ObjectNode body, RoutedRequest routed) {
        hook.run(routed.request());
        ObjectNode record = resources.other(type, body);
        MessageAttachments.relate(record);
        records.add(record);
        return replies.created(record);
    }

    boolean has(String id) {
        return records.find(id).isPresent();
    }

    Reply byId(RoutedRequest routed) {
        return replies.found(records.find(routed.argument()), "id");
    }

    Reply byExternalId(RoutedRequest routed) {
        return replies.found(
                all(record -> record.at("/attributes/externalId").asText().equals(routed.argument())).stream()
                        .findFirst(),
                "externalId");
    }

    Reply listOfConversation(RoutedRequest routed) {
        conversation(routed.argument(), "id");
        return replies.page(all(belongsTo("conversation", routed.argument())), routed);
    }

    Reply listOfCustomer(RoutedRequest routed) {
        if (store.customer(routed.argument()).isEmpty()) {
            throw ApiErrorException.notFound("id");
        }
        return replies.page(all(belongsTo("customer", routed.argument())), routed);
    }

    Reply update(RoutedRequest routed) {
        check(routed);
        hook.run(routed.request());
        return replies.ok(
                records.update(routed.argument(), record -> resources.changes().updated(record, routed.body())));
    }

    Reply delete(RoutedRequest routed) {
        return ReplyBodies.deleted(records.delete(routed.argument()));
    }

    private List<ObjectNode> all(Predicate<ObjectNode> wanted) {
        return records.all(wanted);
    }

    private static Predicate<ObjectNode> belongsTo(String relation, String id) {
        return record -> related(record, relation).equals(id);
    }
}
