package io.github.kustomerconnector.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import io.camunda.zeebe.model.bpmn.impl.BpmnModelConstants;
import io.camunda.zeebe.model.bpmn.instance.Definitions;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.github.kustomerconnector.demo.Diagram.Box;
import io.github.kustomerconnector.demo.Diagram.Point;
import io.github.kustomerconnector.template.TemplateApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.model.xml.instance.DomElement;

/** The example that people open first: a registration becomes a Kustomer customer with a conversation. */
public final class ExampleProcess {
    public static final String PROCESS_ID = "welcome-customer";
    public static final Path FILE = Path.of("examples/welcome-customer.bpmn");

    private static final String MODELER_NS = "http://camunda.org/schema/modeler/1.0";
    private static final Path TEMPLATES = Path.of("element-templates");

    /** What the form of both tasks says about where Kustomer is, so that the diagram runs anywhere. */
    private static final Map<String, String> SERVER =
            Map.of("server.region", "custom", "server.baseUrl", "{{secrets.KUSTOMER_BASE_URL}}");

    private ExampleProcess() {}

    /** Writes the example from the committed element templates. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, xml(build(template("create-customer"), template("create-conversation"))));
    }

    /** Builds the example; the same templates give the same model to the byte. */
    public static BpmnModelInstance build(JsonNode customerTemplate, JsonNode conversationTemplate) {
        BpmnModelInstance model = flow();
        new TemplateApplication(customerTemplate).apply(model, "create-customer", customer());
        new TemplateApplication(conversationTemplate).apply(model, "create-conversation", conversation());
        draw(new Diagram(model));
        return model;
    }

    /** The model as it stands in the file. */
    public static String xml(BpmnModelInstance model) {
        return Bpmn.convertToString(model).replace("\r\n", "\n").strip() + "\n";
    }

    private static JsonNode template(String operation) throws IOException {
        return new ObjectMapper()
                .readTree(TEMPLATES.resolve("kustomer-" + operation + ".json").toFile());
    }

    private static BpmnModelInstance flow() {
        ProcessBuilder process = Bpmn.createExecutableProcess(PROCESS_ID);
        describe((BpmnModelInstance) process.getElement().getModelInstance());
        BpmnModelInstance model = process.name("Welcome a customer")
                .startEvent("registration-received")
                .name("Registration received")
                .sequenceFlowId("to-create-customer")
                .serviceTask("create-customer")
                .name("Create customer")
                .sequenceFlowId("to-create-conversation")
                .serviceTask("create-conversation")
                .name("Create conversation")
                .sequenceFlowId("to-customer-welcomed")
                .endEvent("customer-welcomed")
                .name("Customer welcomed")
                .moveToActivity("create-customer")
                .boundaryEvent("customer-refused")
                .name("Customer refused")
                .error()
                .zeebeOutputExpression("kustomerError.message", "refusal")
                .sequenceFlowId("to-refused")
                .endEvent("refused")
                .name("Refused")
                .done();
        model.getModelElementsByType(ErrorEventDefinition.class)
                .forEach(error -> error.setId("customer-refused-definition"));
        return model;
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

    private static Map<String, String> customer() {
        return with(
                SERVER,
                Map.of(
                        "customer.name", "=name",
                        "customer.emails", "=email",
                        "customer.phones", "=phone",
                        "customer.externalId", "=customerNumber"));
    }

    private static Map<String, String> conversation() {
        return with(
                SERVER,
                Map.of(
                        "conversation.customer", "=customerId",
                        "conversation.name", "=\"Welcome, \" + name",
                        "conversation.status", "open"));
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
        HashMap<String, String> all = new HashMap<>(some);
        all.putAll(others);
        return Map.copyOf(all);
    }

    private static void draw(Diagram diagram) {
        diagram.event("registration-received", new Point(190, 120), new Box(new Point(190, 158), 62, 27));
        diagram.flow("to-create-customer", new Point(208, 120), new Point(270, 120));
        diagram.task("create-customer", new Point(320, 120));
        diagram.flow("to-create-conversation", new Point(370, 120), new Point(450, 120));
        diagram.task("create-conversation", new Point(500, 120));
        diagram.flow("to-customer-welcomed", new Point(550, 120), new Point(612, 120));
        diagram.event("customer-welcomed", new Point(630, 120), new Box(new Point(630, 158), 52, 27));
        diagram.event("customer-refused", new Point(320, 160), new Box(new Point(276, 194), 52, 27));
        diagram.flow("to-refused", new Point(320, 178), new Point(320, 240), new Point(412, 240));
        diagram.event("refused", new Point(430, 240), new Box(new Point(430, 272), 42, 14));
    }
}
