package io.github.kustomerconnector.template;

import static io.camunda.zeebe.model.bpmn.impl.BpmnModelConstants.ZEEBE_NS;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance;
import io.camunda.zeebe.model.bpmn.instance.ExtensionElements;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperties;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperty;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * Applies an element template to an element, as the Modeler does when its user picks the template and fills its form.
 *
 * <p>An input left empty is written without a source, which is null to the engine from 8.8 on; only one marked
 * {@code optional} is left out.
 */
public final class TemplateApplication {
    private final JsonNode template;

    /** For the given template, the content of an element template file. */
    public TemplateApplication(JsonNode template) {
        this.template = template;
    }

    /**
     * Applies the template to an element of the template's type: a service task, a send task, or a throw or end event
     * that has a message; or for webhooks a start, catch or boundary event, or a receive task.
     *
     * @param values what is typed into the form, by property id; other properties keep their defaults
     * @throws IllegalArgumentException naming the property if a value is missing, wrong, or for a property that is not shown
     */
    public void apply(BpmnModelInstance model, String elementId, Map<String, String> values) {
        FilledForm form = FilledForm.of(template, values);
        FlowNode element = element(model, elementId);
        mark(element);
        form.fields().forEach(field -> write(element, field));
    }

    private FlowNode element(BpmnModelInstance model, String id) {
        String type = template.path("elementType").path("value").asText("bpmn:ServiceTask");
        if (!(model.getModelElementById(id) instanceof FlowNode element)
                || !type.equalsIgnoreCase("bpmn:" + element.getElementType().getTypeName())) {
            throw new IllegalArgumentException("There is no %s '%s'".formatted(type, id));
        }
        if (template.path("elementType").has("eventDefinition")
                && element.getChildElementsByType(MessageEventDefinition.class).isEmpty()) {
            throw new IllegalArgumentException("The event '%s' has no message".formatted(id));
        }
        return element;
    }

    private void mark(FlowNode element) {
        DomElement root = element.getDomElement().getRootElement();
        if (root.lookupPrefix(ZEEBE_NS) == null) {
            root.registerNamespace("zeebe", ZEEBE_NS);
        }
        setZeebe(element, "modelerTemplate", template.path("id").asText());
        if (template.has("version")) {
            setZeebe(element, "modelerTemplateVersion", template.path("version").asText());
        }
        JsonNode icon = template.path("icon").path("contents");
        if (icon.isTextual()) {
            setZeebe(element, "modelerTemplateIcon", icon.asText());
        }
    }

    private static void setZeebe(FlowNode element, String attribute, String value) {
        element.setAttributeValueNs(ZEEBE_NS, attribute, value);
    }

    private static void write(FlowNode element, FilledForm.Field field) {
        TemplateProperty property = field.property();
        switch (property.bindingType()) {
            case "zeebe:taskDefinition" -> define(element, property.bindingName(), field.value());
            case "zeebe:taskDefinition:type" -> define(element, "type", field.value());
            case "zeebe:input" -> input(element, property, field.value());
            case "zeebe:taskHeader" -> header(element, property.bindingName(), field.value());
            case "zeebe:property" -> property(element, property.bindingName(), field.value());
            case "bpmn:Message#property" -> message(element).setName(name(property, field.value()));
            case "bpmn:Message#zeebe:subscription#property" ->
                subscription(element).setCorrelationKey(field.value());
            default ->
                throw new IllegalArgumentException("Property '%s' has a binding that is not known here: %s"
                        .formatted(property.id(), property.bindingType()));
        }
    }

    private static void define(FlowNode element, String attribute, String value) {
        ZeebeTaskDefinition definition = extension(element, ZeebeTaskDefinition.class);
        switch (attribute) {
            case "type" -> definition.setType(value);
            case "retries" -> definition.setRetries(value);
            default -> throw new IllegalArgumentException("A task definition has no '%s'".formatted(attribute));
        }
    }

    private static void input(FlowNode element, TemplateProperty property, String value) {
        if (value.isEmpty() && property.optional()) {
            return;
        }
        ZeebeInput input = element.getModelInstance().newInstance(ZeebeInput.class);
        if (!value.isEmpty()) {
            input.setSource(value);
        }
        input.setTarget(property.bindingName());
        extension(element, ZeebeIoMapping.class).addChildElement(input);
    }

    private static void header(FlowNode element, String key, String value) {
        if (value.isEmpty()) {
            return;
        }
        ZeebeHeader header = element.getModelInstance().newInstance(ZeebeHeader.class);
        header.setKey(key);
        header.setValue(value);
        extension(element, ZeebeTaskHeaders.class).addChildElement(header);
    }

    private static void property(FlowNode element, String name, String value) {
        ZeebeProperty property = element.getModelInstance().newInstance(ZeebeProperty.class);
        property.setName(name);
        property.setValue(value);
        extension(element, ZeebeProperties.class).addChildElement(property);
    }

    /** A value that the Modeler generates is a random UUID. */
    private static String name(TemplateProperty property, String value) {
        boolean isGenerated =
                property.json().at("/generatedValue/type").asText().equals("uuid");
        return isGenerated ? UUID.randomUUID().toString() : value;
    }

    /** The message of an event or a receive task; a new one if there is none. */
    private static Message message(FlowNode element) {
        if (element instanceof ReceiveTask task) {
            if (task.getMessage() == null) {
                task.setMessage(newMessage(element));
            }
            return task.getMessage();
        }
        MessageEventDefinition event = element.getChildElementsByType(MessageEventDefinition.class)
                .iterator()
                .next();
        if (event.getMessage() == null) {
            event.setMessage(newMessage(element));
        }
        return event.getMessage();
    }

    private static Message newMessage(FlowNode element) {
        BpmnModelInstance model = (BpmnModelInstance) element.getModelInstance();
        Message message = model.newInstance(Message.class);
        model.getDefinitions().addChildElement(message);
        return message;
    }

    private static ZeebeSubscription subscription(FlowNode element) {
        return extension(message(element), ZeebeSubscription.class);
    }

    private static <T extends BpmnModelElementInstance> T extension(BaseElement element, Class<T> type) {
        ExtensionElements extensions = element.getExtensionElements();
        if (extensions == null) {
            extensions = element.getModelInstance().newInstance(ExtensionElements.class);
            element.setExtensionElements(extensions);
        }
        T present = extensions.getChildElementsByType(type).stream().findFirst().orElse(null);
        return present != null ? present : extensions.addExtensionElement(type);
    }
}
