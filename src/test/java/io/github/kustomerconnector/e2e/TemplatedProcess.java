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

/** Builds a process whose elements use the committed element templates. */
final class TemplatedProcess {
    private static final Map<String, String> SERVER =
            Map.of("server.region", "custom", "server.baseUrl", "{{secrets.KUSTOMER_BASE_URL}}");

    private final BpmnModelInstance model;

    private TemplatedProcess(BpmnModelInstance model) {
        this.model = model;
    }

    /** Starts with a process whose service tasks have no template yet. */
    static TemplatedProcess of(String id, Function<StartEventBuilder, BpmnModelInstance> drawing) {
        return new TemplatedProcess(
                drawing.apply(Bpmn.createExecutableProcess(id).startEvent("start")));
    }

    /**
     * Applies the template of Create Kustomer Customer to a task.
     *
     * @param typed the values of its form fields
     */
    TemplatedProcess createCustomer(String taskId, Map<String, String> typed) {
        return apply(CreateCustomerConnector.class, taskId, typed);
    }

    /**
     * Applies the template of Create Kustomer Conversation to a task.
     *
     * @param typed the values of its form fields
     */
    TemplatedProcess createConversation(String taskId, Map<String, String> typed) {
        return apply(CreateConversationConnector.class, taskId, typed);
    }

    /**
     * Applies the template of another connector to a task.
     *
     * @param typed the values of its form fields
     */
    TemplatedProcess task(Class<?> connector, String taskId, Map<String, String> typed) {
        return apply(connector, taskId, typed);
    }

    /**
     * Applies the template of a connector to an element that is no service task.
     *
     * @param folder of the template, such as {@code send-task}; empty for service tasks
     * @param typed the values of its form fields
     */
    TemplatedProcess element(String folder, Class<?> connector, String elementId, Map<String, String> typed) {
        Map<String, String> values = new HashMap<>(SERVER);
        values.putAll(typed);
        new TemplateApplication(ElementTemplates.committed(connector, folder)).apply(model, elementId, values);
        return this;
    }

    BpmnModelInstance model() {
        return model;
    }

    private TemplatedProcess apply(Class<?> connector, String taskId, Map<String, String> typed) {
        return element("", connector, taskId, typed);
    }
}
