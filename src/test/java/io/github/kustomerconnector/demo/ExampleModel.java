package io.github.kustomerconnector.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import io.camunda.zeebe.model.bpmn.impl.BpmnModelConstants;
import io.camunda.zeebe.model.bpmn.instance.Definitions;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.github.kustomerconnector.template.TemplateApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.model.xml.instance.DomElement;

/** What the examples share: they use the element templates and are reproducible to the byte. */
final class ExampleModel {
    private static final String MODELER_NS = "http://camunda.org/schema/modeler/1.0";
    private static final Path TEMPLATES = Path.of("element-templates");

    /** The server fields of each task. The base URL is a secret, so that the diagram runs anywhere. */
    private static final Map<String, String> SERVER =
            Map.of("server.region", "custom", "server.baseUrl", "{{secrets.KUSTOMER_BASE_URL}}");

    private ExampleModel() {}

    /** An empty process for Camunda 8.8. */
    static ProcessBuilder process(String id, String name) {
        ProcessBuilder process = Bpmn.createExecutableProcess(id);
        describe((BpmnModelInstance) process.getElement().getModelInstance());
        return process.name(name);
    }

    /**
     * Applies a template to a service task.
     *
     * @param typed the values of its form fields
     */
    static void apply(BpmnModelInstance model, JsonNode template, String taskId, Map<String, String> typed) {
        Map<String, String> values = new HashMap<>(SERVER);
        values.putAll(typed);
        new TemplateApplication(template).apply(model, taskId, values);
    }

    /** The committed template of an operation such as {@code create-customer}. */
    static JsonNode template(String operation) throws IOException {
        return new ObjectMapper()
                .readTree(TEMPLATES.resolve("kustomer-" + operation + ".json").toFile());
    }

    /** The committed template of the webhook for a kind of element, such as {@code intermediate-catch-event}. */
    static JsonNode webhookTemplate(String element) throws IOException {
        return new ObjectMapper()
                .readTree(TEMPLATES
                        .resolve(element)
                        .resolve("kustomer-webhook-" + element + ".json")
                        .toFile());
    }

    /** The model as text, as it is written to the file. */
    static String xml(BpmnModelInstance model) {
        return Bpmn.convertToString(model).replace("\r\n", "\n").strip() + "\n";
    }

    /**
     * Sets the ids of the elements for which the builder generates random ids.
     *
     * @param timer the id of the only element with a timer
     */
    static void nameGenerated(BpmnModelInstance model, String timer) {
        for (TimerEventDefinition definition : model.getModelElementsByType(TimerEventDefinition.class)) {
            definition.setId(timer + "-definition");
            definition.getTimeDuration().setId(timer + "-duration");
        }
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                flow.getConditionExpression().setId(flow.getId() + "-condition");
            }
        }
    }

    /** Must be called first, because a namespace prefix must be declared before it is used. */
    private static void describe(BpmnModelInstance model) {
        Definitions definitions = model.getDefinitions();
        definitions.setId("Definitions_1");
        definitions.setTargetNamespace("http://bpmn.io/schema/bpmn");
        DomElement root = definitions.getDomElement();
        // The exporter's version would change the file without need.
        root.removeAttribute("exporter");
        root.removeAttribute("exporterVersion");
        root.registerNamespace("modeler", MODELER_NS);
        root.registerNamespace("zeebe", BpmnModelConstants.ZEEBE_NS);
        definitions.setAttributeValueNs(MODELER_NS, "executionPlatform", "Camunda Cloud");
        definitions.setAttributeValueNs(MODELER_NS, "executionPlatformVersion", "8.8.0");
    }
}
