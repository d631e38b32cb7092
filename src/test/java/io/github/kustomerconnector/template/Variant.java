package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.connector.MessageLike;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What one operation's template comes for: each kind of BPMN element, and a service task whose job type shows. */
enum Variant {
    SERVICE_TASK("bpmn:Task", "bpmn:ServiceTask", ""),
    SEND_TASK("bpmn:Task", "bpmn:SendTask", ""),
    THROW_EVENT("bpmn:IntermediateThrowEvent", "bpmn:IntermediateThrowEvent", "bpmn:MessageEventDefinition"),
    MESSAGE_END_EVENT("bpmn:EndEvent", "bpmn:EndEvent", "bpmn:MessageEventDefinition"),
    HYBRID("bpmn:Task", "bpmn:ServiceTask", "");

    private final String appliesTo;
    private final String element;
    private final String eventDefinition;

    Variant(String appliesTo, String element, String eventDefinition) {
        this.appliesTo = appliesTo;
        this.element = element;
        this.eventDefinition = eventDefinition;
    }

    /** The variants of a connector's template; the first is the one for service tasks. */
    static List<Variant> of(Class<?> connector) {
        boolean isMessageLike = connector.isAnnotationPresent(MessageLike.class);
        return Arrays.stream(values())
                .filter(variant -> isMessageLike || variant == SERVICE_TASK || variant == HYBRID)
                .toList();
    }

    /** The folder below that of the templates: {@code send-task}; empty for service tasks, which are in the templates' own. */
    String folder() {
        return this == SERVICE_TASK ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What ids and file names end in: {@code -send-task}; nothing for service tasks. */
    String suffix() {
        return this == SERVICE_TASK ? "" : "-" + folder();
    }

    /** Makes a service task's template the one for this variant. */
    void change(ObjectNode template) {
        if (this == SERVICE_TASK) {
            return;
        }
        String id = template.path("id").asText() + suffix();
        template.put("id", id);
        template.put("name", "%s (%s)".formatted(template.path("name").asText(), folder().replace('-', ' ')));
        template.withArray("appliesTo").removeAll().add(appliesTo);
        ObjectNode elementType = template.putObject("elementType").put("value", element);
        if (!eventDefinition.isEmpty()) {
            elementType.put("eventDefinition", eventDefinition);
        }
        template.withArray("properties").forEach(property -> {
            if (property.at("/binding/key").asText().equals("elementTemplateId")) {
                ((ObjectNode) property).put("value", id);
            }
        });
        if (this == HYBRID) {
            showJobType(template);
        }
        if (!eventDefinition.isEmpty()) {
            removeErrorExpression(template);
        }
    }

    /** The engine refuses BPMN errors of throw and end events, and the job then never ends. */
    private static void removeErrorExpression(ObjectNode template) {
        template.withArray("properties").forEach(property -> {
            if (property.path("id").asText().equals("errorExpression")) {
                ((ObjectNode) property).remove("value");
                ((ObjectNode) property)
                        .put(
                                "description",
                                "An event can't throw BPMN errors. Without an expression a failure becomes an incident."
                                        + " Never use bpmnError here")
                        .put(
                                "placeholder",
                                "if error.code = \"KUSTOMER_DUPLICATE\" then jobError(error.message) else null");
            }
        });
    }

    private static void showJobType(ObjectNode template) {
        template.withArray("groups")
                .insertObject(0)
                .put("id", "taskDefinitionType")
                .put("label", "Job type")
                .put("openByDefault", true);
        template.withArray("properties").forEach(property -> {
            if (property.at("/binding/type").asText().equals("zeebe:taskDefinition")
                    && property.at("/binding/property").asText().equals("type")) {
                ((ObjectNode) property)
                        .put("id", "taskDefinitionType")
                        .put("label", "Job type")
                        .put("description", "What your own connector runtime asks the cluster for")
                        .put("group", "taskDefinitionType")
                        .put("type", "String")
                        .putObject("constraints")
                        .put("notEmpty", true);
            }
        });
    }
}
