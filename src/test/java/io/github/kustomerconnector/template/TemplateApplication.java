package io.github.kustomerconnector.template;

import static io.camunda.zeebe.model.bpmn.impl.BpmnModelConstants.ZEEBE_NS;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance;
import io.camunda.zeebe.model.bpmn.instance.ExtensionElements;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import java.util.Map;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * Applies an element template to service tasks, as the Modeler does when somebody picks it and fills its form.
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
     * Makes a service task what the template says.
     *
     * @param values what is typed into the form, by property id; other properties keep their defaults
     * @throws IllegalArgumentException naming the property if a value is missing, wrong, or for a property that is not shown
     */
    public void apply(BpmnModelInstance model, String taskId, Map<String, String> values) {
        FilledForm form = FilledForm.of(template, values);
        if (!(model.getModelElementById(taskId) instanceof ServiceTask task)) {
            throw new IllegalArgumentException("There is no service task '%s'".formatted(taskId));
        }
        mark(task);
        form.fields().forEach(field -> write(task, field));
    }

    private void mark(ServiceTask task) {
        DomElement root = task.getDomElement().getRootElement();
        if (root.lookupPrefix(ZEEBE_NS) == null) {
            root.registerNamespace("zeebe", ZEEBE_NS);
        }
        setZeebe(task, "modelerTemplate", template.path("id").asText());
        if (template.has("version")) {
            setZeebe(task, "modelerTemplateVersion", template.path("version").asText());
        }
        JsonNode icon = template.path("icon").path("contents");
        if (icon.isTextual()) {
            setZeebe(task, "modelerTemplateIcon", icon.asText());
        }
    }

    private static void setZeebe(ServiceTask task, String attribute, String value) {
        task.setAttributeValueNs(ZEEBE_NS, attribute, value);
    }

    private static void write(ServiceTask task, FilledForm.Field field) {
        TemplateProperty property = field.property();
        switch (property.bindingType()) {
            case "zeebe:taskDefinition" -> define(task, property.bindingName(), field.value());
            case "zeebe:taskDefinition:type" -> define(task, "type", field.value());
            case "zeebe:input" -> input(task, property, field.value());
            case "zeebe:taskHeader" -> header(task, property.bindingName(), field.value());
            default ->
                throw new IllegalArgumentException("Property '%s' has a binding that is not known here: %s"
                        .formatted(property.id(), property.bindingType()));
        }
    }

    private static void define(ServiceTask task, String attribute, String value) {
        ZeebeTaskDefinition definition = extension(task, ZeebeTaskDefinition.class);
        switch (attribute) {
            case "type" -> definition.setType(value);
            case "retries" -> definition.setRetries(value);
            default -> throw new IllegalArgumentException("A task definition has no '%s'".formatted(attribute));
        }
    }

    private static void input(ServiceTask task, TemplateProperty property, String value) {
        if (value.isEmpty() && property.optional()) {
            return;
        }
        ZeebeInput input = task.getModelInstance().newInstance(ZeebeInput.class);
        if (!value.isEmpty()) {
            input.setSource(value);
        }
        input.setTarget(property.bindingName());
        extension(task, ZeebeIoMapping.class).addChildElement(input);
    }

    private static void header(ServiceTask task, String key, String value) {
        if (value.isEmpty()) {
            return;
        }
        ZeebeHeader header = task.getModelInstance().newInstance(ZeebeHeader.class);
        header.setKey(key);
        header.setValue(value);
        extension(task, ZeebeTaskHeaders.class).addChildElement(header);
    }

    private static <T extends BpmnModelElementInstance> T extension(ServiceTask task, Class<T> type) {
        ExtensionElements extensions = task.getExtensionElements();
        if (extensions == null) {
            extensions = task.getModelInstance().newInstance(ExtensionElements.class);
            task.setExtensionElements(extensions);
        }
        T present = extensions.getChildElementsByType(type).stream().findFirst().orElse(null);
        return present != null ? present : extensions.addExtensionElement(type);
    }
}
