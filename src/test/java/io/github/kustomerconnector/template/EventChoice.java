package io.github.kustomerconnector.template;

import java.util.List;

/**
 * A choice of events in the form of a webhook.
 *
 * @param id the stored value
 * @param condition the FEEL expression that is true for such an event
 */
record EventChoice(String id, String label, String condition) {

    /** The choice that shows a field for a FEEL expression. */
    static final EventChoice OWN = new EventChoice("own", "Own condition", "");

    private static final String STATUS = " and request.body.changes.attributes.status.";
    private static final String DIRECTION = " and request.body.data.attributes.direction = ";

    /** The choices without FEEL, in the order of the form. */
    static final List<EventChoice> ALL = List.of(
            named("conversationCreated", "New conversation", "conversation.create", ""),
            named("conversationDone", "Conversation set to done", "conversation.update", STATUS + "after = \"done\""),
            named(
                    "conversationReopened",
                    "Conversation no longer done",
                    "conversation.update",
                    STATUS + "before = \"done\""),
            named("conversationChanged", "Conversation changed in any way", "conversation.update", ""),
            named("customerMessage", "New message from the customer", "message.create", DIRECTION + "\"in\""),
            named("agentMessage", "New message to the customer", "message.create", DIRECTION + "\"out\""),
            named("customerCreated", "New customer", "customer.create", ""),
            named("customerChanged", "Customer changed", "customer.update", ""),
            new EventChoice("any", "Any event", "=true"));

    private static EventChoice named(String id, String label, String event, String more) {
        return new EventChoice(id, label, "=request.body.name = \"kustomer.%s\"%s".formatted(event, more));
    }
}
