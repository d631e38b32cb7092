package io.github.kustomerconnector.demo;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnDiagram;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnLabel;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import io.camunda.zeebe.model.bpmn.instance.di.Waypoint;
import java.util.Objects;

/** The diagram of a BPMN model. It sets the positions of shapes, labels and flows, and gives them ids. */
final class Diagram {
    private static final double EVENT_SIZE = 36;
    private static final double GATEWAY_SIZE = 50;
    private static final double TASK_WIDTH = 100;
    private static final double TASK_HEIGHT = 80;

    private final BpmnModelInstance model;

    Diagram(BpmnModelInstance model) {
        this.model = model;
        model.getModelElementsByType(BpmnDiagram.class).forEach(diagram -> {
            diagram.setId("BPMNDiagram_1");
            diagram.getBpmnPlane().setId("BPMNPlane_1");
        });
    }

    /** Places a task by its centre. */
    void task(String id, Point centre) {
        place(shape(id).getBounds(), new Box(centre, TASK_WIDTH, TASK_HEIGHT));
    }

    /** Places an expanded sub-process. Its elements are placed on their own. */
    void area(String id, Box box) {
        BpmnShape shape = shape(id);
        place(shape.getBounds(), box);
        shape.setExpanded(true);
    }

    /** Places an event by its centre and its name in a box. */
    void event(String id, Point centre, Box name) {
        place(shape(id).getBounds(), new Box(centre, EVENT_SIZE, EVENT_SIZE));
        shape(id).setBpmnLabel(label(id, name));
    }

    /** Places a gateway without a name by its centre. */
    void gateway(String id, Point centre) {
        BpmnShape shape = shape(id);
        place(shape.getBounds(), new Box(centre, GATEWAY_SIZE, GATEWAY_SIZE));
        shape.setMarkerVisible(true);
    }

    /** Places a gateway by its centre and its name in a box. */
    void gateway(String id, Point centre, Box name) {
        gateway(id, centre);
        shape(id).setBpmnLabel(label(id, name));
    }

    /** Places the name of a sequence flow that is already drawn. */
    void flowName(String id, Box name) {
        edge(id).setBpmnLabel(label(id, name));
    }

    private BpmnLabel label(String id, Box name) {
        BpmnLabel label = model.newInstance(BpmnLabel.class);
        Bounds bounds = model.newInstance(Bounds.class);
        place(bounds, name);
        label.setId(id + "_label");
        label.setBounds(bounds);
        return label;
    }

    /** Draws a sequence flow along the given points. */
    void flow(String id, Point... points) {
        BpmnEdge edge = edge(id);
        edge.getWaypoints().clear();
        for (Point point : points) {
            Waypoint waypoint = model.newInstance(Waypoint.class);
            waypoint.setX(point.x());
            waypoint.setY(point.y());
            edge.getWaypoints().add(waypoint);
        }
    }

    private BpmnEdge edge(String id) {
        BpmnEdge edge = model.getModelElementsByType(BpmnEdge.class).stream()
                .filter(candidate -> isOf(candidate.getBpmnElement(), id))
                .findFirst()
                .orElseThrow();
        edge.setId(id + "_di");
        return edge;
    }

    private BpmnShape shape(String id) {
        BpmnShape shape = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(candidate -> isOf(candidate.getBpmnElement(), id))
                .findFirst()
                .orElseThrow();
        shape.setId(id + "_di");
        return shape;
    }

    private static boolean isOf(BaseElement element, String id) {
        return Objects.equals(element.getId(), id);
    }

    private static void place(Bounds bounds, Box box) {
        bounds.setX(box.centre().x() - box.width() / 2);
        bounds.setY(box.centre().y() - box.height() / 2);
        bounds.setWidth(box.width());
        bounds.setHeight(box.height());
    }

    /** A position in pixels from the top left. */
    record Point(double x, double y) {}

    record Box(Point centre, double width, double height) {}
}
