package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class OrderComplaintProcessTest {

    @Test
    void the_committed_file_is_current() throws IOException {
        assertThat(OrderComplaintProcess.FILE)
                .as("run: mvn -q test-compile exec:exec@templates")
                .content()
                .isEqualTo(ExampleModel.xml(OrderComplaintProcess.build()));
    }

    @Test
    void is_valid_bpmn() throws IOException {
        BpmnModelInstance model = OrderComplaintProcess.build();

        Bpmn.validateModel(model);

        assertThat(model.getModelElementsByType(FlowNode.class)).hasSizeGreaterThan(9);
    }

    @Test
    void every_service_task_has_a_boundary_event_for_refusals() throws IOException {
        BpmnModelInstance model = OrderComplaintProcess.build();

        assertThat(model.getModelElementsByType(BoundaryEvent.class))
                .extracting(event -> event.getAttachedTo().getId())
                .containsExactlyInAnyOrderElementsOf(model.getModelElementsByType(ServiceTask.class).stream()
                        .map(ServiceTask::getId)
                        .toList());
    }

    @Test
    void no_element_has_its_id_as_its_name() throws IOException {
        assertThat(OrderComplaintProcess.build().getModelElementsByType(FlowNode.class))
                .noneMatch(node -> node.getId().equals(node.getName()));
    }

    @Test
    void draws_every_element_without_overlaps() throws IOException {
        DiagramChecks.assertNothingOverlaps(OrderComplaintProcess.build(), 9);
    }

    @Test
    void every_flow_connects_its_elements_and_crosses_no_text() throws IOException {
        DiagramChecks.assertFlowsConnect(OrderComplaintProcess.build(), 9);
    }
}
