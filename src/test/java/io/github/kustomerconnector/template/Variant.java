package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.generator.api.GeneratorConfiguration.ConnectorElementType;
import io.camunda.connector.generator.dsl.BpmnType;
import io.github.kustomerconnector.connector.MessageLike;
import io.github.kustomerconnector.saas.RestOperation;
import io.github.kustomerconnector.saas.SaasWebhook;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one operation's template comes for: each kind of BPMN element, and a service task whose job type shows. */
enum Variant {
    SERVICE_TASK("bpmn:Task", "bpmn:ServiceTask", ""),
    SEND_TASK("bpmn:Task", "bpmn:SendTask", ""),
    THROW_EVENT("bpmn:IntermediateThrowEvent", "bpmn:IntermediateThrowEvent", "bpmn:MessageEventDefinition"),
    MESSAGE_END_EVENT("bpmn:EndEvent", "bpmn:EndEvent", "bpmn:MessageEventDefinition"),
    HYBRID("bpmn:Task", "bpmn:ServiceTask", ""),
    /** A service task for Camunda's REST connector, for few operations. */
    REST("bpmn:Task", "bpmn:ServiceTask", ""),
    MESSAGE_START_EVENT(BpmnType.START_EVENT, BpmnType.MESSAGE_START_EVENT),
    INTERMEDIATE_CATCH_EVENT(
            BpmnType.INTERMEDIATE_CATCH_EVENT, BpmnType.INTERMEDIATE_CATCH_EVENT, "bpmn:IntermediateThrowEvent"),
    BOUNDARY_EVENT(BpmnType.BOUNDARY_EVENT, BpmnType.BOUNDARY_EVENT),
    RECEIVE_TASK(BpmnType.RECEIVE_TASK, BpmnType.RECEIVE_TASK),
    HYBRID_MESSAGE_START_EVENT(MESSAGE_START_EVENT),
    HYBRID_INTERMEDIATE_CATCH_EVENT(INTERMEDIATE_CATCH_EVENT),
    HYBRID_BOUNDARY_EVENT(BOUNDARY_EVENT),
    HYBRID_RECEIVE_TASK(RECEIVE_TASK);

    private final String appliesTo;
    private final String element;
    private final String eventDefinition;

    /** The element of a webhook; null for outbound variants. */
    private final @Nullable BpmnType webhook;

    private final @Nullable BpmnType webhookAppliesTo;

    /** The variant whose connector type does not show; null if this is none of a webhook with such a copy. */
    private final @Nullable Variant plain;

    Variant(BpmnType appliesTo, BpmnType elementType) {
        this(appliesTo, elementType, "");
    }

    /** @param more a further element of a modeler's palette to which the template applies; may be empty */
    Variant(BpmnType appliesTo, BpmnType elementType, String more) {
        this.appliesTo = more;
        this.element = "";
        this.eventDefinition = "";
        this.webhook = elementType;
        this.webhookAppliesTo = appliesTo;
        this.plain = null;
    }

    Variant(Variant plain) {
        this.appliesTo = plain.appliesTo;
        this.element = "";
        this.eventDefinition = "";
        this.webhook = plain.webhook;
        this.webhookAppliesTo = plain.webhookAppliesTo;
        this.plain = plain;
    }

    Variant(String appliesTo, String element, String eventDefinition) {
        this.appliesTo = appliesTo;
        this.element = element;
        this.eventDefinition = eventDefinition;
        this.webhook = null;
        this.webhookAppliesTo = null;
        this.plain = null;
    }

    /** The variants of a connector's template; the first is the one for service tasks or message start events. */
    static List<Variant> of(Class<?> connector) {
        if (ConnectorClasses.isInbound(connector)) {
            return Arrays.stream(values())
                    .filter(variant -> variant.webhook != null)
                    .filter(variant -> variant.plain == null || connector != SaasWebhook.class)
                    .toList();
        }
        boolean isMessageLike = connector.isAnnotationPresent(MessageLike.class);
        return Arrays.stream(values())
                .filter(variant -> variant.webhook == null)
                .filter(variant -> isMessageLike || variant == SERVICE_TASK || variant == HYBRID || variant == REST)
                .filter(variant ->
                        variant != REST || RestOperation.of(connector).isPresent())
                .toList();
    }

    /** The element of a webhook, for the generator. */
    ConnectorElementType webhook() {
        return new ConnectorElementType(
                Set.of(Objects.requireNonNull(webhookAppliesTo)), Objects.requireNonNull(webhook), null, null);
    }

    /** Adds the further element of a modeler's palette to which a webhook's template applies. */
    void addElements(ArrayNode elements) {
        if (!appliesTo.isEmpty()) {
            elements.add(appliesTo);
        }
    }

    /** The variant whose form this one has too. */
    Variant leader() {
        if (webhook == null) {
            return this == REST ? REST : SERVICE_TASK;
        }
        return (plain == null ? this : plain) == MESSAGE_START_EVENT ? MESSAGE_START_EVENT : INTERMEDIATE_CATCH_EVENT;
    }

    /** The folder below that of the templates: {@code send-task}; empty for the first variant, which is in the templates' own. */
    String folder() {
        if (this == REST) {
            return SaasWebhook.FOLDER;
        }
        return plain == null ? element() : "hybrid";
    }

    /** What ids and file names end in: {@code -send-task}; nothing for the first variant. */
    String suffix() {
        if (plain != null) {
            return plain.suffix() + "-hybrid";
        }
        return element().isEmpty() ? "" : "-" + element();
    }

    /** The name of a webhook's template: the modeler shows those for all elements in one list. */
    String webhookName(String name, boolean isSaas) {
        String element =
                (plain == null ? this : plain).name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "%s (%s%s%s)".formatted(name, element, plain == null ? "" : ", hybrid", isSaas ? ", SaaS" : "");
    }

    /** Whether the connector type shows. */
    boolean isHybridWebhook() {
        return plain != null;
    }

    private String element() {
        boolean isFirst = this == SERVICE_TASK || this == MESSAGE_START_EVENT;
        return isFirst ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Makes a service task's template the one for this variant. That for the REST connector is {@link RestTemplate}. */
    void change(ObjectNode template) {
        if (this == SERVICE_TASK || this == REST) {
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
                        .put("tooltip", OperationHints.errorTooltip())
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
