package io.github.kustomerconnector.crash;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.github.kustomerconnector.connector.CreateConversationConnector;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import io.github.kustomerconnector.template.ElementTemplates;
import io.github.kustomerconnector.template.TemplateApplication;
import java.util.HashMap;
import java.util.Map;

/**
 * A process that creates a customer, then a conversation, and ends with a task of the test itself. The tasks use
 * the element templates with their defaults.
 */
final class WelcomeProcess {
    static final String ID = "crash-welcome";

    /** The job type of the last task. */
    static final String DONE = "test:done";

    private static final Map<String, String> SERVER =
            Map.of("server.region", "custom", "server.baseUrl", "{{secrets.KUSTOMER_BASE_URL}}");

    private WelcomeProcess() {}

    static BpmnModelInstance model() {
        BpmnModelInstance model = Bpmn.createExecutableProcess(ID)
                .startEvent()
                .serviceTask("create-customer")
                .serviceTask("create-conversation")
                .serviceTask("done", task -> task.zeebeJobType(DONE))
                .endEvent()
                .done();
        apply(
                model,
                CreateCustomerConnector.class,
                "create-customer",
                Map.of("customer.name", "=name", "customer.emails", "=email", "customer.externalId", "=number"));
        apply(
                model,
                CreateConversationConnector.class,
                "create-conversation",
                Map.of("conversation.name", "=name", "conversation.externalId", "=ticket"));
        // Engines before 8.8 refuse an input without a source. Later ones read it as null.
        model.getModelElementsByType(ZeebeInput.class).stream()
                .filter(input -> input.getSource() == null)
                .forEach(input -> input.setSource("=null"));
        return model;
    }

    /**
     * The start variables of an instance. The identifier is an e-mail address, an external id or none. Without one,
     * the identity is derived from the task.
     */
    static Map<String, Object> variables(String name, int number) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("name", name);
        variables.put("email", number % 3 == 0 ? "customer-%s@example.org".formatted(number) : null);
        variables.put("number", number % 3 == 1 ? "C-" + number : null);
        variables.put("ticket", number % 2 == 0 ? "T-" + number : null);
        return variables;
    }

    private static void apply(BpmnModelInstance model, Class<?> connector, String taskId, Map<String, String> fields) {
        Map<String, String> values = new HashMap<>(SERVER);
        values.putAll(fields);
        new TemplateApplication(ElementTemplates.committed(connector)).apply(model, taskId, values);
    }
}
