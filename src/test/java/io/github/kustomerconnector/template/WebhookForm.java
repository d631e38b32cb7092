package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.saas.SaasWebhook;

/**
 * The part of a webhook's form that sets how the runtime handles events: which ones, for which instance, how long.
 *
 * <p>Elements with one path in one process must agree in all properties except those that the runtime does not
 * compare; otherwise one of them gets no events. The choice of events differs between such elements. It is therefore
 * stored under the name {@value #EVENT}, which serves templates only: the runtime neither reads nor compares it.
 */
final class WebhookForm {

    /** Where the choice of events is stored. */
    static final String EVENT = "deduplicationModeManualFlag";

    /** The default time for which the engine knows an event. Kustomer repeats for about 64 minutes. */
    static final String TIME_TO_LIVE = "PT2H";

    /** The event's conversation. An event of a customer has none; a key must not be null. */
    private static final String CORRELATION_KEY =
            "=if event.conversationId = null then event.recordId else event.conversationId";

    private static final String CONDITION = "activationCondition";

    private final boolean isStart;
    private final boolean isSaas;
    private final ArrayNode properties = JsonNodeFactory.instance.arrayNode();

    /**
     * For one kind of element.
     *
     * @param isStart whether it is a start event
     * @param isSaas whether Camunda's own webhook connector handles the events
     */
    WebhookForm(boolean isStart, boolean isSaas) {
        this.isStart = isStart;
        this.isSaas = isSaas;
    }

    /** The properties in their order. */
    ArrayNode properties() {
        properties.removeAll();
        addEvent();
        addCorrelation();
        addDuplicates();
        addOutput();
        return properties;
    }

    private void addEvent() {
        ArrayNode choices = field("event", "event", "Dropdown", EVENT)
                .put("label", "Event")
                .put("description", "What the element waits for. Two elements with one path must not match one event")
                .put("value", isStart ? "conversationCreated" : "customerMessage")
                .putArray("choices");
        EventChoice.ALL.forEach(choice -> {
            addChoice(choices, choice.label(), choice.id());
            ObjectNode condition = hidden("condition." + choice.id(), CONDITION, choice.condition());
            onlyIf(condition.put("group", "event"), "event", choice.id());
        });
        addChoice(choices, EventChoice.OWN.label(), EventChoice.OWN.id());
        ObjectNode own = field("condition.own", "event", "Text", CONDITION)
                .put("label", "Condition")
                .put("description", "True for the events to wait for. It reads the event, not process variables")
                .put("placeholder", "request.body.data.attributes.priority = 5")
                .put("feel", "required");
        onlyIf(required(own), "event", EventChoice.OWN.id());
        hidden("consumeUnmatchedEvents", "consumeUnmatchedEvents", "true");
    }

    private void addCorrelation() {
        if (isStart) {
            ArrayNode choices = field("correlationRequired", "correlation", "Dropdown", "correlationRequired")
                    .put("label", "Instances")
                    .put("description", "Whether events of one conversation start instances side by side or in turn")
                    .put("value", "notRequired")
                    .putArray("choices");
            addChoice(choices, "One for each event", "notRequired");
            addChoice(choices, "One at a time for each key", "required");
        }
        ObjectNode process = field("correlationKeyProcess", "correlation", "String", "correlationKey")
                .put("label", "Key of the process")
                .put(
                        "description",
                        isStart
                                ? "The conversation that an event sub-process waits for. Other start events do not read it"
                                : "The conversation that the element waits for")
                .put("value", "=conversationId")
                .put("feel", "required");
        process.withObject("/binding").put("type", "bpmn:Message#zeebe:subscription#property");
        onlyIfCorrelated(required(process));
        ObjectNode event = field("correlationKeyEvent", "correlation", "String", "correlationKeyExpression")
                .put("label", "Key of the event")
                .put(
                        "description",
                        "Compared with the key of the process: the event's conversation, or else its record")
                .put("value", isSaas ? SaasWebhook.CORRELATION_KEY : CORRELATION_KEY)
                .put("feel", "required");
        onlyIfCorrelated(required(event));
        ObjectNode name = hidden("messageName", "name", "");
        name.withObject("/binding").put("type", "bpmn:Message#property");
        name.remove("value");
        name.putObject("generatedValue").put("type", "uuid");
    }

    private void addDuplicates() {
        required(field("messageIdExpression", "duplicates", "String", "messageIdExpression")
                .put("label", "Identity of the event")
                .put("description", "The engine takes only one event with the same identity")
                .put("value", isSaas ? "=request.body.id" : "=event.id")
                .put("feel", "required"));
        required(field("messageTtl", "duplicates", "String", "messageTtl")
                        .put("label", "Time to live")
                        .put("description", "How long the engine keeps an event for an instance that does not wait yet")
                        .put("tooltip", "Kustomer repeats an event for about an hour.")
                        .put("value", TIME_TO_LIVE))
                .withObject("/constraints/pattern")
                .put("value", "^P(?=.*[1-9])([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$")
                .put("message", "must be a duration such as PT2H for two hours, without an expression");
        hidden("deduplicationMode", "deduplicationMode", "AUTO");
    }

    private void addOutput() {
        field("resultVariable", "output", "String", "resultVariable")
                .put("label", "Result variable")
                .put("description", "A process variable that holds all that the result expression can read")
                .put("placeholder", "kustomerEvent");
        field("resultExpression", "output", "Text", "resultExpression")
                .put("label", "Result expression")
                .put("description", "Process variables to write, such as {event: event}. {} writes none")
                .put(
                        "tooltip",
                        "If you empty this field, an update of the template fills in the default again; <code>{}</code> stays.")
                .put("value", isSaas ? SaasWebhook.RESULT : "={event: event, record: record}")
                .put("feel", "required");
    }

    private ObjectNode field(String id, String group, String type, String name) {
        ObjectNode property = property(id, type, name);
        return property.put("group", group);
    }

    private ObjectNode hidden(String id, String name, String value) {
        return property(id, "Hidden", name).put("value", value);
    }

    private ObjectNode property(String id, String type, String name) {
        ObjectNode property = properties.addObject().put("id", id).put("type", type);
        property.putObject("binding").put("name", name).put("type", "zeebe:property");
        return property;
    }

    private static ObjectNode required(ObjectNode property) {
        property.putObject("constraints").put("notEmpty", true);
        return property;
    }

    private static void addChoice(ArrayNode choices, String label, String value) {
        choices.addObject().put("name", label).put("value", value);
    }

    private void onlyIfCorrelated(ObjectNode property) {
        if (isStart) {
            onlyIf(property, "correlationRequired", "required");
        }
    }

    private static void onlyIf(ObjectNode property, String driver, String value) {
        property.putObject("condition")
                .put("property", driver)
                .put("equals", value)
                .put("type", "simple");
    }
}
