package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/** The records of one kind on the timelines of customers: each belongs to a conversation. */
final class Timeline {

    private final String type;
    private final Records records;
    private final Store store;
    private final Resources resources;
    private final Replies replies;
    private final Hook hook;
    private final Admission admission;
    private final Attachments attachments;

    /** @param type such as {@code note} */
    Timeline(String type, Records records, Parts parts) {
        this.type = type;
        this.records = records;
        this.store = parts.store();
        this.resources = parts.resources();
        this.replies = parts.replies();
        this.hook = parts.hook();
        this.admission = parts.admission();
        this.attachments = parts.attachments();
    }

    /** What all timelines are made of. */
    record Parts(
            Store store,
            Resources resources,
            Replies replies,
            Hook hook,
            Admission admission,
            Attachments attachments) {}

    /** A create's body as it may be stored. */
    ObjectNode admitted(ObjectNode body) {
        attachments.check(body);
        return admission.clientId(body);
    }

    /** The conversation of a new record. */
    ObjectNode conversation(String id, String parameter) {
        return store.conversation(id).orElseThrow(() -> new Refusal(Problem.notFound(parameter)));
    }

    /** The body of a record of a conversation and its customer, who may have no more than so many. */
    ObjectNode within(ObjectNode conversation, ObjectNode body) {
        ObjectNode whole = body.deepCopy()
                .put("conversation", conversation.path("id").asText())
                .put("customer", Admission.customerOf(conversation));
        admission.countNew(type, whole);
        return whole;
    }

    /** The body of a record that opens a conversation of its customer. */
    ObjectNode opening(String customer, ObjectNode body, String parameter) {
        if (store.customer(customer).isEmpty()) {
            throw new Refusal(Problem.notFound(parameter));
        }
        ObjectNode opened = Json.object().put("customer", customer);
        if (body.has("subject")) {
            opened.set("name", body.get("subject"));
        }
        ObjectNode conversation = resources.conversation(opened);
        ((ObjectNode) conversation.get("attributes"))
                .withArray("channels")
                .add(body.path("channel").asText());
        ObjectNode whole = within(conversation, body);
        store.addConversation(conversation);
        return whole;
    }

    /** Makes and keeps the record. */
    Answer add(ObjectNode body, Call call) {
        hook.run(call.request());
        ObjectNode record = resources.other(type, body);
        records.add(record);
        return replies.created(record);
    }

    boolean has(String id) {
        return records.find(id).isPresent();
    }

    Answer byId(Call call) {
        return replies.ok(records.find(call.argument()).orElseThrow(() -> new Refusal(Problem.notFound("id"))));
    }

    Answer byExternalId(Call call) {
        return replies.ok(
                all(record -> record.at("/attributes/externalId").asText().equals(call.argument())).stream()
                        .findFirst()
                        .orElseThrow(() -> new Refusal(Problem.notFound("externalId"))));
    }

    Answer listOfConversation(Call call) {
        conversation(call.argument(), "id");
        return replies.page(all(related("conversation", call.argument())), call);
    }

    Answer listOfCustomer(Call call) {
        return replies.page(all(related("customer", call.argument())), call);
    }

    Answer update(Call call) {
        attachments.check(call.body());
        hook.run(call.request());
        return replies.ok(records.update(call.argument(), record -> resources.updated(record, call.body())));
    }

    private List<ObjectNode> all(Predicate<ObjectNode> wanted) {
        return records.all(wanted);
    }

    private static Predicate<ObjectNode> related(String relation, String id) {
        return record ->
                record.at("/relationships/" + relation + "/data/id").asText().equals(id);
    }
}
