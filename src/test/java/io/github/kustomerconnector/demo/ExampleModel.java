package io.github.kustomerconnector.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import io.camunda.zeebe.model.bpmn.impl.BpmnModelConstants;
import io.camunda.zeebe.model.bpmn.instance.Definitions;
import io.github.kustomerconnector.template.TemplateApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.model.xml.instance.DomElement;

/** What the examples have in common: tasks made with the element templates, in a file that is the same to the byte each time. */
final class ExampleModel {
    private static final String MODELER_NS = "http://camunda.org/schema/modeler/1.0";
    private static final Path TEMPLATES = Path.of("element-templates");

    /** What the form of each task says about where Kustomer is, so that the diagram runs anywhere. */
    private static final Map<String, String> SERVER =
            Map.of("server.region", "custom", "server.baseUrl", "{{secrets.KUSTOMER_BASE_URL}}");

    private ExampleModel() {}

    /** An empty process for Camunda 8.8. */
    static ProcessBuilder process(String id, String name) {
        ProcessBuilder process = Bpmn.createExecutableProcess(id);
        describe((BpmnModelInstance) process.getElement().getModelInstance());
        return process.name(name);
    }

    /** Makes a service task what the template says, with what is typed into its form. */
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

    /** The model as it stands in the file. */
    static String xml(BpmnModelInstance model) {
        return Bpmn.convertToString(model).replace("\r\n", "\n").strip() + "\n";
    }

    /** Comes first, since a prefix must be known before it is used. */
    private static void describe(BpmnModelInstance model) {
        Definitions definitions = model.getDefinitions();
        definitions.setId("Definitions_1");
        definitions.setTargetNamespace("http://bpmn.io/schema/bpmn");
        DomElement root = definitions.getDomElement();
        // A version number of a library would change the file for nothing.
        root.removeAttribute("exporter");
        root.removeAttribute("exporterVersion");
        root.registerNamespace("modeler", MODELER_NS);
        root.registerNamespace("zeebe", BpmnModelConstants.ZEEBE_NS);
        definitions.setAttributeValueNs(MODELER_NS, "executionPlatform", "Camunda Cloud");
        definitions.setAttributeValueNs(MODELER_NS, "executionPlatformVersion", "8.8.0");
    }
}
