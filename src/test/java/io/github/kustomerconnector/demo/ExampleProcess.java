package io.github.kustomerconnector.demo;

import static io.github.kustomerconnector.demo.ExampleModel.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.github.kustomerconnector.demo.Diagram.Box;
import io.github.kustomerconnector.demo.Diagram.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The first example: a registration becomes a Kustomer customer with a conversation. */
public final class ExampleProcess {
    public static final String PROCESS_ID = "welcome-customer";
    public static final Path FILE = Path.of("examples/welcome-customer.bpmn");

    private static final Map<String, String> CUSTOMER = Map.of(
            "customer.name", "=name",
            "customer.emails", "=email",
            "customer.phones", "=phone",
            "customer.externalId", "=customerNumber");

    private static final Map<String, String> CONVERSATION = Map.of(
            "conversation.customer", "=customerId",
            "conversation.name", "=\"Welcome, \" + name",
            "conversation.status", "open");

    private ExampleProcess() {}

    /** Writes the example. It uses the committed element templates. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, ExampleModel.xml(build(template("create-customer"), template("create-conversation"))));
    }

    /** Builds the example. The same templates give the same bytes. */
    public static BpmnModelInstance build(JsonNode customerTemplate, JsonNode conversationTemplate) {
        BpmnModelInstance model = flow();
        ExampleModel.apply(model, customerTemplate, "create-customer", CUSTOMER);
        ExampleModel.apply(model, conversationTemplate, "create-conversation", CONVERSATION);
        draw(new Diagram(model));
        return model;
    }

    private static BpmnModelInstance flow() {
        BpmnModelInstance model = ExampleModel.process(PROCESS_ID, "Welcome a customer")
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
