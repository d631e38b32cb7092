package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.related;
import static io.github.kustomerconnector.simulator.ResourceParts.relationships;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What customers and agents do in Kustomer's own pages, without the API. Their events do not name the API's user. */
final class People {

    private static final String AGENT = "5e0a17c400000000000000b1";

    private final Store store;
    private final Records messages;
    private final Resources resources;
    private final EventSource events;

    People(Store store, Records messages, Resources resources, EventSource events) {
        this.store = store;
        this.messages = messages;
        this.resources = resources;
        this.events = events;
    }

    /** Opens a conversation with a first message of the customer; returns the id of the conversation. */
    String write(String customer, String text) {
        if (store.customer(customer).isEmpty()) {
            throw new IllegalArgumentException("there is no customer " + customer);
        }
        ObjectNode conversation = byCustomer(resources.conversation(
                Json.object().put("customer", customer).put("name", name(text)).put("direction", "in")));
        events.as("postmark", () -> store.addConversation(conversation));
        String id = conversation.path("id").asText();
        answer(id, text);
        return id;
    }

    /** The name of a conversation has at most 256 characters. */
    private static String name(String text) {
        return text.substring(0, Math.min(text.length(), 256));
    }

    /** Adds a message of the customer; returns its id. A closed or snoozed conversation is open again. */
    String answer(String conversation, String text) {
        ObjectNode found = require(conversation);
        ObjectNode body = Json.object()
                .put("conversation", conversation)
                .put("customer", related(found, "customer"))
                .put("channel", "email")
                .put("app", "postmark")
                .put("direction", "in")
                .put("preview", text)
                .put("size", text.length())
                .put("status", "received");
        ObjectNode message = byCustomer(resources.other("message", body));
        events.as("postmark", () -> {
            messages.add(message);
            if (!found.at("/attributes/status").asText().equals("open")) {
                store.updateConversation(
                        conversation,
                        old -> byCustomer(
                                resources.changes().changed(old, Json.object().put("status", "open"))));
            }
        });
        return message.path("id").asText();
    }

    /** Sets the status of a conversation to {@code done}, as an agent does. */
    void close(String conversation) {
        events.as(
                EventSource.WEB,
                () -> store.updateConversation(conversation, old -> {
                    ObjectNode changed =
                            resources.changes().changed(old, Json.object().put("status", "done"));
                    ResourceLinks.relate(relationships(changed), "modifiedBy", "user", AGENT);
                    return changed;
                }));
    }

    private ObjectNode require(String conversation) {
        return store.conversation(conversation)
                .orElseThrow(() -> new IllegalArgumentException("there is no conversation " + conversation));
    }

    /** Customers are no users, so a record has no user that wrote it. This is an assumption. */
    private static ObjectNode byCustomer(ObjectNode record) {
        ObjectNode relationships = relationships(record);
        if (record.at("/attributes/rev").asInt() == 1) {
            relationships.remove("createdBy");
        }
        relationships.remove("modifiedBy");
        return record;
    }
}
