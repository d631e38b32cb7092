package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnLabel;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import io.camunda.zeebe.model.bpmn.instance.di.Waypoint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks of the drawing of an example. */
final class DiagramChecks {

    private DiagramChecks() {}

    /**
     * Boundary events are left out, because each overlaps its task.
     *
     * @param least there are more boxes than this
     */
    static void assertNothingOverlaps(BpmnModelInstance model, int least) {
        List<Rectangle2D> boxes = Stream.concat(
                        model.getModelElementsByType(BpmnShape.class).stream()
                                .filter(shape -> !(shape.getBpmnElement() instanceof BoundaryEvent))
                                .map(BpmnShape::getBounds),
                        model.getModelElementsByType(BpmnLabel.class).stream().map(BpmnLabel::getBounds))
                .map(DiagramChecks::rectangle)
                .toList();

        assertThat(model.getModelElementsByType(BpmnShape.class))
                .hasSameSizeAs(model.getModelElementsByType(FlowNode.class));
        assertThat(boxes)
                .hasSizeGreaterThan(least)
                .doesNotHaveDuplicates()
                .allSatisfy(box -> assertThat(boxes)
                        .filteredOn(other -> !other.equals(box) && other.intersects(box))
                        .isEmpty());
    }

    /**
     * Each flow begins at the edge of its source, ends at the edge of its target, and crosses no text.
     *
     * @param least there are more flows than this
     */
    static void assertFlowsConnect(BpmnModelInstance model, int least) {
        List<Rectangle2D> labels = model.getModelElementsByType(BpmnLabel.class).stream()
                .map(label -> rectangle(label.getBounds()))
                .toList();
        assertThat(model.getModelElementsByType(BpmnEdge.class))
                .hasSizeGreaterThan(least)
                .allSatisfy(edge -> {
                    SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
                    List<Waypoint> points = List.copyOf(edge.getWaypoints());
                    assertThat(isOnEdge(box(model, flow.getSource()), points.getFirst()))
                            .as(flow.getId())
                            .isTrue();
                    assertThat(isOnEdge(box(model, flow.getTarget()), points.getLast()))
                            .as(flow.getId())
                            .isTrue();
                    assertThat(lines(points))
                            .as(flow.getId())
                            .allSatisfy(line -> assertThat(labels).noneMatch(line::intersects));
                });
    }

    private static List<Line2D> lines(List<Waypoint> points) {
        List<Line2D> lines = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Waypoint from = points.get(i - 1);
            Waypoint to = points.get(i);
            lines.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
        }
        return lines;
    }

    private static boolean isOnEdge(Rectangle2D box, Waypoint point) {
        boolean isAside = point.getX() == box.getMinX() || point.getX() == box.getMaxX();
        boolean isAboveOrBelow = point.getY() == box.getMinY() || point.getY() == box.getMaxY();
        return (isAside && point.getY() == box.getCenterY()) || (isAboveOrBelow && point.getX() == box.getCenterX());
    }

    private static Rectangle2D box(BpmnModelInstance model, FlowNode node) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().equals(node))
                .map(shape -> rectangle(shape.getBounds()))
                .findFirst()
                .orElseThrow();
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
