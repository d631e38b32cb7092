package io.github.kustomerconnector.demo;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A service task of an example.
 *
 * @param operation such as {@code create-customer}
 * @param typed the values of its form fields
 */
record ExampleTask(String id, String name, String operation, Map<String, String> typed) {

    /** Adds the tasks after a node, one after the other, and returns the last. */
    static AbstractFlowNodeBuilder<?, ?> append(AbstractFlowNodeBuilder<?, ?> node, List<ExampleTask> tasks) {
        AbstractFlowNodeBuilder<?, ?> last = node;
        for (ExampleTask task : tasks) {
            last = last.sequenceFlowId("to-" + task.id()).serviceTask(task.id()).name(task.name());
        }
        return last;
    }

    /** Adds error boundary events to all tasks, then applies the committed template of each. */
    static Refusals apply(BpmnModelInstance model, List<ExampleTask> tasks, String refused, String refusedName)
            throws IOException {
        Refusals refusals =
                new Refusals(model, tasks.stream().map(ExampleTask::id).toList(), refused);
        refusals.add(refusedName);
        for (ExampleTask task : tasks) {
            ExampleModel.apply(model, ExampleModel.template(task.operation()), task.id(), task.typed());
        }
        return refusals;
    }
}
