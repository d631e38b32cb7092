package io.github.kustomerconnector.e2e;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import io.github.kustomerconnector.connector.CreateConversationConnector;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import io.github.kustomerconnector.template.ElementTemplates;
import io.github.kustomerconnector.template.TemplateApplication;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A process whose tasks somebody makes with the committed element templates. */
final class TemplatedProcess {
    private static final Map<String, String> SERVER =
            Map.of("server.region", "custom", "server.baseUrl", "{{secrets.KUSTOMER_BASE_URL}}");

    private final BpmnModelInstance model;

    private TemplatedProcess(BpmnModelInstance model) {
        this.model = model;
    }

    /** The drawing, its service tasks still plain. */
    static TemplatedProcess of(String id, Function<StartEventBuilder, BpmnModelInstance> drawing) {
        return new TemplatedProcess(
                drawing.apply(Bpmn.createExecutableProcess(id).startEvent("start")));
    }

    /** Makes a task one of Create Kustomer Customer, with what is typed into its form. */
    TemplatedProcess createCustomer(String taskId, Map<String, String> typed) {
        return apply(CreateCustomerConnector.class, taskId, typed);
    }

    /** Makes a task one of Create Kustomer Conversation, with what is typed into its form. */
    TemplatedProcess createConversation(String taskId, Map<String, String> typed) {
        return apply(CreateConversationConnector.class, taskId, typed);
    }

    /** Makes a task one of another connector, with what is typed into its form. */
    TemplatedProcess task(Class<?> connector, String taskId, Map<String, String> typed) {
        return apply(connector, taskId, typed);
    }

    BpmnModelInstance model() {
        return model;
    }

    private TemplatedProcess apply(Class<?> connector, String taskId, Map<String, String> typed) {
        Map<String, String> values = new HashMap<>(SERVER);
        values.putAll(typed);
        new TemplateApplication(ElementTemplates.committed(connector)).apply(model, taskId, values);
        return this;
    }
}
