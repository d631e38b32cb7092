package io.github.kustomerconnector.demo;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.github.kustomerconnector.demo.Diagram.Box;
import io.github.kustomerconnector.demo.Diagram.Point;
import java.util.List;

/** Error boundary events that lead from several tasks to one end event and keep the message in {@code refusal}. */
final class Refusals {
    private static final double EVENT = 36;

    private final BpmnModelInstance model;
    private final List<String> taskIds;
    private final String end;

    /** @param end the id of the end event */
    Refusals(BpmnModelInstance model, List<String> taskIds, String end) {
        this.model = model;
        this.taskIds = List.copyOf(taskIds);
        this.end = end;
    }

    void add(String endName) {
        for (String taskId : taskIds) {
            ServiceTask task = model.getModelElementById(taskId);
            AbstractFlowNodeBuilder<?, ?> refused = task.builder()
                    .boundaryEvent(event(taskId))
                    .name("Refused")
                    .error()
                    .zeebeOutputExpression("kustomerError.message", "refusal")
                    .sequenceFlowId(flow(taskId));
            if (model.getModelElementById(end) == null) {
                refused.endEvent(end).name(endName);
            } else {
                refused.connectTo(end);
            }
        }
        model.getModelElementsByType(ErrorEventDefinition.class)
                .forEach(error -> error.setId(error.getParentElement().getAttributeValue("id") + "-definition"));
    }

    /** Draws the events below their tasks, and the flows to the end event. */
    void draw(Diagram diagram, Point endCentre, double endNameWidth) {
        diagram.event(end, endCentre, new Box(new Point(endCentre.x(), endCentre.y() + 38), endNameWidth, 27));
        for (String taskId : taskIds) {
            Point bottom = bottom(taskId);
            diagram.event(event(taskId), bottom, new Box(new Point(bottom.x() - 44, bottom.y() + 28), 42, 14));
            diagram.flow(
                    flow(taskId),
                    new Point(bottom.x(), bottom.y() + EVENT / 2),
                    new Point(bottom.x(), endCentre.y()),
                    new Point(endCentre.x() - EVENT / 2, endCentre.y()));
        }
    }

    private Point bottom(String taskId) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().getId().equals(taskId))
                .map(BpmnShape::getBounds)
                .map(box -> new Point(box.getX() + box.getWidth() / 2, box.getY() + box.getHeight()))
                .findFirst()
                .orElseThrow();
    }

    private static String event(String taskId) {
        return taskId + "-refused";
    }

    private static String flow(String taskId) {
        return "from-" + event(taskId);
    }
}
