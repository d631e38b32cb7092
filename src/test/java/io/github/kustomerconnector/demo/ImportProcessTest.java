package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnLabel;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import io.camunda.zeebe.model.bpmn.instance.di.Waypoint;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ImportProcessTest {

    @Test
    void the_committed_file_is_current() throws IOException {
        assertThat(ImportProcess.FILE)
                .as("run: mvn -q test-compile exec:exec@templates")
                .content()
                .isEqualTo(ExampleModel.xml(ImportProcess.build()));
    }

    @Test
    void is_valid_bpmn() throws IOException {
        BpmnModelInstance model = ImportProcess.build();

        Bpmn.validateModel(model);

        assertThat(model.getModelElementsByType(FlowNode.class)).hasSizeGreaterThan(5);
    }

    @Test
    void every_service_task_has_a_boundary_event_for_refusals() throws IOException {
        BpmnModelInstance model = ImportProcess.build();

        assertThat(model.getModelElementsByType(BoundaryEvent.class))
                .extracting(event -> event.getAttachedTo().getId())
                .containsExactlyInAnyOrderElementsOf(model.getModelElementsByType(ServiceTask.class).stream()
                        .map(ServiceTask::getId)
                        .toList());
    }

    @Test
    void no_element_has_its_id_as_its_name() throws IOException {
        assertThat(ImportProcess.build().getModelElementsByType(FlowNode.class))
                .noneMatch(node -> node.getId().equals(node.getName()));
    }

    @Test
    void draws_every_element_without_overlaps_except_for_boundary_events() throws IOException {
        BpmnModelInstance model = ImportProcess.build();
        List<Rectangle2D> boxes = Stream.concat(
                        model.getModelElementsByType(BpmnShape.class).stream()
                                .filter(shape -> !(shape.getBpmnElement() instanceof BoundaryEvent))
                                .map(BpmnShape::getBounds),
                        model.getModelElementsByType(BpmnLabel.class).stream().map(BpmnLabel::getBounds))
                .map(ImportProcessTest::rectangle)
                .toList();

        assertThat(model.getModelElementsByType(BpmnShape.class))
                .hasSameSizeAs(model.getModelElementsByType(FlowNode.class));
        assertThat(boxes)
                .hasSizeGreaterThan(5)
                .allSatisfy(box -> assertThat(boxes)
                        .filteredOn(other -> !other.equals(box) && other.intersects(box))
                        .isEmpty());
    }

    @Test
    void every_flow_leads_from_the_edge_of_one_element_to_the_edge_of_the_next() throws IOException {
        BpmnModelInstance model = ImportProcess.build();

        assertThat(model.getModelElementsByType(BpmnEdge.class))
                .hasSizeGreaterThan(5)
                .allSatisfy(edge -> {
                    SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
                    List<Waypoint> points = List.copyOf(edge.getWaypoints());
                    assertThat(isOnEdge(model, flow.getSource(), points.getFirst()))
                            .as(flow.getId())
                            .isTrue();
                    assertThat(isOnEdge(model, flow.getTarget(), points.getLast()))
                            .as(flow.getId())
                            .isTrue();
                });
    }

    private static boolean isOnEdge(BpmnModelInstance model, FlowNode node, Waypoint point) {
        Rectangle2D box = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().equals(node))
                .map(shape -> rectangle(shape.getBounds()))
                .findFirst()
                .orElseThrow();
        boolean isAside = point.getX() == box.getMinX() || point.getX() == box.getMaxX();
        boolean isAboveOrBelow = point.getY() == box.getMinY() || point.getY() == box.getMaxY();
        return (isAside && point.getY() == box.getCenterY()) || (isAboveOrBelow && point.getX() == box.getCenterX());
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
